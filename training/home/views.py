from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from pacer_accounts.http import PacerRequest
from pacer_accounts.registration.owner import find_person, registered_people
from rehearsals.activity.services import record_activity
from rehearsals.clock.court_time import second_text
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD
from rehearsals.packs.pack import PersonaSpec
from rehearsals.packs.personas import current_persona, practice_as
from rehearsals.web.http import RehearsalRequest
from rehearsals.web.mount import home_path
from training.bookmarks.queries import recent_changes
from training.home.four_steps import four_steps, next_action
from training.home.queries import (
    RehearsalState,
    cast_rows,
    read_state,
    recovery_details,
    situation_of,
)
from training.home.situation import Action, Status, Step

SUGGESTED = "p01"  # the key of the persona to start with

_LABELS = {
    Action.REGISTER: "Register your own PACER account",
    Action.OPEN_BILLING: "Open a billing account",
    Action.ADD_ACCOUNTS: "Add accounts to the billing account",
    Action.RECOVER: "Recover your PACER username",
    Action.UPGRADE: "Upgrade your PACER account",
    Action.LOG_IN: "Log in to CM/ECF",
    Action.RESET: "Reset your CM/ECF password",
    Action.READ_MAIL: "Open the mailbox",
    Action.CALL_COURT: "See who to call",
    Action.LINK: "Link your accounts",
    Action.ASK: "Register to e-file",
    Action.SEE_REQUEST: "See the status of your request",
    Action.MOVE_CLOCK: "Change the court time",
    Action.FILE: "Open CM/ECF",
    Action.NOTHING: "",
}
_PAGES = {
    Action.REGISTER: "pacer:register",
    Action.ADD_ACCOUNTS: "account:paa_members",
    Action.RECOVER: "psc:forgot_username",
    Action.UPGRADE: "account:upgrade",
    Action.READ_MAIL: "rehearsals:mail",
    Action.ASK: "efile:register",
    Action.SEE_REQUEST: "efile:history",
    Action.MOVE_CLOCK: "rehearsals:clock",
}
_COURT_PAGES = {
    Action.LOG_IN: "ecf:login",
    Action.RESET: "ecf:lost_password",
    Action.LINK: "link:form",
    Action.FILE: "ecf:entry",
}


@login_not_required
@never_cache
def home(request: RehearsalRequest) -> HttpResponse:
    """Choose a person, or see that person's four steps, credentials and sites."""
    state = read_state(request.rehearsal, at_wall=request.wall_at)
    persona = current_persona(request)
    court = state.home_court
    cast = list(cast_rows(state))
    context = {
        "people": [
            person
            for person in (
                *registered_people(request.rehearsal, state.pacer_accounts),
                *state.pack.personas,
            )
            if person != persona
        ],
        "suggested": SUGGESTED,
        "cast": cast,
        "mine": [row for row in cast if persona and row.key == persona.key],
        "sites": _sites(court),
        "changes": recent_changes(request.rehearsal, limit=3),
        "courts": [_court_site(court, court.phase(request.at)) for court in state.courts],
        "unread": request.rehearsal.mails.filter(is_delivered=True, opened_at=None).count(),
        "court_now": second_text(request.at, court.time_zone),
        "the_court": court,
        "phase": court.phase(request.at),
        "desks": [court_card(request), PSC_CARD],
    }
    if persona:
        context |= _my_steps(state, persona, request.at)
        context["recovery_details"] = recovery_details(state, persona)
    return render(request, "training/home.html", context)


@login_not_required
@require_POST
def switch_person(request: PacerRequest, key: str) -> HttpResponse:
    """Practice as the person `key`. The previous person's sign-ons in this browser end."""
    persona = find_person(request.rehearsal, key)
    if persona is None:
        raise Http404
    account = request.pacer_account
    request.session.sign_off()
    practice_as(request.session, persona, request.rehearsal.pack)
    record_activity(
        request.rehearsal,
        "people.sat_down",
        at=request.at,
        who=persona.name,
        detail=f"{account.log_name} was logged out" if account else "",
    )
    messages.success(
        request, f"You are now {persona.name}. You are logged out everywhere in this browser."
    )
    return redirect(home_path(request))


def _my_steps(state: RehearsalState, persona: PersonaSpec, at: datetime) -> dict[str, Any]:
    court = state.home_court
    steps = four_steps(situation_of(state, persona, at))
    action, step = next_action(steps)
    return {
        "rows": [_row(step, court) for step in steps],
        "done": sum(step.status is Status.COMPLETED for step in steps),
        "next": {
            "label": _LABELS[action],
            "url": _url(action, (step and step.at_court) or court),
            "step": step,
        },
    }


def _row(step: Step, court: Court) -> dict[str, Any]:
    """A line of the task list. It has no link when there is no page to act on."""
    url = ""
    if step.action and step.action is not Action.CALL_COURT:
        url = _url(step.action, step.at_court or court)
    return {
        "number": step.number,
        "title": step.title,
        "status_key": step.status.value,
        "status_text": step.status.text,
        "reason": step.reason,
        "url": url,
    }


def _url(action: Action, court: Court) -> str:
    if action is Action.OPEN_BILLING:
        return reverse("pacer:register_kind", args=["firm-billing"])
    if action in _PAGES:
        return reverse(_PAGES[action])
    if action in _COURT_PAGES:
        return reverse(_COURT_PAGES[action], args=[court.code])
    return "#desks-heading" if action is Action.CALL_COURT else ""


def _sites(court: Court) -> list[dict[str, str]]:
    return [
        {
            "label": "Court web site",
            "note": "Dates, notices, the NextGen page",
            "address": court.web_address,
            "url": reverse("site:nextgen", args=[court.code]),
        },
        {
            "label": "PACER",
            "note": "Register for an account",
            "address": "www.pacer.gov",
            "url": reverse("pacer:home"),
        },
        {
            "label": "Manage My Account",
            "note": "Your PACER account and its upgrade",
            "address": "pacer.psc.uscourts.gov",
            "url": reverse("psc:login"),
        },
    ]


def _court_site(court: Court, phase: CourtPhase) -> dict[str, Any]:
    return {
        "label": f"CM/ECF, {court.name}",
        "address": court.ecf_address,
        "url": reverse("ecf:entry", args=[court.code]),
        "phase": phase,
    }
