from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from rehearsals.mail.services import open_mail
from rehearsals.models import DueEvent, Medium, Rehearsal
from rehearsals.web.http import RehearsalRequest, paginate

PAGE_SIZE = 25
LETTER_EVENTS = "letter."  # due events whose key starts with this arrive in the letter box


@login_not_required
@require_safe
def mailbox(request: RehearsalRequest) -> HttpResponse:
    """All e-mail, newest first, or the e-mail to one recipient."""
    mails = request.rehearsal.mails.filter(medium=Medium.EMAIL)
    to = request.GET.get("to", "")
    unread = Count("pk", filter=Q(is_delivered=True, opened_at=None))
    recipients = mails.order_by("to").values("to").annotate(emails=Count("pk"), unread=unread)
    context = {
        "to": to,
        "page": paginate(request, mails.filter(to=to) if to else mails, PAGE_SIZE),
        "recipients": list(recipients),
        "zone": request.rehearsal.time_zone,
    }
    return render(request, "rehearsals/mailbox.html", context)


@login_not_required
@require_safe
def mail(request: RehearsalRequest, pk: int) -> HttpResponse:
    """One e-mail or letter. A GET marks it as opened; a HEAD doesn't."""
    mail = get_object_or_404(request.rehearsal.mails, pk=pk)
    if request.method == "GET":
        open_mail(mail, at=request.at)
    context = {"mail": mail, "zone": request.rehearsal.time_zone}
    return render(request, "rehearsals/mail.html", context)


@login_not_required
@require_safe
def letter_box(request: RehearsalRequest) -> HttpResponse:
    """All U.S. mail, newest first, and the day on which the next letter arrives."""
    rows = request.rehearsal.mails.filter(medium=Medium.POST)
    context = {
        "page": paginate(request, rows, PAGE_SIZE),
        "next_letter": next_letter(request.rehearsal),
        "zone": request.rehearsal.time_zone,
    }
    return render(request, "rehearsals/letter_box.html", context)


def next_letter(rehearsal: Rehearsal) -> DueEvent | None:
    """The next letter to arrive, if any is on its way."""
    waiting = rehearsal.due_events.filter(fired_at=None, what__startswith=LETTER_EVENTS)
    return waiting.first()
