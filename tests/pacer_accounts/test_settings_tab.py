"""The Settings tab: its items, and the upgrade that a legacy account needs first."""

import pytest

from pacer_accounts.account_menu.items import SETTINGS
from pacer_accounts.account_menu.pages import item_url
from pacer_accounts.choices import HolderKind
from rehearsals.web.mount import inside_rehearsal
from tests.support.cast import JOHN, NOEL
from tests.support.payment_pages import enter, make_paa
from tests.support.upgrade_pages import ADDRESS, PERSON, SECURITY, log_in, text

pytestmark = pytest.mark.django_db

LABELS = [
    "Change Username",
    "Change Password",
    "Set Security Information",
    "Update PACER Billing Email",
    "Set PACER Billing Preferences",
    "Remove Your PACER Account from a PAA",
]


def path_to(visitor, item) -> str:
    with inside_rehearsal(visitor.rehearsal):
        return item_url(item)


def in_its_era(visitor, item):
    if item.era:
        visitor.rehearsal.era = item.era
        visitor.rehearsal.save(update_fields=["era"])


def test_items_in_the_service_centers_order(visitor):
    log_in(visitor, JOHN)
    labels = [row.label for row in visitor.get("/psc/account/").context["rows"]]
    assert [label for label in labels if label in LABELS] == LABELS


def test_paa_has_settings_but_no_paa_to_leave(visitor):
    page = enter(visitor, make_paa(visitor.rehearsal)).get("/psc/account/")
    labels = [row.label for row in page.context["rows"]]
    assert labels[:5] == LABELS[:5]
    assert LABELS[5] not in labels


@pytest.mark.parametrize("item", SETTINGS.items, ids=lambda item: item.label)
def test_every_item_has_a_note_and_opens_for_an_upgraded_account(visitor, item):
    in_its_era(visitor, item)
    log_in(visitor, JOHN)
    assert item.note
    assert visitor.get(path_to(visitor, item), follow=True).status_code == 200


@pytest.mark.parametrize("item", SETTINGS.items, ids=lambda item: item.label)
def test_legacy_account_upgrades_and_returns_to_the_page_wanted(visitor, item):
    in_its_era(visitor, item)
    log_in(visitor, NOEL)
    wanted = path_to(visitor, item)
    page = visitor.get(wanted, follow=True)
    assert "You can't use Settings with a legacy PACER account" in text(page)
    path = page.request["PATH_INFO"]
    for typed in (PERSON, ADDRESS, _security(item)):
        here = page.redirect_chain[-1][0] if page.redirect_chain else path
        data = typed | {"draft": page.context["draft"].token, "action": "next"}
        page = visitor.post(here, data, follow=True)
    assert "Upgrade Complete" in text(page)
    assert page.context["next_url"] == wanted
    assert visitor.get(page.context["next_url"]).status_code in (200, 302)


def _security(item) -> dict[str, str]:
    """A password that both eras accept."""
    password = "Canary-Words-77-and-more"
    return SECURITY | {"password": password, "confirm_password": password}


@pytest.mark.parametrize("item", SETTINGS.items, ids=lambda item: item.label)
def test_post_from_a_legacy_account_changes_nothing(visitor, item):
    in_its_era(visitor, item)
    log_in(visitor, NOEL)
    answer = visitor.post(path_to(visitor, item), {"email": "x@example.com"})
    assert answer.status_code == 405 or "/psc/upgrade/" in answer.url


def test_paa_opened_before_2014_need_not_upgrade(visitor):
    paa = make_paa(visitor.rehearsal, account_type="legacy")
    assert paa.holder_kind == HolderKind.PAA
    page = enter(visitor, paa).get("/psc/account/settings/billing-email/")
    assert page.status_code == 200
