"""A password was right and the second step is still to come: nothing is open yet."""

from datetime import UTC, datetime, timedelta

import pytest
from freezegun import freeze_time

from cso.sign_on import pending
from cso.sign_on.sessions import PENDING, SessionStore
from tests.support.cast import JOHN, NOEL

pytestmark = pytest.mark.django_db

WALL = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def noel(rehearsal):
    return rehearsal.pacer_accounts.get(account_number=NOEL.number)


@pytest.fixture
def session(rehearsal, noel) -> SessionStore:
    made = SessionStore(None, rehearsal)
    with freeze_time(WALL):
        pending.hold(made, noel, client_code="SMITH", site="PACER Login", destination="/x/")
    return made


@pytest.mark.parametrize(
    ("after", "is_alive"),
    [(timedelta(0), True), (pending.LIFE, True), (pending.LIFE + SECOND, False)],
)
def test_the_second_step_may_be_taken_for_ten_minutes(session, noel, after, is_alive):
    with freeze_time(WALL + after):
        assert pending.account_of(session) == (noel if is_alive else None)
        assert (pending.read(session) is not None) is is_alive


@pytest.mark.parametrize("change", [{"password": "!"}, {"is_disabled": True}])
def test_it_ends_with_the_password_and_with_the_account(session, rehearsal, change):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(**change)
    with freeze_time(WALL):
        assert pending.account_of(session) is None


def test_it_signs_nobody_on_and_holds_no_secret(session, noel):
    assert session.pacer_account is None
    assert NOEL.password not in str(session[PENDING])
    assert noel.password not in str(session[PENDING])


def test_it_can_be_given_up(session):
    pending.forget(session)
    assert pending.account_of(session) is None
    assert pending.read(session) is None


def test_a_sign_on_ends_it_also_somebody_elses(session, rehearsal):
    john = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    session.sign_on(john, at=WALL)
    assert pending.read(session) is None
