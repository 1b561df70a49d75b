"""One passcode, one backup code, one last skip, twice in the same moment."""

from datetime import datetime

import pytest

from cso.mfa import services
from cso.mfa.rules import MfaRefusal
from rehearsals import services as rehearsals
from rehearsals.clock import clock
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.cast import MAX
from tests.support.second_factor import SECRET, account_of, backup_codes, enroll, passcode

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def now() -> dict[str, datetime]:
    return {"at": clock.now(), "wall_at": clock.wall_now()}


@pytest.fixture
def world(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def test_a_passcode_lets_one_of_three_browsers_in(world):
    enroll(world)
    code = passcode(clock.wall_now())
    results = races.at_once(world, *[_give(world, code)] * 3)
    assert results == {"in": 1, MfaRefusal.INVALID: 2}


def test_a_backup_code_lets_one_of_three_browsers_in(world):
    enroll(world)
    code = backup_codes(world)[0]
    results = races.at_once(world, *[_give(world, code)] * 3)
    assert results == {"in": 1, MfaRefusal.INVALID: 2}
    assert account_of(world).backup_codes.filter(used_at=None).count() == 9


def test_an_app_confirmed_twice_under_two_names_is_one_app(world):
    code = passcode(clock.wall_now())

    def confirm(name: str):
        told = {"secret": SECRET, "name": name, "passcode": code}
        return lambda: services.confirm_app(account=account_of(world), **told, **now()).secret

    assert races.at_once(world, confirm("Phone"), confirm("Tablet")) == {SECRET: 2}
    assert account_of(world).authenticator_apps.count() == 1


def test_the_last_skip_is_taken_once(world):
    world.pacer_accounts.filter(account_number=MAX.number).update(mfa_skips=2)
    results = races.at_once(world, *[_skip(world)] * 3)
    assert results == {0: 1, MfaRefusal.NO_SKIPS_LEFT: 2}
    assert account_of(world).mfa_skips == 3


def _give(world, code):
    def act() -> str:
        services.verify_passcode(account=account_of(world), code=code, **now())
        return "in"

    return act


def _skip(world):
    return lambda: services.skip_enrollment(
        account=account_of(world), is_filer=True, at=clock.now()
    )
