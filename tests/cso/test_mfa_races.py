"""Simultaneous use of one passcode, backup code or skip."""

from datetime import datetime

import pytest

from cso.mfa import services
from cso.mfa.rules import MfaRefusal
from rehearsals import services as rehearsals
from rehearsals.clock import clock
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.cast import MAX
from tests.support.moments import SEED_MOMENT
from tests.support.second_factor import SECRET, account_of, backup_codes, enroll, passcode

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def now() -> dict[str, datetime]:
    return {"at": SEED_MOMENT, "wall_at": clock.wall_now()}


@pytest.fixture
def rehearsal(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def test_simultaneous_use_of_one_passcode_succeeds_once(rehearsal):
    enroll(rehearsal)
    code = passcode(clock.wall_now())
    results = races.at_once(rehearsal, *[_give(rehearsal, code)] * 3)
    assert results == {"in": 1, MfaRefusal.INVALID: 2}


def test_simultaneous_use_of_one_backup_code_succeeds_once(rehearsal):
    enroll(rehearsal)
    code = backup_codes(rehearsal)[0]
    results = races.at_once(rehearsal, *[_give(rehearsal, code)] * 3)
    assert results == {"in": 1, MfaRefusal.INVALID: 2}
    assert account_of(rehearsal).backup_codes.filter(used_at=None).count() == 9


def test_app_confirmed_twice_is_added_once(rehearsal):
    code = passcode(clock.wall_now())

    def confirm(name: str):
        values = {"secret": SECRET, "name": name, "passcode": code}
        return lambda: services.confirm_app(account=account_of(rehearsal), **values, **now()).secret

    assert races.at_once(rehearsal, confirm("Phone"), confirm("Tablet")) == {SECRET: 2}
    assert account_of(rehearsal).authenticator_apps.count() == 1


def test_last_skip_is_used_once(rehearsal):
    rehearsal.pacer_accounts.filter(account_number=MAX.number).update(mfa_skips=2)
    results = races.at_once(rehearsal, *[_skip(rehearsal)] * 3)
    assert results == {0: 1, MfaRefusal.NO_SKIPS_LEFT: 2}
    assert account_of(rehearsal).mfa_skips == 3


def _give(rehearsal, code):
    def act() -> str:
        services.verify_passcode(account=account_of(rehearsal), code=code, **now())
        return "in"

    return act


def _skip(rehearsal):
    return lambda: services.skip_enrollment(
        account=account_of(rehearsal), is_filer=True, at=SEED_MOMENT
    )
