"""The staff pages of rehearsals, and the staff sign-in."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.models import LimitCount
from rehearsals.staff import services
from tests.support.cast import NOEL
from tests.support.hashing import busy_machine
from tests.support.limits import GUESSER, OWNER
from tests.support.moments import LIVE
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db
LIST = "/admin/rehearsals/rehearsal/"
WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _staff(capsys):
    call_command("demo")


@pytest.fixture
def trainer():
    return staff_client("Trainers")


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


def reading(rehearsal):
    rehearsal.clock.refresh_from_db()
    return rehearsal.clock.read(clock.wall_now())


def test_list_shows_the_court_time_of_each_rehearsal(trainer, rehearsal):
    page = trainer.get(LIST).content.decode()
    assert "Test rehearsal" in page
    assert "Friday, March 27, 2020, 10:06:38 am MT" in page


def test_trainer_moves_a_clock_and_is_named_in_the_log(trainer, rehearsal):
    page = trainer.post(f"{LIST}{rehearsal.pk}/clock/", {"moment": "live", "manner": "held"})
    assert page.url == LIST
    assert reading(rehearsal) == LIVE
    line = rehearsal.activities.first()
    assert (line.what, line.who, line.court_at) == ("clock.moved", "staff trainer", LIVE)


def test_invalid_time_shows_an_error_to_the_trainer(trainer, rehearsal):
    before = reading(rehearsal)
    data = {"at": "2020-11-01 01:30", "manner": "held"}
    page = trainer.post(f"{LIST}{rehearsal.pk}/clock/", data)
    assert "happened twice" in page.content.decode()
    assert reading(rehearsal) == before


def test_clerk_sees_rehearsals_but_cannot_move_a_clock(clerk, rehearsal):
    before = reading(rehearsal)
    assert clerk.get(f"{LIST}{rehearsal.pk}/change/").status_code == 200
    page = clerk.post(f"{LIST}{rehearsal.pk}/clock/", {"moment": "live", "manner": "held"})
    assert page.status_code == 302
    assert reading(rehearsal) == before


def test_clock_of_a_missing_rehearsal_is_refused(trainer):
    assert trainer.get(f"{LIST}999999/clock/").url == LIST


def test_reset_action_asks_for_confirmation(trainer, rehearsal, other_rehearsal):
    for each in (rehearsal, other_rehearsal):
        each.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    chosen = {"action": "reset_chosen", "_selected_action": [rehearsal.pk]}
    asked = trainer.post(LIST, chosen).content.decode()
    assert "Test rehearsal" in asked
    assert not rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    trainer.post(LIST, chosen | {"confirmed": "yes"})
    assert rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert not other_rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert rehearsal.activities.first().who == "staff trainer"


def test_clerk_cannot_reset(clerk, rehearsal):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    chosen = {"action": "reset_chosen", "_selected_action": [rehearsal.pk], "confirmed": "yes"}
    clerk.post(LIST, chosen)
    assert not rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy


def test_change_of_rules_is_logged(trainer, rehearsal):
    rules = {"clock_control": "staff", "link_policy": "realistic", "era": "2020"}
    rules |= {"refuses_special_logins": "False", "scans_mail": "False", "keeps_bookmarks": ""}
    data = {"title": "Class A"} | rules
    trainer.post(f"{LIST}{rehearsal.pk}/change/", data)
    rehearsal.refresh_from_db()
    assert (rehearsal.title, rehearsal.clock_control) == ("Class A", "staff")
    assert not rehearsal.keeps_bookmarks
    line = rehearsal.activities.first()
    detail = (
        "Title: Class A. Clock control: Trainers only. Linking a shared PACER account: Realistic."
        " Bookmarks: off"
    )
    assert (line.what, line.who, line.detail) == ("rehearsal.changed", "staff trainer", detail)


@pytest.mark.parametrize("model", ["rehearsal", "activity", "mail"])
@pytest.mark.parametrize("deed", ["add/", "{pk}/delete/"])
def test_staff_cannot_add_or_delete_rows(trainer, rehearsal, model, deed):
    pk = {"rehearsal": rehearsal.pk, "activity": rehearsal.activities.first().pk, "mail": 1}[model]
    answer = trainer.post(f"/admin/rehearsals/{model}/{deed.format(pk=pk)}", {"post": "yes"})
    assert answer.status_code in (302, 403, 404)
    rehearsal.refresh_from_db()


def test_log_entry_is_read_only(clerk, rehearsal):
    pk = rehearsal.activities.first().pk
    assert clerk.get(f"/admin/rehearsals/activity/{pk}/change/").status_code == 200
    answer = clerk.post(f"/admin/rehearsals/activity/{pk}/change/", {"who": "nobody"})
    assert answer.status_code == 403


def test_log_search_and_filter_query_count(clerk, rehearsal, django_assert_max_num_queries):
    for number in range(30):
        who = f"PACER {number}"
        record_activity(rehearsal, "cso.sign_on", at=LIVE, who=who, outcome="failed")
    asked = {"q": '"PACER 17"', "outcome__exact": "failed", "what": "cso.sign_on"}
    with django_assert_max_num_queries(10):
        page = clerk.get("/admin/rehearsals/activity/", asked).content.decode()
    assert "PACER 17" in page
    assert "PACER 25" not in page


@pytest.mark.parametrize(
    "address",
    [
        "pacer_accounts/paceraccount/?password__startswith=a",
        "pacer_accounts/paceraccount/?answer_1__regex=.",
        "cmecf/cmecfaccount/?password__startswith=a",
        "cmecf/cmecfaccount/?pacer_account__password__startswith=a",
        "linking/link/?password__startswith=a",
        "rehearsals/mail/?body__contains=resetPassword",
        "rehearsals/mail/?rehearsal__sessions__session_key__startswith=a",
    ],
)
def test_url_cannot_filter_by_a_hidden_column(clerk, address):
    """Otherwise a URL could reveal a hash, an answer or a link letter by letter."""
    assert clerk.get(f"/admin/{address}").status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        "pacer_accounts/paceraccount/?state=open&account_type__exact=LEGACY",
        "cmecf/cmecfaccount/?court__code=nmd&state=locked",
        "cmecf/court/?code=nmd&rehearsal__id__exact=1",
        "rehearsals/mail/?state=undelivered&rehearsal__id__exact=1",
        "rehearsals/activity/?outcome__exact=done&area=logins&what=cso.sign_on",
        "rehearsals/activity/?area=staff",
        "rehearsals/rehearsal/?kind__exact=demo",
    ],
)
def test_list_filters_work(clerk, address):
    assert clerk.get(f"/admin/{address}").status_code == 200


def test_rehearsal_page_links_to_its_log(trainer, rehearsal):
    link = f"/admin/rehearsals/activity/?rehearsal__id__exact={rehearsal.pk}"
    assert link in trainer.get(f"{LIST}{rehearsal.pk}/change/").content.decode()
    assert trainer.get(link).status_code == 200


def test_staff_page_lists_the_pages_of_the_group(clerk, trainer):
    assert "/admin/cmecf/court/" in clerk.get("/staff/").content.decode()
    page = trainer.get("/staff/").content.decode()
    assert LIST in page


def sign_in(name, password, *, address=GUESSER):
    data = {"username": name, "password": password, "next": "/staff/"}
    return Client().post("/admin/login/", data, REMOTE_ADDR=address)


@pytest.mark.parametrize("name", ["clerk", "nobody-at-all"])
def test_six_wrong_staff_passwords_make_their_address_wait_for_fifteen_minutes(name):
    right, signs_in = services.new_password("clerk"), 302 if name == "clerk" else 200
    with freeze_time(WALL) as wall:
        pages = [sign_in(name, "wrong").content.decode() for _ in range(6)]
        assert all("not a court staff username and password" in page for page in pages)
        assert sign_in(name, right).headers["Retry-After"] == "900"
        assert sign_in(name, right, address=OWNER).status_code == signs_in
        wall.tick(timedelta(minutes=14, seconds=59))
        page = sign_in(name, right)
        assert (page.status_code, page.headers["Retry-After"]) == (429, "1")
        wall.tick(1)
        assert sign_in(name, right).status_code == signs_in


def test_new_staff_password_ends_the_wait():
    for _ in range(7):
        page = sign_in("clerk", "wrong")
    assert page.status_code == 429
    assert sign_in("clerk", services.new_password("clerk")).status_code == 302


def test_right_password_clears_failures():
    right = services.new_password("clerk")
    for _ in range(3):
        assert [sign_in("clerk", "wrong").status_code for _ in range(5)] == [200] * 5
        assert sign_in("clerk", right).status_code == 302


def test_busy_server_does_not_count_as_a_failure():
    with busy_machine():
        assert [sign_in("clerk", "any").status_code for _ in range(8)] == [503] * 8
    assert not LimitCount.objects.exclude(attempts=0).exists()


@pytest.mark.parametrize("name", ["x" * 10_000, "clerk\x00", "😀", ""])
def test_odd_staff_name_gets_the_sign_in_page(name):
    assert sign_in(name, "wrong").status_code == 200


def test_wrong_passwords_are_not_stored():
    sign_in("canary-name", "canary-password")
    counts = str(list(LimitCount.objects.values()))
    assert "staff.name" in counts
    assert "canary" not in counts
    assert GUESSER not in counts


def test_id_out_of_range_is_a_bad_request(rehearsal):
    client = staff_client("Trainers")
    chosen = {"action": "reset_chosen", "_selected_action": ["9" * 40]}
    url = reverse("admin:rehearsals_rehearsal_changelist")
    assert client.post(url, chosen).status_code == 400


def test_sign_out_page():
    page = staff_client("Clerks").post(reverse("admin:logout")).content.decode()
    assert "You are signed out of the staff pages" in page
