"""What doesn't end a filing: Submit, pressed afterwards, files it."""

from datetime import timedelta

import pytest

from cso.models import SignOnSession
from dockets.models import DocketEntry
from rehearsals.clock import clock
from rehearsals.models import ClockManner, CourtClock
from tests.support import login_pages
from tests.support.cast import JOHN, NOEL
from tests.support.document_pages import accept_directly, document_of, path_of
from tests.support.filing_steps import as_filer, press, step_path, to_final, token_of
from tests.support.legacy import log_in
from tests.support.link_steps import agree, link
from tests.support.moments import FIRST_RUSH, SEED_MOMENT
from tests.support.submissions import party

pytestmark = pytest.mark.django_db
FINAL = step_path("final")


def last_page(visitor):
    """The hidden fields of the last page of a filing."""
    to_final(visitor, "motions", "motion-compel", party(visitor.rehearsal).pk)
    return token_of(visitor, "final")


def is_filed(visitor, answer) -> bool:
    key = answer.headers["Location"].rstrip("/").split("/")[-2]
    entry = DocketEntry.objects.exclude(filing_key="").get(rehearsal=visitor.rehearsal)
    return str(entry.pk) == key


@pytest.fixture
def john(visitor):
    """John on the morning of the move, with a linked account."""
    link(visitor.at(FIRST_RUSH), JOHN)
    agree(visitor)
    return visitor


def test_clock_that_runs_over_midnight(john):
    hidden = last_page(john)
    started = clock.wall_now() - timedelta(
        hours=20
    )  # of real time, in which nobody moved the clock
    CourtClock.objects.update(manner=ClockManner.RUNNING, court_at=FIRST_RUSH, wall_at=started)
    assert is_filed(john, john.post(FINAL, hidden))


def test_class_clock_that_is_moved_by_a_minute(john):
    hidden = last_page(john)
    john.at(FIRST_RUSH + timedelta(minutes=1))
    assert is_filed(john, john.post(FINAL, hidden))


def test_login_again_after_half_an_hour_without_activity(john):
    hidden = last_page(john)
    SignOnSession.objects.update(last_seen_at=clock.wall_now() - timedelta(minutes=31))
    login = john.post(FINAL, hidden)["Location"].removeprefix(john.rehearsal.mount)
    back = login_pages.log_in(john, JOHN, path=login)
    assert back["Location"].endswith(FINAL)
    agree(john)
    assert is_filed(john, press(john, "final"))


def test_pacer_login_beside_it_to_pay_for_a_document(visitor):
    as_filer(visitor.at(SEED_MOMENT), NOEL)
    hidden, document = last_page(visitor), document_of(visitor.rehearsal)
    log_in(visitor, NOEL.username, NOEL.password, redaction=False, at=path_of(document))
    assert accept_directly(visitor, document).status_code == 200
    assert is_filed(visitor, visitor.post(FINAL, hidden))


def test_sign_on_at_pacer_in_another_tab(visitor):
    as_filer(visitor.at(SEED_MOMENT), NOEL)
    hidden = last_page(visitor)
    login_pages.log_in(visitor, NOEL)
    assert is_filed(visitor, visitor.post(FINAL, hidden))
