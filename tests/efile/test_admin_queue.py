"""The clerk's queue of registrations: list, filters and query counts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support.cast import JOHN, NINA, RUTH
from tests.support.factories import (
    CmecfAccountFactory,
    EfileRegistrationFactory,
    PacerAccountFactory,
)
from tests.support.moments import FIRST_RUSH
from tests.support.staff import staff_client
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db
LIST = "admin:efile_efileregistration_changelist"
PAGE = "admin:efile_efileregistration_change"


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


def ask(rehearsal, account, court="nmd", **more):
    hold(rehearsal, FIRST_RUSH)
    return EfileRegistrationFactory(
        court=rehearsal.courts.get(code=court), pacer_account=account, **more
    )


def of(rehearsal, who):
    return rehearsal.pacer_accounts.get(account_number=who.number)


def listed(client, **query) -> str:
    return client.get(reverse(LIST), query).content.decode()


def test_list_counts_likely_matches_in_the_same_court(clerk, rehearsal):
    ask(rehearsal, of(rehearsal, JOHN))
    assert '<td class="field-likely">1</td>' in listed(clerk)
    ask(rehearsal, of(rehearsal, JOHN), court="nmb")
    assert '<td class="field-likely">0</td>' in listed(clerk)


def test_same_name_in_another_rehearsal_is_not_a_match(clerk, rehearsal):
    other = rehearsals.start(wall_at=wall_now(), title="Another")
    CmecfAccountFactory(
        court=other.courts.get(code="nmd"), first_name="Ruth", last_name="Researcher",
        email=RUTH.email,
    )  # fmt: skip
    row = ask(rehearsal, of(rehearsal, RUTH))
    page = clerk.get(reverse(PAGE, args=[row.pk])).content.decode()
    assert "No CM/ECF account in this court looks like the requester" in page


def test_query_count_does_not_grow_with_requests(clerk, rehearsal):
    def grow():
        for account in PacerAccountFactory.create_batch(5, rehearsal=rehearsal):
            ask(rehearsal, account)

    def count():
        with CaptureQueriesContext(connection) as asked:
            listed(clerk)
        return len(asked)

    grow()
    before = count()
    grow()
    assert count() == before


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ({"q": JOHN.number}, True),
        ({"q": "Attorney"}, True),
        ({"q": NINA.name}, False),
        ({"status__exact": "submitted"}, True),
        ({"status__exact": "rejected"}, False),
        ({"court__code": "nmb"}, False),
        ({"kind__exact": "attorney"}, True),
    ],
)
def test_queue_can_be_searched_and_filtered(clerk, rehearsal, query, is_found):
    row = ask(rehearsal, of(rehearsal, JOHN))
    assert (reverse(PAGE, args=[row.pk]) in listed(clerk, **query)) is is_found


def test_empty_fields_are_left_out(clerk, rehearsal):
    row = ask(rehearsal, of(rehearsal, RUTH), bar_number="SIM-0001")
    page = clerk.get(reverse(PAGE, args=[row.pk])).content.decode()
    assert "SIM-0001" in page
    assert "Other Names Used" not in page


def test_court_filter_has_a_title(clerk):
    page = listed(clerk)
    assert "<h2>Court</h2>" in page
    assert 'rel="icon"' in page  # or the browser asks for one that is not there


def test_unknown_decision_is_not_found(clerk, rehearsal):
    row = ask(rehearsal, of(rehearsal, RUTH))
    url = reverse("admin:efile_efileregistration_decide", args=[row.pk])
    assert clerk.post(url, {"decision": "delete"}).status_code == 404
    assert clerk.get(url).status_code == 403
    assert (
        clerk.post(url, {"decision": "more", "remark": "x" * 501}, follow=True).status_code == 200
    )
    row.refresh_from_db()
    assert row.status == "submitted"
