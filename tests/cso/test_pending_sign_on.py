"""Sign-ons whose password was verified and whose passcode is still missing."""

from datetime import UTC, datetime, timedelta

import pytest

from cso.sign_on import pending_sign_on
from cso.sign_on.sessions import PENDING, SessionStore
from pacer_accounts.models import PacerAccount
from tests.support.cast import JOHN, NOEL

pytestmark = pytest.mark.django_db

WALL = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def noel(rehearsal):
    return rehearsal.pacer_accounts.get(account_number=NOEL.number)


@pytest.fixture
def session(rehearsal, noel) -> SessionStore:
    store = SessionStore(None, rehearsal)
    pending_sign_on.store(
        store,
        noel,
        client_code="SMITH",
        site="PACER Login",
        destination="/x/",
        wall_at=WALL,
    )
    return store


def pending_account(session: SessionStore, at: datetime = WALL) -> PacerAccount | None:
    pending = pending_sign_on.read(session, at)
    return pending_sign_on.account_of(session, pending) if pending else None


@pytest.mark.parametrize(
    ("after", "is_alive"),
    [
        (timedelta(0), True),
        (pending_sign_on.LIFETIME, True),
        (pending_sign_on.LIFETIME + SECOND, False),
    ],
)
def test_passcode_may_be_entered_for_ten_minutes(session, noel, after, is_alive):
    assert pending_account(session, WALL + after) == (noel if is_alive else None)


@pytest.mark.parametrize("change", [{"password": "!"}, {"is_disabled": True}])
def test_pending_sign_on_ends_when_password_changes_or_account_is_disabled(
    session, rehearsal, change
):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(**change)
    assert pending_account(session) is None


def test_pending_sign_on_is_not_signed_on_and_stores_no_secret(session, noel):
    assert session.pacer_account is None
    assert NOEL.password not in str(session[PENDING])
    assert noel.password not in str(session[PENDING])


def test_pending_sign_on_can_be_cleared(session):
    pending_sign_on.clear(session)
    assert pending_sign_on.read(session, WALL) is None


def test_pending_sign_on_of_an_older_version_counts_as_none(session):
    session[PENDING]["proven_at"] = session[PENDING].pop("verified_at")
    assert pending_sign_on.read(session, WALL) is None


def test_another_accounts_sign_on_clears_it(session, rehearsal):
    john = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    session.sign_on(john, at=WALL)
    assert pending_sign_on.read(session, WALL) is None
