"""The second factor of staff accounts: no page opens between the password and the passcode."""

import logging
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, get_resolver
from freezegun import freeze_time

from rehearsals.models import StaffSecondFactor
from rehearsals.staff.second_factor import services
from rehearsals.staff.second_factor.services import Verdict
from rehearsals.staff.services import make_groups
from tests.support.page_text import page_text
from tests.support.second_factor import SECRET, STEP, WALL, passcode

pytestmark = pytest.mark.django_db
SIGN_IN, HOME, PASSCODE = "/admin/login/", "/staff/rehearsals/", "/staff/passcode/"
QR_PICTURE = "/staff/second-factor/qr.svg"
MANAGE, SET_UP = "/staff/second-factor/", "/staff/second-factor/set-up/"
PASSWORD = "the desk by the window"


@pytest.fixture(autouse=True)
def wall() -> Iterator:
    with freeze_time(WALL) as frozen:
        yield frozen


@pytest.fixture
def carla(db) -> User:
    make_groups()
    return User.objects.create_user("carla", password=PASSWORD, is_staff=True)


def enroll(user: User) -> list[str]:
    """The recovery codes of an app that has the secret SECRET. Its first passcode was a step ago."""
    earlier = WALL - STEP
    return services.confirm(user, secret=SECRET, passcode=passcode(earlier), wall_at=earlier)


def sign_in() -> Client:
    browser = Client()
    answer = browser.post(SIGN_IN, {"username": "carla", "password": PASSWORD, "next": HOME})
    assert answer.url == HOME
    return browser


def is_in(browser: Client) -> bool:
    return browser.get(HOME).status_code == 200


def give(browser: Client, code: str):
    return browser.post(PASSCODE, {"code": code, "next": HOME})


def staff_paths() -> Iterator[str]:
    """A path for each page of the staff, with 1 for every number in it."""

    def walk(entries: list, before: str) -> Iterator[str]:
        for entry in entries:
            path = before + re.sub(r"<[^>]+>", "1", str(entry.pattern)).rstrip("$")
            if isinstance(entry, URLPattern):
                yield path.replace("(?P1.*)", "x")
            else:
                yield from walk(entry.url_patterns, path)

    for path in walk(get_resolver().url_patterns, "/"):
        if path.startswith(("/staff/", "/admin/")):
            yield path


def test_enrollment_in_the_browser_shows_ten_recovery_codes_once(carla, wall):
    browser = sign_in()
    page = page_text(browser.get(MANAGE, follow=True))
    secret = re.search(r"Type the secret: ((?:\w{4} ){7}\w{4})", page)[1].replace(" ", "")
    assert browser.get(QR_PICTURE)["Content-Type"] == "image/svg+xml; charset=utf-8"
    page = page_text(browser.post(SET_UP, {"code": passcode(WALL - 9 * STEP, secret)}))
    assert "That code is not right." in page
    page = page_text(browser.post(SET_UP, {"code": passcode(WALL, secret)}))
    codes = re.findall(r"\b\w{4}-\w{4}\b", page)
    assert len(codes) == 10
    assert is_in(browser)
    assert "10 unused recovery codes" in page_text(browser.get(MANAGE))
    assert codes[0] not in str(list(carla.second_factor.recovery_codes.values()))
    other = sign_in()
    assert give(other, codes[0]).url == HOME
    assert "9 unused recovery codes" in page_text(other.get(MANAGE))
    assert give(sign_in(), codes[0]).status_code == 200


def test_passcode_works_once(carla):
    enroll(carla)
    first, second = sign_in(), sign_in()
    assert give(first, passcode()).url == HOME
    assert is_in(first)
    assert "That code is not right." in page_text(give(second, passcode()))
    assert not is_in(second)


@pytest.mark.parametrize("path", sorted(set(staff_paths()) - {SIGN_IN, PASSCODE, QR_PICTURE}))
def test_no_staff_page_opens_before_the_passcode(carla, path):
    enroll(carla)
    User.objects.filter(pk=carla.pk).update(is_superuser=True)
    browser = sign_in()
    for answer in (browser.get(path), browser.post(path)):
        assert answer.status_code == 302
        assert answer.url.startswith(PASSCODE)


def test_no_picture_of_a_secret_before_the_passcode(carla):
    enroll(carla)
    assert sign_in().get(QR_PICTURE).url == SIGN_IN


def test_search_for_staff_pages_finds_them():
    assert {HOME, MANAGE, "/admin/rehearsals/rehearsal/1/change/"} <= set(staff_paths())


def test_required_second_factor_opens_only_the_enrollment(carla, settings):
    settings.STAFF_SECOND_FACTOR = "required"
    browser = sign_in()
    assert browser.get(HOME).url.startswith(SET_UP)
    page = page_text(browser.get(SET_UP))
    assert "This server requires a second factor" in page
    secret = browser.session["staff_secret"]
    browser.post(SET_UP, {"code": passcode(WALL, secret)})
    assert is_in(browser)


def test_second_factor_that_is_off_is_neither_asked_nor_offered(carla, settings):
    enroll(carla)
    settings.STAFF_SECOND_FACTOR = "off"
    browser = sign_in()
    assert is_in(browser)
    assert browser.get(SET_UP).status_code == 404


def test_enrollment_in_one_browser_asks_the_others_for_a_passcode(carla):
    browser = sign_in()
    assert is_in(browser)
    enroll(carla)
    assert browser.get(HOME).url.startswith(PASSCODE)


def test_five_wrong_codes_may_happen_and_the_sixth_locks_for_fifteen_minutes(carla, wall):
    enroll(carla)
    results = [services.verify(carla, code="000000", wall_at=WALL) for _ in range(7)]
    assert results == [Verdict.WRONG] * 6 + [Verdict.LOCKED]
    assert services.verify(carla, code=passcode(), wall_at=WALL) is Verdict.LOCKED
    later = WALL + timedelta(minutes=15)
    assert services.verify(carla, code=passcode(later), wall_at=later) is Verdict.RIGHT


def test_new_password_ends_the_wait(carla, capsys):
    enroll(carla)
    for _ in range(6):
        services.verify(carla, code="000000", wall_at=WALL)
    call_command("staff_password", "carla")
    assert services.verify(carla, code=passcode(), wall_at=WALL) is Verdict.RIGHT


def test_ten_minutes_after_the_password_it_is_asked_again(carla, wall):
    enroll(carla)
    browser = sign_in()
    wall.tick(timedelta(minutes=10, seconds=1))
    page = page_text(browser.get(HOME, follow=True))
    assert "You have ten minutes to go on after you enter your password." in page


def test_signing_in_again_asks_for_a_passcode_again(carla):
    enroll(carla)
    browser = sign_in()
    give(browser, passcode())
    browser.post(SIGN_IN, {"username": "carla", "password": PASSWORD, "next": HOME})
    assert browser.get(HOME).url.startswith(PASSCODE)


def test_cancel_signs_out(carla):
    enroll(carla)
    browser = sign_in()
    browser.post(PASSCODE, {"cancel": "1"})
    assert browser.get(HOME).url.startswith(SIGN_IN)


def test_own_removal_takes_a_right_code_and_is_logged(carla, wall, caplog):
    caplog.set_level(logging.INFO, "rehearsals.staff.second_factor")
    enroll(carla)
    browser = sign_in()
    give(browser, passcode())
    assert "That code is not right." in page_text(browser.post(MANAGE, {"code": "000000"}))
    wall.tick(STEP)
    page = page_text(browser.post(MANAGE, {"code": passcode(WALL + STEP)}, follow=True))
    assert "Your second factor is off." in page
    assert is_in(sign_in())
    lines = [one.getMessage() for one in caplog.records if "second_factor" in one.name]
    assert lines == [
        "staff passcode right: carla",
        "staff passcode wrong: carla",
        "staff passcode right: carla",
        "staff second factor removed: carla",
    ]


def test_operator_removes_a_lost_second_factor(carla, capsys):
    enroll(carla)
    call_command("staff_list")
    assert capsys.readouterr().out.splitlines()[1].endswith("yes")
    call_command("staff_remove_second_factor", "carla")
    assert "is removed" in capsys.readouterr().out
    assert not StaffSecondFactor.objects.exists()
    assert is_in(sign_in())
