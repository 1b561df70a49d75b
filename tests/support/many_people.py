"""A rehearsal with many people, to see that a page makes no more queries for them."""

from rehearsals.activity.services import record_activity
from rehearsals.models import Mail, Rehearsal
from rehearsals.web import mount
from tests.support.cast import JOHN
from tests.support.factories import CmecfAccountFactory, PacerAccountFactory
from tests.support.moments import LIVE

MOST_QUERIES = 12  # of one page


def grow(rehearsal: Rehearsal) -> None:
    """Add twenty more of everything that a page might list."""
    court = rehearsal.courts.get(code="nmd")
    accounts = PacerAccountFactory.create_batch(20, rehearsal=rehearsal)
    with mount.inside_rehearsal(rehearsal):
        for account in accounts:
            CmecfAccountFactory(court=court, pacer_account=account, linked_at=LIVE)
            record_activity(rehearsal, "cso.sign_on", who=account.log_name, at=LIVE)
    Mail.objects.bulk_create(
        Mail(rehearsal=rehearsal, to=JOHN.email, sender="x@example.org", subject="A subject",
             body="A body", court_at=LIVE)
        for _ in accounts
    )  # fmt: skip
