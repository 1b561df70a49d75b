"""The three update pages: PACER changes at once, a court after it accepts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support.cast import ADELE, JOHN, NOEL, TERESA
from tests.support.data_updates import (
    ADDRESS,
    ALL,
    DELIVERY,
    NAME,
    NEW_ADDRESS,
    PERSONAL,
    account_of,
    another_court,
    linked,
    shown,
    submit,
    words,
)
from tests.support.factories import CourtFactory, PacerAccountFactory
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, LIVE, SEED_MOMENT

pytestmark = pytest.mark.django_db


@pytest.fixture
def teresa(visitor):
    visitor.at(FIRST_RUSH)
    log_in(visitor, TERESA)
    return visitor


def mail_to(rehearsal, address):
    return rehearsal.mails.filter(to=address)


def test_tab_lists_the_three_official_labels(teresa):
    page = teresa.get("/psc/account/maintenance/").content.decode()
    for label in (
        "Update Personal Information",
        "Update Address Information",
        "Update E-Filer Email Noticing and Frequency",
    ):
        assert f">{label}<" in page


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize("at", [SEED_MOMENT, LIVE], ids=["legacy", "nextgen"])
def test_pages_explain_that_no_court_is_linked(visitor, path, at):
    log_in(visitor.at(at), TERESA)
    assert "You don't e-file in any court yet" in words(visitor.get(path))


def test_new_name_changes_pacer_and_waits_in_each_nextgen_court(teresa, rehearsal):
    record, other = linked(rehearsal), another_court(rehearsal)
    page = submit(teresa, PERSONAL, **NAME | {"middle_name": "Maria"})
    assert account_of(rehearsal).middle_name == "Maria"
    record.refresh_from_db()
    assert record.full_name == "Teresa M. Counselor"
    sent = rehearsal.maintenance_requests.order_by("court__code")
    assert [one.court for one in sent] == [other.court, record.court]
    assert sent.last().before == {
        "first_name": "Teresa", "middle_name": "M.", "last_name": "Counselor",
    }  # fmt: skip
    assert sent.last().after == {
        "first_name": "Teresa", "middle_name": "Maria", "last_name": "Advocate",
    }  # fmt: skip
    assert "Each court must accept it before its record of you changes" in words(page)
    assert mail_to(rehearsal, TERESA.email).filter(body__contains="must accept").count() == 1
    verbs = set(rehearsal.activities.values_list("what", flat=True))
    assert {"pacer.personal_updated", "efile.update_asked"} <= verbs


def test_new_name_without_a_link_stays_at_pacer(teresa, rehearsal):
    page = submit(teresa, PERSONAL, **NAME | {"middle_name": "Maria"})
    assert account_of(rehearsal).middle_name == "Maria"
    assert not rehearsal.maintenance_requests.exists()
    assert "We didn't send anything to a court" in words(page)


def test_legacy_court_is_not_asked(teresa, rehearsal):
    linked(rehearsal)
    later = CourtFactory(
        rehearsal=rehearsal, go_live_at=FIRST_RUSH.replace(year=2021), name="District of Later"
    )
    another_court(rehearsal, code=later.code)
    submit(teresa, PERSONAL, **NAME | {"middle_name": "Maria"})
    assert [one.court.code for one in rehearsal.maintenance_requests.all()] == ["nmd"]


def test_court_with_closed_account_is_not_asked(teresa, rehearsal):
    record = linked(rehearsal)
    record.is_active = False
    record.save()
    submit(teresa, PERSONAL, **NAME | {"middle_name": "Maria"})
    assert not rehearsal.maintenance_requests.exists()


@pytest.mark.parametrize("fields", [{"user_type": "LAW FIRM"}, {"is_cja": "on"}, {"prefix": "Ms."}])
def test_fields_that_courts_do_not_keep_are_not_sent(teresa, rehearsal, fields):
    linked(rehearsal)
    page = submit(teresa, PERSONAL, **NAME | fields)
    assert "We changed this at PACER" in words(page)
    assert not rehearsal.maintenance_requests.exists()


def test_unchanged_form_sends_nothing(teresa, rehearsal):
    linked(rehearsal)
    page = submit(teresa, PERSONAL, **NAME)
    assert "You changed nothing" in words(page)
    assert not rehearsal.maintenance_requests.exists()
    assert not rehearsal.activities.filter(what__contains="updated").exists()


def test_court_can_be_asked_to_accept_the_unchanged_pacer_name(teresa, rehearsal):
    linked(rehearsal)
    page = teresa.get(PERSONAL)
    assert "The names differ" in words(page)
    assert "Your name there" in words(page)
    submit(teresa, PERSONAL, **NAME | {"asks_courts": "on"})
    assert rehearsal.maintenance_requests.get().after["last_name"] == "Advocate"
    assert 'name="asks_courts"' not in teresa.get(PERSONAL).content.decode()


def test_taking_the_court_name_at_pacer_sends_nothing(teresa, rehearsal):
    record = linked(rehearsal)
    submit(teresa, PERSONAL, **NAME | {"middle_name": "M.", "last_name": "Counselor"})
    assert account_of(rehearsal).full_name == record.full_name
    assert not rehearsal.maintenance_requests.exists()


def test_newer_request_replaces_the_older(teresa, rehearsal):
    linked(rehearsal)
    submit(teresa, PERSONAL, **NAME | {"middle_name": "Maria"})
    page = submit(teresa, PERSONAL, **NAME | {"middle_name": "Mary"})
    old, new = rehearsal.maintenance_requests.order_by("pk")
    assert (old.status, new.status) == ("withdrawn", "submitted")
    assert "Your new request replaces your earlier one in: District of New Mexico" in words(page)
    submit(teresa, PERSONAL, **NAME | {"middle_name": "M.", "last_name": "Counselor"})
    new.refresh_from_db()
    assert new.status == "withdrawn"
    assert rehearsal.maintenance_requests.count() == 2


def test_date_of_birth_cannot_be_changed(teresa, rehearsal):
    page = teresa.get(PERSONAL)
    assert "01/30/1979" in words(page)
    assert "You can't change it" in words(page)
    submit(teresa, PERSONAL, **NAME | {"date_of_birth": "02/02/1980"})
    assert account_of(rehearsal).date_of_birth.year == 1979


@pytest.mark.parametrize("cases", ["all", "open", "closed", "none"])
def test_address_goes_to_chosen_courts_only(teresa, rehearsal, cases):
    record = linked(rehearsal)
    another_court(rehearsal)
    page = submit(
        teresa, ADDRESS, **NEW_ADDRESS, reason_for_update="Moved", court_nmd="on", cases_nmd=cases
    )
    asked = rehearsal.maintenance_requests.get()
    assert (asked.court, asked.cases, asked.reason_for_update) == (record.court, cases, "Moved")
    assert asked.after == {
        "postal_address": "Advocate Law\n700 Practice Street NW\nSuite 5\nSanta Fe, New Mexico 87501"
    }
    assert account_of(rehearsal).city == "Santa Fe"
    record.refresh_from_db()
    assert record.postal_address == ""
    assert "must accept" in words(page)


def test_chosen_court_needs_reason_and_cases(teresa, rehearsal):
    linked(rehearsal)
    page = words(submit(teresa, ADDRESS, **NEW_ADDRESS, court_nmd="on"))
    assert "Choose the cases in District of New Mexico" in page
    assert "Enter Reason for Update" in page
    assert account_of(rehearsal).address != NEW_ADDRESS["address"]


def test_same_address_twice_is_one_request(teresa, rehearsal):
    linked(rehearsal)
    typed = NEW_ADDRESS | {"reason_for_update": "Moved", "court_nmd": "on", "cases_nmd": "all"}
    submit(teresa, ADDRESS, **typed)
    assert "You changed nothing" in words(submit(teresa, ADDRESS, **typed))
    assert rehearsal.maintenance_requests.count() == 1


def test_court_with_the_same_address_is_not_asked(teresa, rehearsal):
    record = linked(rehearsal)
    typed = NEW_ADDRESS | {"reason_for_update": "Moved", "court_nmd": "on", "cases_nmd": "all"}
    submit(teresa, ADDRESS, **NEW_ADDRESS)
    record.postal_address = (
        "Advocate Law\n700 Practice Street NW\nSuite 5\nSanta Fe, New Mexico 87501"
    )
    record.save()
    submit(teresa, ADDRESS, **typed)
    assert not rehearsal.maintenance_requests.exists()


def test_choose_county_without_javascript_keeps_typed_values(teresa, rehearsal):
    linked(rehearsal)
    page = submit(
        teresa, ADDRESS, **NEW_ADDRESS | {"state": "Texas", "county": ""}, action="county",
        court_nmd="on",
    ).content.decode()  # fmt: skip
    assert "El Paso" in page
    assert "700 Practice Street NW" in page
    assert account_of(rehearsal).address != NEW_ADDRESS["address"]


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        (PERSONAL, NAME | {"middle_name": "Maria"}, NAME | {"suffix": "Esq."}),
        (ADDRESS, NEW_ADDRESS, NEW_ADDRESS | {"city": "Taos", "county": "Taos"}),
        (
            DELIVERY,
            {"nmd-email": "one@example.com", "nmd-email_frequency": "each",
             "nmd-email_format": "html"},
            {"nmd-email": "teresa@example.com", "nmd-email_frequency": "daily",
             "nmd-email_format": "html"},
        ),
    ],
)  # fmt: skip
def test_stale_window_is_refused_once(teresa, rehearsal, path, first, second):
    linked(rehearsal)
    mark = shown(teresa.get(path))
    submit(teresa, path, **first)
    before = rehearsal.maintenance_requests.count()
    page = teresa.post(path, {"shown": mark} | second)
    assert page.status_code == 409
    assert "changed in another window" in words(page)
    assert rehearsal.maintenance_requests.count() == before
    again = teresa.post(path, {"shown": shown(page)} | second)
    assert again.status_code == 302


def test_submit_twice_changes_once(teresa, rehearsal):
    linked(rehearsal)
    mark = shown(teresa.get(PERSONAL))
    for _ in range(2):
        teresa.post(PERSONAL, {"shown": mark} | NAME | {"middle_name": "Maria"})
    assert rehearsal.maintenance_requests.count() == 1
    assert rehearsal.activities.filter(what="pacer.personal_updated").count() == 1


def test_invalid_form_keeps_the_edition(teresa, rehearsal):
    mark = shown(teresa.get(PERSONAL))
    submit(teresa, PERSONAL, **NAME | {"middle_name": "Maria"})
    page = teresa.post(PERSONAL, {"shown": mark} | NAME | {"last_name": ""})
    assert "Enter Last Name." in words(page)
    assert shown(page) == mark


def test_delivery_changes_at_once_with_emails_to_both_addresses(teresa, rehearsal):
    record, other = linked(rehearsal), another_court(rehearsal)
    page = submit(
        teresa, DELIVERY,
        **{"nmd-email": "new@example.com", "nmd-email_frequency": "daily",
           "nmd-email_format": "text", "nmb-email": other.email,
           "nmb-email_frequency": "each", "nmb-email_format": "html"},
    )  # fmt: skip
    record.refresh_from_db()
    assert (record.email, record.email_frequency, record.email_format) == (
        "new@example.com", "daily", "text",
    )  # fmt: skip
    done = rehearsal.maintenance_requests.get()
    assert (done.court, done.kind, done.status) == (record.court, "delivery", "processed")
    assert "Your settings changed immediately in:" in words(page)
    assert "Update E-Filer Email Noticing and Frequency" in words(page)
    for address in (TERESA.email, "new@example.com"):
        assert mail_to(rehearsal, address).filter(subject__startswith="E-mail noticing").exists()


def test_same_delivery_changes_nothing(teresa, rehearsal):
    linked(rehearsal)
    page = submit(
        teresa, DELIVERY,
        **{"nmd-email": TERESA.email, "nmd-email_frequency": "each", "nmd-email_format": "html"},
    )  # fmt: skip
    assert "You changed nothing" in words(page)
    assert not rehearsal.maintenance_requests.exists()


def test_invalid_delivery_address_names_the_court(teresa, rehearsal):
    linked(rehearsal)
    page = submit(teresa, DELIVERY, **{"nmd-email": "nothing"})
    assert "There is a problem" in words(page)
    assert "in the form name@example.com" in words(page)


def test_legacy_courts_link_to_their_own_page(visitor):
    log_in(visitor.at(SEED_MOMENT), TERESA)
    assert "/ecf/nmd/utilities/email/" in visitor.get(DELIVERY).content.decode()


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize("who", [NOEL, ADELE], ids=["own", "shared"])
def test_legacy_account_is_sent_to_upgrade_and_back(visitor, path, who):
    log_in(visitor.at(LIVE), who)
    answer = visitor.get(path)
    assert answer.status_code == 302
    assert "/psc/upgrade/?next=" in answer["Location"]
    assert path.replace("/", "%2F") in answer["Location"]
    page = visitor.get("/psc/upgrade/", follow=True)
    assert "You can't send updates to courts with a legacy PACER account" in words(page)


@pytest.mark.parametrize("path", ALL)
def test_paa_is_refused(visitor, rehearsal, path):
    account = account_of(rehearsal, JOHN)
    account.holder_kind = "paa"
    account.save()
    log_in(visitor.at(LIVE), JOHN)
    assert path not in visitor.get("/psc/account/maintenance/").content.decode()
    page = visitor.get(path)
    assert page.status_code == 409
    assert "only pays bills" in words(page)


@pytest.mark.parametrize("path", ALL)
def test_other_accounts_and_rehearsals_are_not_shown(teresa, rehearsal, other_rehearsal, path):
    record = linked(other_rehearsal)
    stranger = PacerAccountFactory(rehearsal=rehearsal)
    mine = rehearsal.cmecf_accounts.get(login="tcounselor")
    mine.pacer_account, mine.linked_at = stranger, LIVE
    mine.save()
    page = words(teresa.get(path))
    assert "You don't e-file in any court yet" in page
    assert record.full_name not in page


@pytest.mark.parametrize("path", ALL)
def test_query_count_does_not_grow_with_courts(teresa, rehearsal, path):
    def count():
        with CaptureQueriesContext(connection) as asked:
            teresa.get(path)
        return len(asked)

    linked(rehearsal)
    before = (count(), count())[1]
    for code in [CourtFactory(rehearsal=rehearsal, go_live_at=LIVE).code for _ in range(4)]:
        another_court(rehearsal, code=code)
    assert count() == before <= 12
