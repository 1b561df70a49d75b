"""A rehearsal's home: who I am today, my four steps, what comes next, and every door."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from rehearsals.clock import clock
from rehearsals.clock.court_time import second_text
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD
from rehearsals.packs.pack import PersonaSpec
from rehearsals.packs.personas import current_persona
from training.home.four_steps import Action, Status, Step, four_steps, next_action
from training.home.queries import World, cast_rows, read_world, standing_of
from training.home.recovery_details import by_heart

SUGGESTED = "p01"

_LABELS = {
    Action.REGISTER: "Register your own PACER account",
    Action.OPEN_BILLING: "Open a billing account",
    Action.ADD_ACCOUNTS: "Add accounts to the billing account",
    Action.RECOVER: "Get your PACER username back",
    Action.UPGRADE: "Upgrade your PACER account",
    Action.LOG_IN: "Log in to CM/ECF",
    Action.RESET: "Reset your CM/ECF password",
    Action.READ_MAIL: "Open the mailbox",
    Action.CALL_COURT: "See whom to call",
    Action.LINK: "Link your accounts",
    Action.ASK: "Register to e-file",
    Action.SEE_REQUEST: "See how your request stands",
    Action.MOVE_CLOCK: "Move the clock",
    Action.FILE: "Open CM/ECF",
    Action.NOTHING: "",
}
_WAYS = {
    Action.REGISTER: "pacer:register",
    Action.ADD_ACCOUNTS: "account:paa_members",
    Action.RECOVER: "psc:forgot_username",
    Action.UPGRADE: "account:upgrade",
    Action.READ_MAIL: "rehearsals:mail",
    Action.ASK: "efile:register",
    Action.SEE_REQUEST: "efile:history",
    Action.MOVE_CLOCK: "rehearsals:clock",
}
_WAYS_AT_COURT = {
    Action.LOG_IN: "ecf:login",
    Action.RESET: "ecf:lost_password",
    Action.LINK: "link:form",
    Action.FILE: "ecf:entry",
}


@login_not_required
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    world = read_world(request.rehearsal, at_wall=clock.wall_now())
    at, persona = clock.now(), current_persona(request)
    cast = list(cast_rows(world))
    context = {
        "people": _people(world, persona),
        "suggested": SUGGESTED,
        "cast": cast,
        "mine": [row for row in cast if persona and row.key == persona.key],
        "sites": _sites(world.home_court),
        "courts": [_court_door(court, court.phase(at)) for court in world.courts],
        "unread": request.rehearsal.mails.filter(is_delivered=True, opened_at=None).count(),
        "court_now": second_text(at, world.home_court.time_zone),
        "the_court": world.home_court,
        "phase": world.home_court.phase(at),
        "desks": [court_card(request), PSC_CARD],
    }
    if persona:
        context |= _my_steps(world, persona, at) | {"by_heart": by_heart(world, persona)}
    return render(request, "training/home.html", context)


def _people(world: World, persona: PersonaSpec | None) -> list[PersonaSpec]:
    """Everybody one could be instead."""
    return [person for person in world.pack.personas if person != persona]


def _my_steps(world: World, persona: PersonaSpec, at: datetime) -> dict[str, Any]:
    steps = four_steps(standing_of(world, persona, at))
    action, step = next_action(steps)
    return {
        "rows": [_row(step, world.home_court) for step in steps],
        "done": sum(step.status is Status.COMPLETED for step in steps),
        "next": {
            "label": _LABELS[action],
            "url": _url(action, (step and step.at_court) or world.home_court),
            "step": step,
        },
    }


def _row(step: Step, court: Court) -> dict[str, Any]:
    """A line of the task list; a step that cannot be started is no link."""
    leads = step.action and step.action is not Action.CALL_COURT
    return {
        "number": step.number,
        "title": step.title,
        "status_key": step.status.value,
        "status_text": step.status.text,
        "reason": step.reason,
        "url": _url(step.action, step.at_court or court) if leads else "",
    }


def _url(action: Action, court: Court) -> str:
    if action is Action.OPEN_BILLING:
        return reverse("pacer:register_kind", args=["firm-billing"])
    if action in _WAYS:
        return reverse(_WAYS[action])
    if action in _WAYS_AT_COURT:
        return reverse(_WAYS_AT_COURT[action], args=[court.code])
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
            "note": "Your PACER account, and its upgrade",
            "address": "pacer.psc.uscourts.gov",
            "url": reverse("psc:login"),
        },
    ]


def _court_door(court: Court, phase: CourtPhase) -> dict[str, Any]:
    return {
        "label": f"CM/ECF, {court.name}",
        "address": court.ecf_address,
        "url": reverse("ecf:entry", args=[court.code]),
        "phase": phase,
    }
