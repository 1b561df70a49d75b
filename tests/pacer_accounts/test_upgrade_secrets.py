"""No password or answer typed into the upgrade is stored, logged or shown."""

import logging

import pytest

from tests.support.cast import NOEL
from tests.support.stored import everything_stored
from tests.support.upgrade_pages import SECRETS, SECURITY, account, fill, log_in, path_of, send

pytestmark = pytest.mark.django_db

CANARIES = tuple(set(SECRETS.values()))


def traces(*pages, log="") -> list[str]:
    seen = everything_stored() + log + "".join(page.content.decode() for page in pages)
    return [canary for canary in CANARIES if canary in seen]


@pytest.fixture
def noel(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    log_in(visitor, NOEL)
    fill(visitor, "person", "address")
    return visitor


def test_a_finished_upgrade_leaves_hashes_only(noel, caplog):
    send(noel, "security")
    pages = [noel.get("/psc/upgrade/done/"), noel.get("/psc/account/"), noel.get("/activity/")]
    assert not traces(*pages, log=caplog.text)
    held = account(noel, NOEL)
    assert held.has_password(SECURITY["password"])
    assert held.question_1 == SECURITY["question_1"]
    assert held.answer_1
    assert held.answer_1 != held.answer_2


@pytest.mark.parametrize("action", ["back", "reset", "cancel"])
def test_leaving_the_last_page_keeps_no_secret(noel, caplog, action):
    send(noel, "security", action=action)
    pages = [noel.get("/psc/account/"), noel.get(path_of("person"))]
    assert not traces(*pages, log=caplog.text)


@pytest.mark.parametrize(
    "mistake", [{"username": "short"}, {"question_1": ""}, {"confirm_password": "Canarybird"}]
)
def test_a_page_with_a_mistake_neither_keeps_nor_echoes_a_secret(noel, caplog, mistake):
    answer = send(noel, "security", **mistake)
    assert answer.status_code == 200
    assert not traces(answer, noel.get(path_of("security")), log=caplog.text)


def test_secrets_sent_to_another_tab_are_not_kept(noel, caplog):
    answer = send(noel, "person", **SECRETS)
    assert not traces(answer, noel.get(path_of("person")), log=caplog.text)


def test_secret_search_finds_a_planted_secret(noel):
    send(noel, "address", action="back", city=CANARIES[0])
    assert traces() == [CANARIES[0]]
