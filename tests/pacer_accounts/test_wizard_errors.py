"""A page with errors is shown again after a redirect, so Back never resends a form."""

import pytest

from tests.support import upgrade_pages
from tests.support.cast import NOEL
from tests.support.registration_pages import (
    FIRST,
    PERSON,
    SECOND,
    SECURITY,
    answer_to,
    fill,
    hidden,
    press,
    session_contents,
)

pytestmark = pytest.mark.django_db


def post(visitor, page, data):
    shown = visitor.get(page)
    return visitor.post(page, {**hidden(shown), **answer_to(shown), **data, "action": "next"})


def test_error_redirects_to_the_page_and_keeps_input(visitor):
    answer = post(visitor, FIRST, {**PERSON, "email": "adele"})
    assert (answer.status_code, answer.url) == (302, visitor.rehearsal.mount + FIRST)
    html = visitor.get(FIRST).content.decode()
    assert "There is a problem" in html
    assert "data-error-summary" in html
    assert "Enter Email in the form name@example.com." in html
    assert 'aria-invalid="true"' in html
    assert 'value="Adele"' in html


def test_errors_are_shown_once(visitor):
    post(visitor, FIRST, {**PERSON, "email": "adele"})
    visitor.get(FIRST)
    html = visitor.get(FIRST).content.decode()
    assert "There is a problem" not in html
    assert 'value="Adele"' in html


def test_errors_do_not_contain_secrets(visitor):
    fill(visitor, until=SECOND)
    bad = {**SECURITY, "password": "Quartz-1", "confirm_password": "Quartz-2", "answer_1": ""}
    post(visitor, SECOND, bad)
    kept = session_contents()
    html = visitor.get(SECOND).content.decode()
    assert "Answer" in html
    assert "There is a problem" in html
    for secret in ("Quartz-1", "Quartz-2", SECURITY["answer_2"]):
        assert secret not in html
        assert secret not in kept


def test_errors_are_shown_only_on_their_page(visitor):
    fill(visitor, until=SECOND)
    post(visitor, SECOND, {**SECURITY, "username": ""})
    assert "There is a problem" not in visitor.get(FIRST).content.decode()
    assert "There is a problem" in visitor.get(SECOND).content.decode()


def test_duplicate_warning_redirects_too(visitor):
    fill(visitor, until=SECOND)
    press(visitor, SECOND, button="cancel")
    double = {"first_name": "John", "last_name": "Attorney", "email": "john@example.com",
              "confirm_email": "john@example.com"}  # fmt: skip
    answer = post(visitor, FIRST, {**PERSON, **double})
    assert answer.url.endswith(FIRST)
    assert "An account may already exist" in visitor.get(FIRST).content.decode()
    assert "An account may already exist" not in visitor.get(FIRST).content.decode()


def test_upgrade_error_redirects_and_keeps_the_next_page(visitor):
    upgrade_pages.log_in(visitor, NOEL)
    path = upgrade_pages.path_of("person") + "?next=/psc/account/"
    data = upgrade_pages.PERSON | {"date_of_birth": "", "action": "next"}
    data["draft"] = upgrade_pages.token_on(visitor.get(path))
    answer = visitor.post(path, data)
    assert answer.status_code == 302
    assert "/psc/upgrade/person/" in answer.url
    html = visitor.get(answer.url).content.decode()
    assert "Enter Date of Birth." in html
    assert 'value="Noel"' in html
    assert "Enter Date of Birth." not in visitor.get(answer.url).content.decode()
