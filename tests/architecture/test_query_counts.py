"""A page asks the database the same number of questions for twenty filers as for forty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rehearsals.activity.services import record_activity
from rehearsals.models import Mail
from rehearsals.web import mount
from tests.architecture.test_every_page import PAGES
from tests.support.cast import JOHN
from tests.support.factories import CmecfAccountFactory, PacerAccountFactory
from tests.support.login_pages import log_in
from tests.support.moments import LIVE, SEED_MOMENT

pytestmark = pytest.mark.django_db
MOST = 12


def grow(rehearsal) -> None:
    """Twenty more of everything that a page might list."""
    court = rehearsal.courts.get(code="nmd")
    accounts = PacerAccountFactory.create_batch(20, rehearsal=rehearsal)
    with mount.inside_rehearsal(rehearsal):
        for account in accounts:
            CmecfAccountFactory(court=court, pacer_account=account, linked_at=LIVE)
            record_activity(rehearsal, "cso.sign_on", who=account.log_name)
    Mail.objects.bulk_create(
        Mail(rehearsal=rehearsal, to=JOHN.email, sender="x@example.org", subject="A letter",
             body="Words", court_at=LIVE)
        for _ in accounts
    )  # fmt: skip


def count(visitor, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        visitor.get(path)
    return len(asked)


@pytest.mark.parametrize("at", [SEED_MOMENT, LIVE], ids=["legacy", "nextgen"])
def test_no_page_asks_more_for_more_people(visitor, at):
    visitor.at(at)
    log_in(visitor, JOHN)
    grow(visitor.rehearsal)
    before = {path: (visitor.get(path), count(visitor, path))[1] for path in PAGES}
    grow(visitor.rehearsal)
    after = {path: (visitor.get(path), count(visitor, path))[1] for path in PAGES}
    assert after == before
    assert {path: asked for path, asked in before.items() if asked > MOST} == {}
