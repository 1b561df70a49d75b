"""Trainers and clerks at their screens; guessing at the staff door."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.models import Activity, AttemptCounter
from rehearsals.staff import services
from rehearsals.web import mount
from tests.support.busy import busy_machine
from tests.support.cast import NOEL
from tests.support.moments import LIVE
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db
LIST = "/admin/rehearsals/rehearsal/"
WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _staff(capsys):
    call_command("demo")


def signed_in(name):
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


@pytest.fixture
def trainer():
    return signed_in("trainer")


@pytest.fixture
def clerk():
    return signed_in("clerk")


def reading(rehearsal):
    rehearsal.clock.refresh_from_db()
    return rehearsal.clock.read(clock.wall_now())


def test_the_list_shows_each_worlds_time(trainer, rehearsal):
    page = trainer.get(LIST).content.decode()
    assert "Test rehearsal" in page
    assert "Friday, March 27, 2020, 10:06:38 am MT" in page


def test_a_trainer_sets_a_clock_and_the_log_names_her(trainer, rehearsal):
    page = trainer.post(f"{LIST}{rehearsal.pk}/clock/", {"moment": "live", "manner": "held"})
    assert page.url == LIST
    assert reading(rehearsal) == LIVE
    line = rehearsal.activities.first()
    assert (line.what, line.who, line.court_at) == ("clock.moved", "staff trainer", LIVE)


def test_a_bad_time_is_explained_to_the_trainer_too(trainer, rehearsal):
    before = reading(rehearsal)
    data = {"at": "2020-11-01 01:30", "manner": "held"}
    page = trainer.post(f"{LIST}{rehearsal.pk}/clock/", data)
    assert "happened twice" in page.content.decode()
    assert reading(rehearsal) == before


def test_a_clerk_may_look_at_rehearsals_but_not_set_a_clock(clerk, rehearsal):
    before = reading(rehearsal)
    assert clerk.get(f"{LIST}{rehearsal.pk}/change/").status_code == 200
    page = clerk.post(f"{LIST}{rehearsal.pk}/clock/", {"moment": "live", "manner": "held"})
    assert page.status_code == 302
    assert reading(rehearsal) == before


def test_nobody_sets_the_clock_of_no_rehearsal(trainer):
    assert trainer.get(f"{LIST}999999/clock/").url == LIST


def test_a_reset_is_confirmed_first(trainer, rehearsal, other_rehearsal):
    for world in (rehearsal, other_rehearsal):
        world.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    chosen = {"action": "reset_chosen", "_selected_action": [rehearsal.pk]}
    asked = trainer.post(LIST, chosen).content.decode()
    assert "Test rehearsal" in asked
    assert not rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    trainer.post(LIST, chosen | {"confirmed": "yes"})
    assert rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert not other_rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert rehearsal.activities.first().who == "staff trainer"


def test_a_clerk_cannot_reset(clerk, rehearsal):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    chosen = {"action": "reset_chosen", "_selected_action": [rehearsal.pk], "confirmed": "yes"}
    clerk.post(LIST, chosen)
    assert not rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy


def test_a_change_of_the_rules_is_in_the_log(trainer, rehearsal):
    rules = {"clock_control": "staff", "link_policy": "guard", "era": "2020"}
    data = {"title": "Class A"} | rules
    trainer.post(f"{LIST}{rehearsal.pk}/change/", data)
    rehearsal.refresh_from_db()
    assert (rehearsal.title, rehearsal.clock_control) == ("Class A", "staff")
    line = rehearsal.activities.first()
    assert (line.what, line.detail) == ("rehearsal.changed", "title, clock_control")


@pytest.mark.parametrize("model", ["rehearsal", "activity", "mail"])
@pytest.mark.parametrize("deed", ["add/", "{pk}/delete/"])
def test_nothing_is_added_or_deleted_by_hand(trainer, rehearsal, model, deed):
    pk = {"rehearsal": rehearsal.pk, "activity": rehearsal.activities.first().pk, "mail": 1}[model]
    answer = trainer.post(f"/admin/rehearsals/{model}/{deed.format(pk=pk)}", {"post": "yes"})
    assert answer.status_code in (302, 403, 404)
    rehearsal.refresh_from_db()


def test_a_line_of_the_log_can_be_read_and_not_changed(clerk, rehearsal):
    pk = rehearsal.activities.first().pk
    assert clerk.get(f"/admin/rehearsals/activity/{pk}/change/").status_code == 200
    answer = clerk.post(f"/admin/rehearsals/activity/{pk}/change/", {"who": "nobody"})
    assert answer.status_code == 403


def test_the_log_is_searched_and_filtered_and_takes_few_queries(
    clerk, rehearsal, django_assert_max_num_queries
):
    with mount.inside_rehearsal(rehearsal):
        for number in range(30):
            record_activity(rehearsal, "cso.sign_on", who=f"PACER {number}", outcome="failed")
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
def test_an_address_asks_for_no_column_that_the_screen_hides(clerk, address):
    """Letter by letter a hash, an answer or a mailed link would come out."""
    assert clerk.get(f"/admin/{address}").status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        "pacer_accounts/paceraccount/?is_disabled__exact=0&account_type__exact=LEGACY",
        "cmecf/cmecfaccount/?court__code=nmd&is_active__exact=1",
        "cmecf/court/?code=nmd&rehearsal__id__exact=1",
        "rehearsals/mail/?is_delivered__exact=1&rehearsal__id__exact=1",
        "rehearsals/activity/?outcome__exact=done&what=cso.sign_on",
        "rehearsals/rehearsal/?kind__exact=demo",
    ],
)
def test_the_filters_of_the_screens_work(clerk, address):
    assert clerk.get(f"/admin/{address}").status_code == 200


def test_one_rehearsals_log_is_linked_from_its_page(trainer, rehearsal):
    link = f"/admin/rehearsals/activity/?rehearsal__id__exact={rehearsal.pk}"
    assert link in trainer.get(f"{LIST}{rehearsal.pk}/change/").content.decode()
    assert trainer.get(link).status_code == 200


def test_the_staff_page_shows_what_the_group_may_open(clerk, trainer):
    assert "/admin/cmecf/court/" in clerk.get("/staff/").content.decode()
    page = trainer.get("/staff/").content.decode()
    assert "/admin/cmecf/court/" not in page
    assert LIST in page


def knock(name, password, client=None):
    data = {"username": name, "password": password, "next": "/staff/"}
    return (client or Client()).post("/admin/login/", data)


@pytest.mark.parametrize("name", ["clerk", "nobody-at-all"])
def test_six_wrong_tries_close_the_staff_door_for_fifteen_minutes_with_one_message(name):
    right = services.new_password("clerk")
    with freeze_time(WALL) as wall:
        pages = [knock(name, "wrong").content.decode() for _ in range(7)]
        assert all("not a court staff username and password" in page for page in pages)
        wall.tick(timedelta(minutes=14, seconds=59))
        assert knock(name, right).status_code == 200
        wall.tick(1)
        assert knock(name, right).status_code == (302 if name == "clerk" else 200)


def test_a_right_password_forgets_the_wrong_ones():
    right = services.new_password("clerk")
    for _ in range(3):
        assert [knock("clerk", "wrong").status_code for _ in range(5)] == [200] * 5
        assert knock("clerk", right).status_code == 302


def test_a_busy_machine_is_not_counted_as_a_wrong_try():
    with busy_machine():
        assert [knock("clerk", "any").status_code for _ in range(8)] == [503] * 8
    assert not AttemptCounter.objects.exists()


@pytest.mark.parametrize("name", ["x" * 10_000, "clerk\x00", "😀", ""])
def test_a_strange_name_at_the_staff_door_gets_a_clear_page(name):
    assert knock(name, "wrong").status_code == 200


def test_wrong_passwords_stay_nowhere():
    knock("canary-name", "canary-password")
    assert "canary" not in str(list(AttemptCounter.objects.values()))
    assert not Activity.objects.filter(who__contains="canary").exists()


def test_an_id_that_no_column_holds_is_a_bad_request(rehearsal):
    client = staff_client("Trainers")
    chosen = {"action": "reset_chosen", "_selected_action": ["9" * 40]}
    url = reverse("admin:rehearsals_rehearsal_changelist")
    assert client.post(url, chosen).status_code == 400


def test_signing_out_says_what_it_ended():
    page = staff_client("Clerks").post(reverse("admin:logout")).content.decode()
    assert "You are signed out of the staff pages" in page
