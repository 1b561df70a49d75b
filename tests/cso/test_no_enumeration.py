"""Responses never reveal which accounts exist."""

import re

import pytest

from tests.support.cast import GILBERT, JOHN, WALTER
from tests.support.login_pages import CSO, PSC, WRONG

pytestmark = pytest.mark.django_db

NOBODY = "nobodyatall"
FORGOT = {"email": WALTER.email, "account_number": WALTER.number}
UNKNOWN = {"email": "nobody@example.com", "account_number": "7000001"}
PAGES = {
    "cso-login": (CSO, {"username": JOHN.username, "password": WRONG},
                  {"username": NOBODY, "password": WRONG}),
    "psc-login": (PSC, {"username": JOHN.username, "password": WRONG},
                  {"username": NOBODY, "password": WRONG}),
    "cso-password": ("/cso/forgot-password/", FORGOT, UNKNOWN),
    "psc-password": ("/psc/forgot-password/", FORGOT, UNKNOWN),
    "cso-username": ("/cso/forgot-username/", FORGOT, UNKNOWN),
    "psc-username": ("/psc/forgot-username/", FORGOT, UNKNOWN),
    "ecf-reset": ("/ecf/nmd/cgi-bin/lostPassword.pl", {"login": GILBERT.login},
                  {"login": NOBODY}),
    "ecf-reset-username": ("/ecf/nmd/cgi-bin/lostPassword.pl", {"login": JOHN.username},
                           {"login": NOBODY}),
}  # fmt: skip


def seen(page, typed: dict[str, str]) -> tuple[int, str, str]:
    """Status, way on, and body, without what is a page's own: its form token and what was typed."""
    body = re.sub(r'csrfmiddlewaretoken" value="\w+', "", page.content.decode())
    for value in typed.values():
        body = body.replace(value, "…")
    return page.status_code, page.headers.get("Location", ""), body


@pytest.mark.parametrize(("path", "known", "unknown"), PAGES.values(), ids=PAGES)
def test_responses_for_known_and_unknown_names_are_equal(new_visitor, path, known, unknown):
    first, second = new_visitor().post(path, known), new_visitor().post(path, unknown)
    assert seen(first, known) == seen(second, unknown)


@pytest.mark.parametrize("site", ["cso", "psc"])
@pytest.mark.parametrize("what", ["password", "username"])
def test_responses_to_wrong_answers_are_equal(new_visitor, site, what):
    answers = {"answer_1": "canary one", "answer_2": "canary two"}
    seen_by = []
    for who in (FORGOT, UNKNOWN):
        visitor = new_visitor()
        page = visitor.post(f"/{site}/forgot-{what}/", who)
        seen_by.append(seen(visitor.post(page.url, answers), who))
    assert seen_by[0] == seen_by[1]
    assert seen_by[0][0] == 302
