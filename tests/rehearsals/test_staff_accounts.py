"""Clerks and trainers have accounts of their own, whose sessions end."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from freezegun import freeze_time

from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db
WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOME, SIGN_IN, CHANGE = "/staff/rehearsals/", "/admin/login/", "/admin/password_change/"


@pytest.fixture
def run(capsys):
    """Run a management command, and return what it prints."""

    def command(*arguments: str) -> str:
        capsys.readouterr()
        call_command(*arguments)
        return capsys.readouterr().out

    return command


@pytest.fixture
def carla(run) -> str:
    """The password of a new clerk, Carla."""
    printed = run("staff_add", "carla", "--group", "clerks", "--full-name", "Carla  de la Ruiz")
    return printed.split()[1]


def sign_in(password: str, name: str = "carla") -> Client:
    browser = Client()
    browser.post(SIGN_IN, {"username": name, "password": password, "next": HOME})
    return browser


def is_signed_in(browser: Client) -> bool:
    return browser.get(HOME).status_code == 200


def test_added_clerk_signs_in_with_the_printed_password(carla):
    assert len(carla) == 22
    assert is_signed_in(sign_in(carla))
    assert not is_signed_in(sign_in(carla[:-1]))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Carla", "There is already a user named Carla. Choose another name."),
        ("two words", "That is not a valid staff username: use letters"),
        ("", "That is not a valid staff username: use"),
        ("x" * 31, "A staff username can have at most 30 characters."),
    ],
)
def test_taken_or_invalid_name_is_refused_in_a_sentence(carla, name, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("staff_add", name, "--group", "clerks")
    assert User.objects.count() == 1


def test_full_name_that_is_too_long_is_refused(db):
    with pytest.raises(CommandError, match="at most 60 characters"):
        call_command("staff_add", "carla", "--group", "clerks", "--full-name", "C" * 61)


def test_log_names_the_person(run, rehearsal):
    password = run("staff_add", "tina", "--group", "trainers", "--full-name", "Tina Lee").split()[1]
    tina = sign_in(password, "tina")
    tina.post(HOME, {"code": rehearsal.code})
    clock = f"/admin/rehearsals/rehearsal/{rehearsal.pk}/clock/"
    tina.post(clock, {"moment": "live", "manner": "held"})
    line = rehearsal.activities.first()
    assert (line.who, line.court_at) == ("staff tina (Tina Lee)", LIVE)


def test_disabled_clerk_is_signed_out_and_stays_so_when_enabled(carla, run):
    browser = sign_in(carla)
    run("staff_disable", "carla")
    assert not is_signed_in(browser)
    assert not is_signed_in(sign_in(carla))
    run("staff_enable", "carla")
    assert not is_signed_in(browser)
    assert is_signed_in(sign_in(carla))


def test_list_names_group_last_sign_in_and_state(carla, run):
    run("staff_add", "tina", "--group", "trainers")
    with freeze_time(WALL):
        sign_in(carla)
    run("staff_disable", "tina")
    lines = run("staff_list").splitlines()
    carla_, tina = (re.split(r"\s{2,}", line) for line in lines[1:])
    assert carla_ == [
        "carla",
        "Carla de la Ruiz",
        "Clerks",
        "2026-11-24 12:00 UTC",
        "enabled",
        "no",
    ]
    assert tina == ["tina", "-", "Trainers", "never", "disabled", "no"]


@pytest.mark.parametrize("command", ["staff_disable", "staff_enable", "staff_password"])
def test_unknown_name_is_answered_with_the_names_that_exist(carla, command):
    with pytest.raises(CommandError, match="no staff user with this name. Staff users: carla"):
        call_command(command, "carl")


def test_new_password_from_the_command_ends_the_sessions(carla, run):
    browser = sign_in(carla)
    new = run("staff_password", "carla").split()[1]
    assert not is_signed_in(browser)
    assert is_signed_in(sign_in(new))


def test_changed_password_ends_the_sessions_of_other_browsers(carla):
    here, there = sign_in(carla), sign_in(carla)
    new = "a quiet desk by the window"
    typed = {"old_password": carla, "new_password1": new, "new_password2": new}
    assert here.post(CHANGE, typed).status_code == 302
    assert is_signed_in(here)
    assert not is_signed_in(there)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("short", "It must contain at least 15 characters."),
        ("NextGen-Rehearsal-2026", "too little of this password is left"),
        ("carla.de.la.ruiz.clerk", "too little of this password is left"),
        ("the quiet rehearsal desk by a window", None),
        ("a" + " very" * 30 + " long phrase", None),
    ],
)
def test_new_password_must_be_long_and_not_made_of_known_words(carla, new, said):
    typed = {"old_password": carla, "new_password1": new, "new_password2": new}
    answer = sign_in(carla).post(CHANGE, typed)
    assert (answer.status_code == 302) if said is None else (said in answer.content.decode())


def test_sign_in_replaces_the_session_key(carla):
    browser = Client()
    browser.session.save()
    planted = browser.session.session_key
    browser.post(SIGN_IN, {"username": "carla", "password": carla, "next": HOME})
    assert browser.session.session_key != planted
    assert not Session.objects.filter(pk=planted).exists()


def test_session_ends_after_an_hour_without_a_page(carla):
    with freeze_time(WALL) as wall:
        browser = sign_in(carla)
        wall.tick(timedelta(minutes=59))
        assert browser.get("/staff/session/").json() == {"seconds_left": 60}
        assert is_signed_in(browser)
        wall.tick(timedelta(minutes=59))
        assert browser.post("/staff/session/").json() == {"seconds_left": 3600}
        wall.tick(timedelta(minutes=60))
        page = browser.get(HOME, follow=True).content.decode()
        assert "You were signed out, because you opened no page for 60 minutes." in page
        assert not is_signed_in(browser)


def test_session_ends_after_twelve_hours_in_any_case(carla):
    with freeze_time(WALL) as wall:
        browser = sign_in(carla)
        for _ in range(23):
            wall.tick(timedelta(minutes=30))
            assert is_signed_in(browser)
        wall.tick(timedelta(minutes=30))
        page = browser.get(HOME, follow=True).content.decode()
        assert "You signed in more than 12 hours ago. Sign in again." in page
