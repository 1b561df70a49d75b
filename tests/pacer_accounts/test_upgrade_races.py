"""Upgrades at the same moment, on SQLite and PostgreSQL."""

from collections import Counter

import pytest
from django.contrib.auth.hashers import make_password

from pacer_accounts.upgrade import services
from pacer_accounts.upgrade.refusals import UpgradeRefusal
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support import races, upgrade_pages
from tests.support.cast import NOEL, OWEN
from tests.support.moments import SEED_MOMENT
from tests.support.upgrade_pages import text as text_of
from tests.support.visitor import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def world(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def at_once(world, *wishes) -> Counter:
    """Each (who, username) submits at the same moment; what came of it."""
    asks = [_ask(world, who, username) for who, username in wishes]
    acts = [lambda ask=ask: services.upgrade(**ask).account_number for ask in asks]
    return races.at_once(world, *acts)


def _ask(world, who, username) -> dict:
    security = {"username": username, "password": make_password("Canary-Word-77")}
    questions = {"question_1": "?", "answer_1": "x", "question_2": "?", "answer_2": "y"}
    return {
        "account": world.pacer_accounts.get(account_number=who.number),
        "details": {"user_type": "ATTORNEY", "county": "Bernalillo"},
        "security": security | questions,
        "at": SEED_MOMENT,
    }


def test_four_tabs_that_submit_at_once_upgrade_once(world):
    results = at_once(world, *[(NOEL, "noelattorney")] * 4)
    assert results == {NOEL.number: 1, UpgradeRefusal.ALREADY_UPGRADED: 3}
    assert world.mails.count() == 1
    assert world.activities.filter(what="pacer.upgrade", outcome="done").count() == 1


def test_eight_identical_submits_upgrade_once_and_all_end_on_the_result(world):
    noel = upgrade_pages.log_in(Visitor(world), NOEL)
    upgrade_pages.fill(noel, "person", "address")
    token = upgrade_pages.token_on(noel.get(upgrade_pages.path_of("security")))
    form = upgrade_pages.SECURITY | {"draft": token, "action": "next"}
    sent = races.submit_at_once(noel, upgrade_pages.path_of("security"), form, times=8)
    sent.append(noel.copy())  # and once more, a moment later
    sent[-1].answer = sent[-1].post(upgrade_pages.path_of("security"), form)
    assert {(one.answer.status_code, one.answer.url) for one in sent} == {
        (302, f"{world.mount}/psc/upgrade/done/")
    }
    assert all("Upgrade Complete" in text_of(one.get(one.answer.url)) for one in sent)
    assert world.activities.filter(what="pacer.upgrade", outcome="done").count() == 1
    assert world.mails.count() == 1


def test_same_username_at_once_upgrades_one_account(world):
    results = at_once(world, (NOEL, "wanted.by.both"), (OWEN, "Wanted.By.Both"))
    assert results[UpgradeRefusal.USERNAME_TAKEN] == 1
    winner = world.pacer_accounts.named("wanted.by.both").get()
    loser = OWEN if winner.account_number == NOEL.number else NOEL
    held = world.pacer_accounts.get(account_number=loser.number)
    assert (held.is_legacy, held.username) == (True, loser.username)
    assert world.mails.count() == 1
