"""Each page that checks a secret, mails one or takes a document slows a guesser, not the owner."""

import re

import pytest
from django.http import HttpResponse

from cmecf.legacy.refusals import CmecfRefusal
from cso.recovery.rules import attempt_name
from cso.sign_on.rules import SignOnRefusal
from pacer_accounts.models import PaaMembership
from rehearsals.models import LimitCount
from rehearsals.security.limits import RECOVERY, SIGN_IN, UPLOAD
from tests.support import legacy, link_steps
from tests.support.cast import JOHN, NOEL, RUTH
from tests.support.efile_requests import BASE, TERMS, fill_in, hidden_of, mine, pdf
from tests.support.limits import GUESSER, OWNER, use_up, wait_of
from tests.support.login_pages import CSO, PSC, WRONG, fail, is_signed_on, log_in
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.payment_pages import ADD, enter, make_paa, make_person, pair_of

pytestmark = pytest.mark.django_db

SETTINGS = "/psc/account/settings/"
EMAIL = "canary@example.com"
PACER = {"username": NOEL.username, "password": WRONG}
CURRENT = {"current_password": WRONG}
QUESTIONS = {"email": EMAIL, "account_number": "1234567"}


def skin_of(page: HttpResponse) -> str:
    return re.search(r"skin-\w+", page.content.decode())[0]


@pytest.mark.parametrize(
    ("path", "data", "name", "limits", "at", "signed_on"),
    [
        (CSO, PACER, NOEL.username, SIGN_IN, LIVE, False),
        (PSC, PACER, NOEL.username, SIGN_IN, SEED_MOMENT, False),
        (legacy.LOGIN, {"login": "nattorney", "key": WRONG}, "nattorney", SIGN_IN, SEED_MOMENT, False),
        (legacy.LOST, {"login": "nattorney"}, "nattorney", RECOVERY, SEED_MOMENT, False),
        ("/cso/forgot-password/", QUESTIONS, attempt_name(EMAIL), RECOVERY, LIVE, False),
        ("/psc/forgot-username/", QUESTIONS, attempt_name(EMAIL), RECOVERY, LIVE, False),
        (link_steps.FORM, {"login": JOHN.login, "password": WRONG}, JOHN.login, SIGN_IN, LIVE, True),
        (f"{SETTINGS}username/", CURRENT | {"username": "johns.new"}, JOHN.number, SIGN_IN, LIVE, True),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("/") else "",
)  # fmt: skip
def test_guesser_waits_and_another_address_does_not(
    visitor, path, data, name, limits, at, signed_on
):
    visitor.at(at)
    if signed_on:
        log_in(visitor, JOHN)
    form = visitor.get(path)
    use_up(limits, visitor.rehearsal, name)
    page = visitor.post(path, data, REMOTE_ADDR=GUESSER)
    assert 890 < wait_of(page) <= 900
    assert skin_of(page) == skin_of(form)
    for typed in data.values():
        assert typed not in page.content.decode()
    assert page.headers["Content-Security-Policy"]
    assert "no-store" in page.headers["Cache-Control"]
    assert visitor.post(path, data, REMOTE_ADDR=OWNER).status_code in (200, 302)


def test_lockouts_of_the_simulated_systems_come_first(visitor):
    """A learner who tries both lockouts, and goes on trying, sees only the pages of PACER and the court."""
    pages = [fail(visitor.at(SEED_MOMENT), "nattorney") for _ in range(12)]
    assert SignOnRefusal.LOCKED.sentence in page_text(pages[-1])
    pages += [legacy.log_in(visitor, "nattorney", WRONG) for _ in range(12)]
    assert CmecfRefusal.LOCKED.sentence in page_text(pages[-1])
    assert {page.status_code for page in pages} == {200}


def test_right_password_clears_the_tries_with_a_name_but_not_those_of_the_address(visitor):
    fail(visitor, JOHN.username, 3)
    log_in(visitor, JOHN)
    assert is_signed_on(visitor)
    counts = dict(LimitCount.objects.values_list("rule", "attempts"))
    assert counts == {"sign_in.name": 0, "sign_in.address": 4}


def test_upload_over_the_limit_keeps_the_page_and_sends_nothing(visitor, settings):
    settings.PEOPLE_PER_ADDRESS = 1
    log_in(visitor.at(LIVE), RUTH)
    fill_in(visitor)
    terms = f"{BASE}terms/"
    form = TERMS | hidden_of(visitor.get(terms)) | {"action": "next"}
    use_up(UPLOAD, visitor.rehearsal, address="127.0.0.1")
    page = visitor.post(terms, form | {"document": pdf()})
    assert 590 < wait_of(page) <= 600
    assert not mine(visitor).exists()
    assert 'name="accepts_terms"' in visitor.get(terms).content.decode()
    answer = visitor.post(terms, form | {"document": pdf()}, REMOTE_ADDR=OWNER)
    assert answer.status_code == 302
    assert mine(visitor).exists()


def test_refused_form_can_be_sent_again_as_it_was_filled_in(visitor):
    paa, paula = make_paa(visitor.rehearsal), make_person(visitor.rehearsal)
    use_up(SIGN_IN, visitor.rehearsal, paa.account_number)
    page = enter(visitor, paa).post(ADD, pair_of(paula), REMOTE_ADDR=GUESSER).content.decode()
    kept = dict(re.findall(r'type="hidden" name="([a-z_]+)" value="([^"]*)"', page))
    assert visitor.post(ADD, kept, REMOTE_ADDR=OWNER).status_code == 302
    assert PaaMembership.objects.filter(account=paula).exists()
