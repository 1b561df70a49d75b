"""Wrong passwords and unknown usernames are never stored, logged, e-mailed or shown."""

import logging

import pytest

from tests.support.cast import NOEL
from tests.support.login_pages import CSO, NOBODY, PSC, WRONG, fail, log_in
from tests.support.stored import everything_stored

pytestmark = pytest.mark.django_db

CANARIES = (WRONG, NOBODY)


@pytest.mark.parametrize("path", [CSO, PSC])
def test_wrong_password_and_unknown_username_leave_no_trace(visitor, caplog, path):
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


def test_trace_search_finds_stored_input(visitor):
    log_in(visitor, NOEL, client_code=WRONG)
    assert WRONG in everything_stored()


def test_right_password_is_stored_only_as_hash(visitor):
    log_in(visitor, NOEL)
    assert NOEL.password not in everything_stored()
