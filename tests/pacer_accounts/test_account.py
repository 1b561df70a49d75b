"""Manage My Account: the account's status and its next step."""

import html
import re

import pytest

from pacer_accounts.models import PacerAccount
from tests.support import login_pages
from tests.support.cast import ADELE, JOHN, MIRIAM, NOEL, OWEN
from tests.support.factories import PASSWORD, CmecfAccountFactory, PacerAccountFactory
from tests.support.moments import JUST_BEFORE_LIVE, JUST_BEFORE_OUTAGE, LIVE, OUTAGE, SEED_MOMENT
from tests.support.upgrade_pages import log_in, rows, text

pytestmark = pytest.mark.django_db


def landing(visitor, who):
    log_in(visitor, who)
    return text(visitor.get("/psc/account/"))


def coach(visitor):
    """The headings of the practice help."""
    page = visitor.get("/psc/account/").content.decode()
    return re.findall(r'class="coach__tag">([^<]+)<', page)


def facts(visitor, who):
    log_in(visitor, who)
    return rows(visitor.get("/psc/account/"))


def test_login_opens_the_account_and_logout_closes_it(visitor):
    assert login_pages.log_in(visitor, NOEL, path=login_pages.PSC).url.endswith("/psc/account/")
    visitor.post("/psc/logout/")
    assert "/psc/login/" in visitor.get("/psc/account/").url


def test_legacy_account_told_to_upgrade(visitor):
    page = landing(visitor, NOEL)
    assert "Next step: upgrade" in page
    assert "your account number stays the same" in page


def test_only_the_stored_type_offers_the_upgrade(visitor):
    """Noel's username has twelve characters and Owen's account is from 2011: neither counts."""
    PacerAccount.objects.filter(account_number=OWEN.number).update(account_type="upgraded")
    assert "(Upgrade)" in landing(visitor, NOEL)
    assert "(Upgrade)" not in landing(visitor, OWEN)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (SEED_MOMENT, "Next step: check your CM/ECF login"),
        (JUST_BEFORE_OUTAGE, "Next step: check your CM/ECF login"),
        (OUTAGE, "Next step: link on go-live morning"),
        (JUST_BEFORE_LIVE, "Next step: link on go-live morning"),
        (LIVE, "Next step: link"),
    ],
)
def test_next_step_of_upgraded_account_follows_court_clock(visitor, at, expected):
    page = landing(visitor.at(at), JOHN)
    assert coach(visitor) == [expected]
    assert ("Linking opens on Monday, April 20, 2020, at 8:00 am MT." in page) == (at < LIVE)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (SEED_MOMENT, "Next step: wait for the court's move"),
        (JUST_BEFORE_LIVE, "Next step: wait for the court's move"),
        (LIVE, "Next step: request e-filing, or link"),
    ],
)
@pytest.mark.parametrize("kind", ["attorney-filers", "non-attorney-filers"])
def test_registered_filer_told_there_may_be_nothing_to_link(visitor, kind, at, expected):
    visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(registered_as=kind)
    assert "You don't need to link anything." in landing(visitor.at(at), JOHN)
    assert [html.unescape(heading) for heading in coach(visitor)] == [expected]


def test_linked_account_has_no_next_step(visitor):
    account = visitor.rehearsal.pacer_accounts.get(account_number=JOHN.number)
    visitor.rehearsal.cmecf_accounts.filter(login=JOHN.login).update(
        pacer_account=account, linked_at=LIVE
    )
    assert "You're all set here" in landing(visitor.at(LIVE), JOHN)


def test_link_at_another_court_does_not_count(visitor):
    log_in(visitor.at(LIVE), MIRIAM)
    assert coach(visitor) == ["Next step: link"]


def test_shared_account_gets_a_warning(visitor):
    page = landing(visitor, ADELE)
    assert "Stop: this account is shared" in page
    assert "Three Rivers Trial Group, not to one person" in page


def test_practice_help_can_be_turned_off(visitor):
    log_in(visitor, ADELE)
    visitor.post("/help-layer/")
    page = text(visitor.get("/psc/account/"))
    assert "Stop: this account is shared" not in page
    assert "Legacy PACER Account (Upgrade)" in page


def test_billing_account_has_account_status_and_no_upgrade(visitor):
    PacerAccount.objects.filter(account_number=NOEL.number).update(holder_kind="paa")
    summary = facts(visitor, NOEL)
    assert summary["Account Status"] == "Active"
    assert "Case Search Status" not in summary
    assert "(Upgrade)" not in summary["Account Type"]


@pytest.mark.parametrize(
    ("status", "label"), [("inactive", "Inactive"), ("not_activated", "Not Activated")]
)
def test_search_status_affects_searching_only(visitor, status, label):
    PacerAccount.objects.filter(account_number=NOEL.number).update(case_search_status=status)
    assert facts(visitor, NOEL)["Case Search Status"] == label
    page = landing(visitor, NOEL)
    assert "(Upgrade)" in page
    assert "You can still upgrade, link and file." in page


def test_balance_shown_to_the_cent(visitor):
    PacerAccount.objects.filter(account_number=NOEL.number).update(balance="12.30")
    assert facts(visitor, NOEL)["Account Balance"] == "$12.30"


def test_settings_opens_first_of_four_tabs(visitor):
    log_in(visitor, JOHN)
    page = visitor.get("/psc/account/").content.decode()
    tabs = re.findall(r'class="tabs__tab"( aria-current="page")? href="[^"]+">([^<]+)<', page)
    assert tabs == [
        (' aria-current="page"', "Settings"), ("", "Maintenance"), ("", "Payments"), ("", "Usage"),
    ]  # fmt: skip


def test_sign_on_of_another_rehearsal_does_not_count(visitor, other_rehearsal):
    log_in(visitor, NOEL)
    answer = visitor.client.get(f"{other_rehearsal.mount}/psc/account/")
    assert f"{other_rehearsal.mount}/psc/login/" in answer.url


def test_page_costs_the_same_for_more_links(visitor, django_assert_max_num_queries):
    account = PacerAccountFactory(rehearsal=visitor.rehearsal)
    login_pages.log_in(visitor, username=account.username, password=PASSWORD, path=login_pages.PSC)
    visitor.get("/psc/account/")
    for court in visitor.rehearsal.courts.all():
        CmecfAccountFactory(court=court, pacer_account=account, linked_at=LIVE)
    with django_assert_max_num_queries(5):
        visitor.get("/psc/account/")
