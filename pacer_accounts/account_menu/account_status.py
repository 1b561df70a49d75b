from functools import partial
from typing import Any

from pacer_accounts.account_menu.next_step import next_step
from pacer_accounts.choices import HolderKind
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.public_site.pages import site_context
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.app_config import declared_function
from rehearsals.models import Era
from rehearsals.web.addresses import address, page_url

MANAGE_MY_ACCOUNT = "Manage My Account"


def account_status(request: SignedOnRequest) -> dict[str, Any]:
    """What every page of Manage My Account shows: the account's status and the page's frame.

    The callable values cost a query. Only templates that show them call them.
    """
    account = request.pacer_account
    return site_context(request) | {
        "account": account,
        "has_mfa": request.rehearsal.era == Era.Y2025,
        "mfa_apps": partial(declared_function("mfa_app_count"), account),
        "is_billing_only": account.holder_kind == HolderKind.PAA,
        "is_shared": account.holder_kind == HolderKind.SHARED,
        "can_upgrade": why_not_upgrade(account) is None,
        "next_step": partial(next_step, account, request.rehearsal, request.at),
        "panel_links": panel_links(current=MANAGE_MY_ACCOUNT),
    }


def panel_links(current: str = "") -> list[dict[str, Any]]:
    """The "PACER Links" panel (seed, Step 2)."""
    rows = (
        ("Court Links", address("pacer:court_links")),
        ("Search PACER Case Locator", page_url("case_locator")),
        ("Announcements", address("pacer:announcements")),
        ("Frequently Asked Questions", address("pacer:help")),
        ("Resources", address("pacer:quick_links")),
        (MANAGE_MY_ACCOUNT, address("account:landing")),
    )
    return [
        {"label": label, "url": url, "current": label == current, "children": ()}
        for label, url in rows
    ]
