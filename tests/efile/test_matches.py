"""Likely matches: each sign alone, its strength and its reason."""

import pytest

from cmecf.models import CmecfAccount
from efile.queue.matches import likely_matches
from pacer_accounts.models import PacerAccount

REQUESTER = {"first_name": "Katherine", "last_name": "Ortiz", "email": "kate@example.com"}
OTHER = {"first_name": "Pat", "last_name": "Practice", "email": "pat@example.com", "login": "pp"}


def match(given_email="kate@example.com", **theirs):
    """The match of an account that differs in everything except `theirs`."""
    requester = PacerAccount(pk=1, username="kortiz", **REQUESTER)
    matches = likely_matches(requester, given_email, [CmecfAccount(**{**OTHER, **theirs})])
    return matches[0] if matches else None


@pytest.mark.parametrize(
    ("theirs", "words", "is_strong"),
    [
        ({"email": "KATE@example.com"}, "same e-mail address", True),
        (
            {"first_name": "KATHERINE", "last_name": "ortiz"},
            "same first and last name",
            True,
        ),
        (
            {"first_name": "Kathy", "last_name": "Ortiz"},
            "same last name, similar first name",
            False,
        ),
        (
            {"first_name": "K", "last_name": "Ortiz"},
            "same last name, similar first name",
            False,
        ),
        ({"login": "kortiz"}, "CM/ECF login same as PACER username", False),
        ({"pacer_account_id": 1}, "linked to the same PACER account", True),
    ],
)
def test_each_sign_is_a_match_with_its_reason(theirs, words, is_strong):
    found = match(**theirs)
    assert (found.reasons, found.is_strong) == ((words,), is_strong)


@pytest.mark.parametrize(
    "theirs",
    [
        {},
        {"last_name": "Ortiz"},
        {"first_name": "Katherine"},
        {"first_name": "Karen", "last_name": "Ortiz"},
        {"pacer_account_id": 2},
    ],
)
def test_different_account_is_no_match(theirs):
    assert match(**theirs) is None


def test_empty_email_is_no_match():
    assert match(given_email="", email="") is None


@pytest.mark.parametrize(("pacer_account_id", "asks"), [(None, True), (2, False)])
def test_should_link_only_an_unlinked_login(pacer_account_id, asks):
    found = match(**REQUESTER, pacer_account_id=pacer_account_id)
    assert found.should_link is asks


def test_more_signs_come_first():
    requester = PacerAccount(pk=1, username="kortiz", **REQUESTER)
    weak = CmecfAccount(pk=1, login="weak", first_name="Kathy", last_name="Ortiz")
    both = CmecfAccount(pk=2, login="both", **REQUESTER)
    matches = likely_matches(requester, "", [weak, both])
    assert [one.account.login for one in matches] == ["both", "weak"]
