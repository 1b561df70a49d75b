"""Every action has all rungs, and every official label in them is on the page that they name."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse

from cmecf.courts.phases import CourtPhase
from rehearsals.web.mount import inside_rehearsal
from tests.support import (
    legacy,
    link_steps,
    login_pages,
    payment_pages,
    registration_pages,
    upgrade_pages,
)
from tests.support.cast import JOHN, NOEL
from tests.support.moments import LIVE, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text
from tests.support.visitor import Visitor
from training.hints.ladder import Instruction, Ladder
from training.hints.ladders import ladder
from training.home.situation import Action

pytestmark = pytest.mark.django_db

MOMENTS = {
    CourtPhase.LEGACY: SEED_MOMENT,
    CourtPhase.OUTAGE: WEEKEND,
    CourtPhase.NEXTGEN: LIVE,
}
# In which phases of the court an action can be the next one. Every other action: in all of them.
PHASES = {
    Action.LOG_IN: [CourtPhase.LEGACY],
    Action.RESET: [CourtPhase.LEGACY, CourtPhase.NEXTGEN],
    Action.MOVE_CLOCK: [CourtPhase.LEGACY, CourtPhase.OUTAGE],
    Action.LINK: [CourtPhase.NEXTGEN],
    Action.ASK: [CourtPhase.NEXTGEN],
    Action.SEE_REQUEST: [CourtPhase.NEXTGEN],
    Action.FILE: [CourtPhase.NEXTGEN],
    Action.NOTHING: [CourtPhase.NEXTGEN],
}
CASES = [(action, phase) for action in Action for phase in PHASES.get(action, MOMENTS)]
PATHS = {
    "training:home": "/",
    "rehearsals:clock": "/clock/",
    "rehearsals:who_to_call": "/help/who-to-call/",
    "pacer:home": "/pacer/",
    "pacer:register": "/pacer/register/",
    "pacer:register_kind": "/pacer/register/firm-billing/",
    "psc:login": "/psc/login/",
    "site:home": "/www/nmd/",
    "site:nextgen": "/www/nmd/cmecf-nextgen/",
    "ecf:entry": "/ecf/nmd/",
    "ecf:login": "/ecf/nmd/cgi-bin/login.pl",
    "ecf:lost_password": "/ecf/nmd/cgi-bin/lostPassword.pl",
    "cso:login": "/cso/csologin/login.jsf",
}


def registration(visitor: Visitor, action: Action) -> str:
    first = page_text(visitor.get(registration_pages.FIRST))
    registration_pages.fill(visitor, until=registration_pages.FOURTH)
    return first + page_text(visitor.get(registration_pages.FOURTH))


def upgrade(visitor: Visitor, action: Action) -> str:
    upgrade_pages.log_in(visitor, NOEL)
    person = page_text(visitor.get(upgrade_pages.path_of("person")))
    upgrade_pages.fill(visitor, "person", "address")
    return person + page_text(visitor.get(upgrade_pages.path_of("security")))


def manage_account(path: str) -> Callable[[Visitor, Action], str]:
    def opened(visitor: Visitor, action: Action) -> str:
        login_pages.log_in(visitor, NOEL, path=login_pages.PSC)
        return page_text(visitor.get(path))

    return opened


def paa_maintenance(visitor: Visitor, action: Action) -> str:
    payment_pages.enter(visitor, payment_pages.make_paa(visitor.rehearsal))
    return page_text(visitor.get("/psc/account/paa/"))


def menu(visitor: Visitor, action: Action) -> str:
    """The menu of CM/ECF and its Utilities: before the move, and after it for John."""
    if action is Action.LOG_IN:
        legacy.as_filer(visitor, NOEL)
    elif action is Action.FILE:
        link_steps.link(visitor, JOHN)
    else:
        login_pages.log_in(visitor, JOHN)
    return page_text(visitor.get(link_steps.UTILITIES, follow=True))


def logged_in(path: str) -> Callable[[Visitor, Action], str]:
    def opened(visitor: Visitor, action: Action) -> str:
        login_pages.log_in(visitor, JOHN)
        return page_text(visitor.get(path))

    return opened


def confirmation(visitor: Visitor, action: Action) -> str:
    login_pages.log_in(visitor, JOHN)
    link_steps.prove(visitor, JOHN)
    return page_text(visitor.get(link_steps.CONFIRM))


OPENED = {
    "account:register_step": registration,
    "account:upgrade_step": upgrade,
    "account:landing": manage_account("/psc/account/"),
    "account:maintenance": manage_account("/psc/account/maintenance/"),
    "account:paa_members": paa_maintenance,
    "ecf:menu": menu,
    "chooser:courts": logged_in("/cso/courts/"),
    "link:form": logged_in(link_steps.FORM),
    "link:confirm": confirmation,
}


def instructions(hints: Ladder) -> tuple[Instruction, ...]:
    return (hints.where, *hints.clicks, *hints.also)


def open_page(visitor: Visitor, page: str, action: Action) -> str:
    if page in PATHS:
        return page_text(visitor.get(PATHS[page]))
    return OPENED[page](visitor, action)


@pytest.mark.parametrize(("action", "phase"), CASES, ids=lambda value: value.value)
def test_each_label_is_on_the_page_that_the_hint_names(new_visitor, rehearsal, action, phase):
    new_visitor().at(MOMENTS[phase])
    court = rehearsal.courts.get(code="nmd")
    named: dict[str, set[str]] = {}
    for one in instructions(ladder(action, phase)):
        labels = re.findall(r"\[([^\]]+)\]", one.text.replace("{court}", court.name))
        assert bool(labels) is bool(one.page), f"a page without labels, or the reverse: {one}"
        named.setdefault(one.page, set()).update(labels)
    missing = {
        (page, label)
        for page, labels in named.items()
        for shown in ([open_page(new_visitor(), page, action)] if page else [])
        for label in labels
        if label not in shown
    }
    assert missing == set()


@pytest.mark.parametrize(("action", "phase"), CASES, ids=lambda value: value.value)
def test_each_ladder_has_four_rungs(rehearsal, action, phase):
    hints = ladder(action, phase)
    assert all((hints.title, hints.goal, hints.where.text, hints.clicks))
    with inside_rehearsal(rehearsal):
        for place in (hints.start, hints.exact):
            assert reverse(place.url_name, args=[arg.format(court="nmd") for arg in place.args])


@pytest.mark.parametrize("action", [Action.UPGRADE, Action.LINK, Action.REGISTER])
def test_steps_start_where_a_person_starts_in_real_life(action):
    start = ladder(action, CourtPhase.NEXTGEN).start
    assert start.url_name in ("pacer:home", "site:home")
