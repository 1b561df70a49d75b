"""A wrong secret for a known name and one for nobody's: the same status and the same page."""

import re

import pytest

from tests.support.cast import GILBERT, JOHN, WALTER
from tests.support.login_pages import CSO, PSC, WRONG

pytestmark = pytest.mark.django_db

NOBODY = "nobodyatall"
FORGOT = {"email": WALTER.email, "account_number": WALTER.number}
STRANGER = {"email": "nobody@example.com", "account_number": "7000001"}
DOORS = {
    "cso-login": (CSO, {"username": JOHN.username, "password": WRONG},
                  {"username": NOBODY, "password": WRONG}),
    "psc-login": (PSC, {"username": JOHN.username, "password": WRONG},
                  {"username": NOBODY, "password": WRONG}),
    "cso-password": ("/cso/forgot-password/", FORGOT, STRANGER),
    "psc-password": ("/psc/forgot-password/", FORGOT, STRANGER),
    "cso-username": ("/cso/forgot-username/", FORGOT, STRANGER),
    "psc-username": ("/psc/forgot-username/", FORGOT, STRANGER),
    "ecf-reset": ("/ecf/nmd/cgi-bin/lostPassword.pl", {"login": GILBERT.login},
                  {"login": NOBODY}),
}  # fmt: skip


def seen(page, typed: dict[str, str]) -> tuple[int, str, str]:
    """Status, way on, and body, without what is a page's own: its form token and what was typed."""
    words = re.sub(r'csrfmiddlewaretoken" value="\w+', "", page.content.decode())
    for value in typed.values():
        words = words.replace(value, "…")
    return page.status_code, page.headers.get("Location", ""), words


@pytest.mark.parametrize(("path", "known", "unknown"), DOORS.values(), ids=DOORS)
def test_the_answer_to_a_known_name_and_to_nobodys_is_the_same(new_visitor, path, known, unknown):
    ours, theirs = new_visitor().post(path, known), new_visitor().post(path, unknown)
    assert seen(ours, known) == seen(theirs, unknown)


@pytest.mark.parametrize("site", ["cso", "psc"])
@pytest.mark.parametrize("what", ["password", "username"])
def test_so_is_the_answer_to_wrong_answers(new_visitor, site, what):
    answers = {"answer_1": "canary one", "answer_2": "canary two"}
    seen_by = []
    for who in (FORGOT, STRANGER):
        visitor = new_visitor()
        page = visitor.post(f"/{site}/forgot-{what}/", who)
        seen_by.append(seen(visitor.post(page.url, answers), who))
    assert seen_by[0] == seen_by[1]
    assert seen_by[0][0] == 302
