"""The rehearsal's own pages: its clock, mailbox and log, and who sits at the keyboard."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rehearsals import clock, clock_page, people, services
from rehearsals.activity import record_activity
from rehearsals.models import Medium
from rehearsals.mount import came_from, home_path, path_inside
from rehearsals.packs import get_pack
from rehearsals.rules import why_not_reset

LETTERS_A_PAGE = 25
LINES_A_PAGE = 50
page_or_form = require_http_methods(["GET", "HEAD", "POST"])


def _who(request: HttpRequest) -> str:
    persona = people.current_persona(request)
    return persona.name if persona else "A visitor"


def _page(request: HttpRequest, rows: QuerySet, size: int) -> Page:
    return Paginator(rows, size).get_page(request.GET.get("page"))


def _zone(request: HttpRequest) -> str:
    return get_pack(request.rehearsal.pack).home.time_zone


@login_not_required
@page_or_form
def turn_clock(request: HttpRequest) -> HttpResponse:
    """The time machine. A program may post no more than `at` and `manner`."""
    form = clock_page.form_for(request, request.rehearsal)
    if request.method == "POST" and form.is_valid():
        services.move_clock(request.rehearsal, **form.turn(), who=_who(request), by_staff=False)
        messages.success(request, clock_page.news(request.rehearsal))
        return redirect(path_inside(request, request.POST.get("next")) or "rehearsals:clock")
    context = clock_page.context(request.rehearsal, form)
    return render(
        request, "rehearsals/clock.html", context | {"next": clock_page.way_back(request)}
    )


@login_not_required
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Everybody's e-mail, newest first, or one recipient's."""
    mails = request.rehearsal.mails.filter(medium=Medium.EMAIL)
    to = request.GET.get("to", "")
    unread = Count("pk", filter=Q(is_delivered=True, opened_at=None))
    context = {
        "to": to,
        "page": _page(request, mails.filter(to=to) if to else mails, LETTERS_A_PAGE),
        "recipients": list(
            mails.order_by("to").values("to").annotate(letters=Count("pk"), unread=unread)
        ),
        "zone": _zone(request),
    }
    return render(request, "rehearsals/mailbox.html", context)


@login_not_required
@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    mail = get_object_or_404(request.rehearsal.mails, pk=pk)
    if request.method == "GET":
        services.open_letter(mail, at=clock.now())
    return render(request, "rehearsals/letter.html", {"mail": mail, "zone": _zone(request)})


@login_not_required
@require_safe
def activity_log(request: HttpRequest) -> HttpResponse:
    page = _page(request, request.rehearsal.activities.all(), LINES_A_PAGE)
    return render(request, "rehearsals/activity.html", {"page": page, "zone": _zone(request)})


@login_not_required
@require_POST
def sit_down(request: HttpRequest, key: str) -> HttpResponse:
    """Practise as `key`. The last person's sign-ons in this browser end, at PACER and at courts."""
    persona = get_pack(request.rehearsal.pack).persona(key)
    if persona is None:
        raise Http404
    before = request.pacer_account
    request.session.sign_off()
    people.become(request, key)
    detail = f"{before.log_name} was signed off" if before else ""
    record_activity(request.rehearsal, "people.sat_down", who=persona.name, detail=detail)
    messages.success(request, f"You are now {persona.name}. Nobody is signed on in this browser.")
    return redirect(home_path(request))


@login_not_required
@page_or_form
def reset(request: HttpRequest) -> HttpResponse:
    """Asks first. The reset ends every session of this rehearsal, so this one is ended before it."""
    if request.method != "POST":
        context = {
            "why_not": why_not_reset(request.rehearsal),
            "letters": request.rehearsal.mails.count(),
        }
        return render(request, "rehearsals/reset.html", context)
    who = _who(request)
    request.session.flush()
    services.reset(request.rehearsal, who=who, by_staff=False)
    messages.success(
        request, f"Everything is as at the start. {clock_page.news(request.rehearsal)}"
    )
    return redirect(home_path(request))


@login_not_required
@require_POST
def help_layer(request: HttpRequest) -> HttpResponse:
    """Turn the practice help on or off in this browser, and stay where one was."""
    if not request.session.pop("help_off", False):
        request.session["help_off"] = True
    asked = path_inside(request, request.POST.get("next"))
    return redirect(asked or came_from(request) or home_path(request))
