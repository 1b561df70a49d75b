"""The summary of a run, its completion record, the page that verifies it, and the checklist."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rehearsals import services
from rehearsals.activity.services import record_activity
from rehearsals.cleanup.services import end
from tests.support.cast import GRANT, JOHN, RUTH
from tests.support.link_steps import link
from tests.support.many_people import MOST_QUERIES
from tests.support.moments import FIRST_RUSH, LIVE
from tests.support.page_text import page_text
from training.models import CompletionRecord, HintUse

pytestmark = pytest.mark.django_db


def practice_as(visitor, member):
    visitor.post(f"/people/{member.key}/")


@pytest.fixture
def finished(visitor):
    """John linked at go-live."""
    practice_as(visitor, JOHN)
    link(visitor.at(LIVE), JOHN)
    return visitor


def make(visitor, name=""):
    return visitor.post("/summary/", {"name": name}, follow=True)


def test_without_a_person_the_summary_asks_for_one(visitor):
    assert "Choose a person first" in page_text(visitor.get("/summary/"))


def test_summary_shows_steps_with_court_times(finished):
    page = page_text(finished.get("/summary/"))
    assert "All four steps are completed." in page
    assert (
        "LINK PACER account to CM/ECF account Completed Monday, April 20, 2020, at 8:00 am MT"
        in page
    )
    assert (
        "UPGRADE current PACER account Completed before this rehearsal, on March 14, 2016" in page
    )
    assert "Real time less than a minute" in page
    closed = "You did nothing before CM/ECF closed. Friday, April 17, 2020, at 3:00 pm MT."
    assert f"{closed} You did it right later." in page


def test_wrong_link_hints_and_returns_are_listed(visitor):
    practice_as(visitor, GRANT)
    link(visitor.at(FIRST_RUSH), GRANT, JOHN)
    HintUse.objects.create(
        rehearsal=visitor.rehearsal, persona="x03", action="link", rung=3,
        court_at=FIRST_RUSH, wall_at=FIRST_RUSH,
    )  # fmt: skip
    page = page_text(visitor.get("/summary/"))
    link_made = "You linked CM/ECF jattorney, which is someone else's account."
    assert f"{link_made} Monday, April 20, 2020, at 8:05 am MT. Left as it is." in page
    assert "Hints used, step 4 Click by click" in page
    assert "Times you went back 0" in page
    assert "Not all four steps are completed yet." in page


def test_person_without_anything_to_link_has_nothing_left_to_do(visitor):
    practice_as(visitor, RUTH)
    page = page_text(visitor.get("/summary/"))
    assert "You have nothing left to do." in page
    assert "LINK PACER account to CM/ECF account Not needed" in page


def test_number_of_queries_does_not_grow_with_the_log(finished):
    def count():
        with CaptureQueriesContext(connection) as queries:
            finished.get("/summary/")
        return len(queries)

    finished.get("/summary/")
    before = count()
    for _ in range(20):
        record_activity(finished.rehearsal, "link.refused", at=LIVE, who=f"PACER {JOHN.number}")
    assert count() == before <= MOST_QUERIES + 2  # filings, and the case to file in


def test_reset_begins_a_new_run(finished):
    services.reset(finished.rehearsal, wall_at=LIVE)
    practice_as(finished, JOHN)
    page = page_text(finished.get("/summary/"))
    assert "Not all four steps are completed yet." in page
    assert "Court time, last step" not in page


# ---- the record


def test_record_before_the_fourth_step_is_refused(visitor):
    practice_as(visitor, JOHN)
    answer = visitor.post("/summary/", {"name": ""})
    assert answer.status_code == 409
    assert "not all four steps are completed" in page_text(answer)
    assert not CompletionRecord.objects.exists()


def test_record_is_made_once_for_the_same_facts_and_name(finished):
    first, again = make(finished, "Pat  Practice "), make(finished, "Pat Practice")
    assert "Completion record" in page_text(first)
    assert page_text(first) == page_text(again)
    assert [record.name for record in CompletionRecord.objects.all()] == ["Pat Practice"]
    make(finished)
    assert CompletionRecord.objects.count() == 2


@pytest.mark.parametrize("name", ["x" * 61, "Pat\u202ePractice", "Pat\x07"])
def test_name_that_is_too_long_or_not_printable_is_refused(finished, name):
    answer = make(finished, name)
    assert "Error" in answer.content.decode()
    assert not CompletionRecord.objects.exists()


def test_verification_repeats_every_fact_of_the_printed_record(finished):
    printed = make(finished, "Pat Practice").content.decode()
    record = CompletionRecord.objects.get()
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", record.code)
    assert f"http://testserver/verify/{record.code}/" in printed
    end(finished.rehearsal)  # the record outlives its rehearsal
    shown = finished.client.get(f"/verify/{record.code}/")
    assert "This record is confirmed" in page_text(shown)
    pairs = r"<dt[^>]*>(.*?)</dt><dd[^>]*>(.*?)</dd>"
    facts = re.findall(pairs, printed)
    assert len(facts) > 12
    assert re.findall(pairs, shown.content.decode()) == facts


@pytest.mark.parametrize("spelling", [str.lower, lambda code: code.replace("-", " "),
                                      lambda code: code.replace("1", "l").replace("0", "O")])  # fmt: skip
def test_code_is_found_in_any_spelling(finished, spelling):
    make(finished)
    code = CompletionRecord.objects.get().code
    shown = finished.client.get("/verify/", {"code": spelling(code)})
    assert "This record is confirmed" in page_text(shown)


@pytest.mark.parametrize("path", ["/verify/AAAA-BBBB-CCCC/", "/verify/?code=nonsense"])
def test_unknown_code_says_so(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "No record on this server has this code" in page_text(answer)


def test_verification_says_what_a_record_does_not_prove(client):
    page = page_text(client.get("/verify/"))
    assert "no continuing legal education (CLE) credit" in page
    assert "Anyone with the rehearsal's link" in page


def test_trainers_may_delete_a_record_but_not_change_it(finished, client):
    make(finished)
    record = CompletionRecord.objects.get()
    user = User.objects.create_user("tomas", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["view_completionrecord", "delete_completionrecord"])
    )
    client.force_login(user)
    page = client.get(f"/admin/training/completionrecord/{record.pk}/change/")
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    client.post(f"/admin/training/completionrecord/{record.pk}/delete/", {"post": "yes"})
    assert not CompletionRecord.objects.exists()


# ---- the checklist


def test_checklist_sends_nothing_and_names_both_desks(client):
    answer = client.get("/checklist/")
    page = page_text(answer)
    assert "<input" not in answer.content.decode()
    assert "<form" not in answer.content.decode()
    assert "(505) 348-2075" in page
    assert "(800) 676-6856" in page
    assert "Never write a password on it." in page
    assert "Friday, April 17, 2020, at 3:00 pm MT" in page


def test_checklist_is_linked_from_the_lobby_the_home_page_and_the_summary(finished):
    for page in (finished.client.get("/"), finished.get("/"), finished.get("/summary/")):
        assert 'href="/checklist/"' in page.content.decode()


def test_home_page_leads_to_the_summary_when_all_steps_are_done(finished):
    words = "See your summary and make a completion record"
    assert words in page_text(finished.get("/"))
    practice_as(finished, GRANT)
    assert words not in page_text(finished.get("/"))
