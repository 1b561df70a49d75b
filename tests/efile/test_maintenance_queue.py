"""The clerk's queue of updates, the decision, and three ways to make names agree."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from efile.choices import Cases
from efile.models import MaintenanceRequest
from efile.queue.refusals import DecisionRefusal
from efile.updates import rules
from efile.updates.refusals import MaintenanceRefusal
from linking.unlink import services as link_services
from rehearsals.clock.clock import wall_now
from rehearsals.models import CourtClock, Mail
from tests.support.cast import TERESA
from tests.support.data_updates import NAME, PERSONAL, account_of, linked, submit, waiting
from tests.support.factories import CourtFactory
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, WEEKEND
from tests.support.staff import staff_client
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db
LIST = "admin:efile_maintenancerequest_changelist"
PAGE = "admin:efile_maintenancerequest_change"
DECIDE = "admin:efile_maintenancerequest_decide"
NEW_NAME = {"first_name": "Teresa", "middle_name": "", "last_name": "Advocate"}


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


@pytest.fixture
def request_of_teresa(rehearsal):
    hold(rehearsal, FIRST_RUSH)
    return waiting(linked(rehearsal), after=NEW_NAME)


def press(client, row, verb, remark=""):
    typed = {"decision": verb, "remark": remark}
    page = client.post(reverse(DECIDE, args=[row.pk]), typed, follow=True)
    row.refresh_from_db()
    return page.content.decode()


def test_accepted_update_changes_record_log_and_email(clerk, request_of_teresa):
    row = request_of_teresa
    assert "Accepted" in press(clerk, row, "accept", "Welcome, Ms. Advocate.")
    assert (row.status, row.decided_by, row.decided_at) == ("processed", "staff clerk", FIRST_RUSH)
    assert row.cmecf_account.full_name == "Teresa Advocate"
    line = row.rehearsal.activities.get(what="efile.update_accepted")
    assert (line.who, line.court_at) == ("staff clerk", FIRST_RUSH)
    mail = row.rehearsal.mails.get(subject__contains="was accepted")
    assert mail.to == TERESA.email
    assert "Last Name: Counselor -> Advocate" in mail.body
    assert "Welcome, Ms. Advocate." in mail.body


def test_accepted_address_is_in_the_record(clerk, rehearsal):
    hold(rehearsal, FIRST_RUSH)
    after = {"postal_address": "1 New Street\nTaos, New Mexico 87571"}
    row = waiting(linked(rehearsal), "address", after=after, cases=Cases.OPEN,
                  reason_for_update="Moved")  # fmt: skip
    page = clerk.get(reverse(PAGE, args=[row.pk])).content.decode()
    for words in ("(empty)", "1 New Street, Taos", "Open Cases", "Moved"):
        assert words in page
    press(clerk, row, "accept")
    assert row.cmecf_account.postal_address == after["postal_address"]


def test_rejection_needs_a_remark_and_names_the_help_desk(clerk, request_of_teresa):
    row = request_of_teresa
    assert "Write a remark" in press(clerk, row, "reject", "  ")
    assert row.status == "submitted"
    press(clerk, row, "reject", "Send us the order first.")
    assert row.status == "rejected"
    assert row.cmecf_account.full_name == "Teresa M. Counselor"
    body = row.rehearsal.mails.get(subject__contains="was not accepted").body
    for words in ("Send us the order first.", row.court.help_phone, row.court.help_email, PERSONAL):
        assert words in body


def test_second_decision_changes_nothing(clerk, request_of_teresa):
    row = request_of_teresa
    press(clerk, row, "reject", "No.")
    assert "This request has already been decided or withdrawn." in press(clerk, row, "accept")
    assert row.status == "rejected"
    assert Mail.objects.filter(subject__contains="Update Personal").count() == 1


def test_update_cannot_be_accepted_after_unlink(clerk, request_of_teresa):
    row = request_of_teresa
    row.cmecf_account.pacer_account = row.cmecf_account.linked_at = None
    row.cmecf_account.save()
    assert "no longer linked" in press(clerk, row, "accept")
    assert row.status == "submitted"
    press(clerk, row, "reject", "The link was undone.")
    assert row.status == "rejected"


def test_nothing_is_decided_while_the_court_is_closed(clerk, request_of_teresa):
    hold(request_of_teresa.rehearsal, WEEKEND)
    assert "Nothing was decided" in press(clerk, request_of_teresa, "accept")
    assert request_of_teresa.status == "submitted"


def test_page_warns_of_a_newer_record(clerk, request_of_teresa):
    url = reverse(PAGE, args=[request_of_teresa.pk])
    warning = "record changed after this request was sent"
    assert warning not in clerk.get(url).content.decode()
    record = request_of_teresa.cmecf_account
    record.last_name = "Advocate"
    record.save()
    assert warning in clerk.get(url).content.decode()


def test_trainer_may_look_but_not_decide(request_of_teresa):
    trainer = staff_client("Trainers", request_of_teresa.rehearsal)
    row = request_of_teresa
    page = trainer.get(reverse(PAGE, args=[row.pk])).content.decode()
    assert "Clerks decide this. You can only look." in page
    answer = trainer.post(reverse(DECIDE, args=[row.pk]), {"decision": "accept"})
    assert answer.status_code == 403
    row.refresh_from_db()
    assert row.status == "submitted"


def test_unknown_decision_is_not_found(clerk, request_of_teresa):
    url = reverse(DECIDE, args=[request_of_teresa.pk])
    assert clerk.post(url, {"decision": "delete"}).status_code == 404
    assert clerk.get(url).status_code == 403
    press(clerk, request_of_teresa, "reject", "x" * 501)
    assert request_of_teresa.status == "submitted"


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ({"q": TERESA.number}, True),
        ({"q": "tcounselor"}, True),
        ({"q": "nobody"}, False),
        ({"state": "waiting"}, True),
        ({"state": "rejected"}, False),
        ({"court__code": "nmb"}, False),
        ({"kind__exact": "personal"}, True),
        ({"kind__exact": "address"}, False),
    ],
)
def test_queue_can_be_searched_and_filtered(clerk, request_of_teresa, query, is_found):
    page = clerk.get(reverse(LIST), query).content.decode()
    assert (reverse(PAGE, args=[request_of_teresa.pk]) in page) is is_found


def test_list_shows_before_and_after_in_constant_queries(clerk, request_of_teresa):
    def count():
        with CaptureQueriesContext(connection) as asked:
            page = clerk.get(reverse(LIST)).content.decode()
        assert "Last Name: Counselor → Advocate" in page
        return len(asked)

    before = (count(), count())[1]
    for _ in range(5):
        waiting(request_of_teresa.cmecf_account, after=NEW_NAME)
    assert count() == before


def test_names_agree_after_the_court_accepts_the_pacer_name(clerk, visitor, rehearsal):
    record = linked(rehearsal)
    log_in(visitor.at(FIRST_RUSH), TERESA)
    submit(visitor, PERSONAL, **NAME | {"asks_courts": "on"})
    press(clerk, MaintenanceRequest.objects.get(), "accept")
    record.refresh_from_db()
    assert record.full_name == account_of(rehearsal).full_name == "Teresa Advocate"
    assert "The names differ" not in visitor.get(PERSONAL).content.decode()


def test_names_agree_after_the_clerk_corrects_the_record(clerk, visitor, rehearsal):
    record = linked(rehearsal)
    log_in(visitor.at(FIRST_RUSH), TERESA)
    url = reverse("admin:cmecf_cmecfaccount_change", args=[record.pk])
    clerk.post(url, NEW_NAME | {"email": record.email, "role": record.role})
    record.refresh_from_db()
    assert record.full_name == account_of(rehearsal).full_name
    assert "Same name" in visitor.get(PERSONAL).content.decode()
    assert not MaintenanceRequest.objects.exists()


def test_names_agree_after_the_filer_changes_the_pacer_name(visitor, rehearsal):
    record = linked(rehearsal)
    log_in(visitor.at(FIRST_RUSH), TERESA)
    submit(visitor, PERSONAL, **NAME | {"middle_name": "M.", "last_name": "Counselor"})
    assert account_of(rehearsal).full_name == record.full_name
    assert not MaintenanceRequest.objects.exists()


HELD = {"city": "Taos", "county": ""}


@pytest.mark.parametrize(
    ("mark", "typed", "refusal"),
    [
        (rules.edition(HELD), HELD, None),
        (rules.edition(HELD), HELD | {"city": "Santa Fe"}, None),
        ("another", HELD, None),  # undoes nothing
        ("another", HELD | {"city": "Santa Fe"}, MaintenanceRefusal.STALE),
        ("", HELD | {"county": "Taos"}, MaintenanceRefusal.STALE),
    ],
)
def test_why_not_save(mark, typed, refusal):
    assert rules.why_not_save(HELD, typed, mark) is refusal


@pytest.mark.parametrize("status", ["submitted", "more_info", "processed", "rejected", "withdrawn"])
def test_request_is_decided_once(status):
    court = CourtFactory.build(go_live_at=FIRST_RUSH)
    row = MaintenanceRequest(status=status, court=court)
    expected = None if status in ("submitted", "more_info") else DecisionRefusal.DECIDED
    assert rules.why_not_decide(row, FIRST_RUSH) is expected


def test_unlink_withdraws_open_updates(inside_rehearsal, request_of_teresa):
    link_services.unlink(
        account=request_of_teresa.cmecf_account,
        reason="wrong person",
        who="staff clerk",
        at=FIRST_RUSH,
    )
    request_of_teresa.refresh_from_db()
    assert request_of_teresa.status == "withdrawn"
    assert "Send the update again" in request_of_teresa.remark


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_decision_on_an_update_carries_one_time_on_a_fast_clock(clerk, request_of_teresa, verb):
    rehearsal = request_of_teresa.rehearsal
    fast = {"manner": "running", "court_at": FIRST_RUSH, "wall_at": wall_now(), "speed": 3600.0}
    CourtClock.objects.filter(pk=rehearsal.clock.pk).update(**fast)
    url = reverse(DECIDE, args=[request_of_teresa.pk])
    clerk.post(url, {"decision": verb, "remark": "One time"})
    request_of_teresa.refresh_from_db()
    line = rehearsal.activities.get(who="staff clerk")
    mail = rehearsal.mails.get(subject__contains="your update in")
    assert request_of_teresa.decided_at == line.court_at == mail.court_at
