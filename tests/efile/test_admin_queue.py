"""The clerk's queue of registrations: list, filters and query counts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support.cast import JOHN, MIRIAM, NINA, RUTH
from tests.support.factories import (
    CmecfAccountFactory,
    EfileRegistrationFactory,
    PacerAccountFactory,
)
from tests.support.moments import FIRST_RUSH
from tests.support.page_text import page_text
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
        ({"state": "waiting"}, True),
        ({"state": "rejected"}, False),
        ({"state": "all"}, True),
        ({"court__code": "nmb"}, False),
        ({"kind__exact": "attorney"}, True),
    ],
)
def test_queue_can_be_searched_and_filtered(clerk, rehearsal, query, is_found):
    row = ask(rehearsal, of(rehearsal, JOHN))
    assert (reverse(PAGE, args=[row.pk]) in listed(clerk, **query)) is is_found


def decide(client, row, verb, **values):
    url = reverse("admin:efile_efileregistration_decide", args=[row.pk])
    return client.post(url, {"decision": verb, **values}, follow=True)


def test_list_opens_on_what_waits_and_teaches_when_nothing_does(clerk, rehearsal):
    assert "Nothing waits. A request appears here when" in listed(clerk)
    row = ask(rehearsal, of(rehearsal, MIRIAM), status="rejected")
    assert reverse(PAGE, args=[row.pk]) not in listed(clerk)
    assert "Nothing waits. A request appears here when" in listed(clerk, state="waiting")
    assert reverse(PAGE, args=[row.pk]) in listed(clerk, state="all")
    missed = listed(clerk, q=RUTH.number)
    assert f'href="?q={RUTH.number}&amp;state=all">Search the whole list' in missed


def test_after_a_decision_the_next_waiting_request_follows(clerk, rehearsal):
    first, second = ask(rehearsal, of(rehearsal, RUTH)), ask(rehearsal, of(rehearsal, MIRIAM))
    assert "Next waiting (1)" in clerk.get(reverse(PAGE, args=[first.pk])).content.decode()
    after = decide(clerk, first, "approve")
    assert after.redirect_chain[-1][0] == reverse(PAGE, args=[second.pk])
    done = f"Approved: {RUTH.name}, {first}, District of New Mexico, in {rehearsal}."
    assert done in page_text(after)
    after = decide(clerk, second, "more", remark="Send your certificate.")
    assert after.redirect_chain[-1][0] == reverse(LIST)
    assert "Nothing else waits here." in page_text(after)


def test_refused_decision_stays_on_the_request(clerk, rehearsal):
    row = ask(rehearsal, of(rehearsal, RUTH))
    ask(rehearsal, of(rehearsal, MIRIAM))
    after = decide(clerk, row, "reject", reason="other")
    assert after.redirect_chain[-1][0] == reverse(PAGE, args=[row.pk])
    assert "Write a remark" in page_text(after)


def test_history_of_a_request_shows_its_decision(clerk, rehearsal):
    row = ask(rehearsal, of(rehearsal, RUTH))
    decide(clerk, row, "approve")
    history = clerk.get(reverse("admin:efile_efileregistration_history", args=[row.pk]))
    assert "Approved an e-file registration Done staff clerk" in page_text(history)


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
