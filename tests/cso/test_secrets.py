"""What people type wrongly is kept nowhere: not in a row, a log line, a letter or a page."""

import logging

import pytest

from tests.support.cast import NOEL
from tests.support.login_pages import CSO, NOBODY, PSC, WRONG, fail, log_in
from tests.support.stored import everything_stored

pytestmark = pytest.mark.django_db

CANARIES = (WRONG, NOBODY)


@pytest.mark.parametrize("path", [CSO, PSC])
def test_a_wrong_password_and_an_unknown_name_leave_no_trace(visitor, caplog, path):
    caplog.set_level(logging.DEBUG)
    answers = [
        log_in(visitor, username=NOEL.username, password=WRONG, path=path),
        log_in(visitor, username=NOBODY, password=WRONG, path=path),
        log_in(visitor, username=NOBODY, password="", path=path),
        log_in(visitor, username="", password=WRONG, path=path),
        log_in(visitor, username=WRONG, password="x" * 200, path=path),
        fail(visitor, NOBODY, 6),
    ]
    log_in(visitor, NOEL, path=path)
    seen = everything_stored() + caplog.text + "".join(page.content.decode() for page in answers)
    assert not [canary for canary in CANARIES if canary in seen]


def test_the_search_for_traces_would_find_one(visitor):
    log_in(visitor, NOEL, client_code=WRONG)
    assert WRONG in everything_stored()


def test_the_right_password_is_stored_as_a_hash_only(visitor):
    log_in(visitor, NOEL)
    assert NOEL.password not in everything_stored()
