from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from rehearsals.clock import clock
from rehearsals.mail import services
from rehearsals.models import Medium
from rehearsals.web.http import court_zone, paginate

LETTERS_A_PAGE = 25


@login_not_required
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Everybody's e-mail, newest first, or one recipient's."""
    mails = request.rehearsal.mails.filter(medium=Medium.EMAIL)
    to = request.GET.get("to", "")
    unread = Count("pk", filter=Q(is_delivered=True, opened_at=None))
    context = {
        "to": to,
        "page": paginate(request, mails.filter(to=to) if to else mails, LETTERS_A_PAGE),
        "recipients": list(
            mails.order_by("to").values("to").annotate(letters=Count("pk"), unread=unread)
        ),
        "zone": court_zone(request),
    }
    return render(request, "rehearsals/mailbox.html", context)


@login_not_required
@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    mail = get_object_or_404(request.rehearsal.mails, pk=pk)
    if request.method == "GET":
        services.open_letter(mail, at=clock.now())
    return render(request, "rehearsals/letter.html", {"mail": mail, "zone": court_zone(request)})
