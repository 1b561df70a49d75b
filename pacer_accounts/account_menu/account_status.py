"""How an account stands, for every page of Manage My Account."""

from functools import partial

from django.http import HttpRequest

from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.public_site.pages import site_context
from pacer_accounts.registration import kinds
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.models import Era
from rehearsals.packs.pack import get_pack
from rehearsals.web.addresses import address
from rehearsals.web.lookups import Lookup

MANAGE_MY_ACCOUNT = "Manage My Account"

_find_linked = Lookup(
    lambda account_id, court_code: PacerAccount.objects.only("pk").filter(
        pk=account_id, cmecf_accounts__court__code=court_code
    )[:1]
)


def account_status(request: HttpRequest) -> dict[str, object]:
    """How the account stands, for every page of Manage My Account, and the frame of these pages."""
    account = request.pacer_account
    return site_context(request) | {
        "account": account,
        "has_mfa": request.rehearsal.era == Era.Y2025,
        "mfa_apps": account.authenticator_apps.count,  # asked where it is shown, in 2025
        "is_billing_only": account.holder_kind == HolderKind.PAA,
        "is_shared": account.holder_kind == HolderKind.SHARED,
        "can_upgrade": why_not_upgrade(account) is None,
        "is_linked_at_home": partial(_is_linked_at_home, request),  # asked where it is shown
        "may_be_new_filer": _came_to_file(account),
        "panel_links": panel_links(current=MANAGE_MY_ACCOUNT),
    }


def _came_to_file(account: PacerAccount) -> bool:
    """Whether it was registered as a filer's: then there may be no CM/ECF account to link."""
    kind = kinds.find(account.registered_as)
    return kind is not None and bool(kind.continues)


def _is_linked_at_home(request: HttpRequest) -> bool:
    """Asked through the account's own rows: the courts are a floor above this one."""
    home = get_pack(request.rehearsal.pack).home_court
    return _find_linked(request.pacer_account.pk, home) is not None


def panel_links(current: str = "") -> list[dict[str, object]]:
    """The "PACER Links" panel (seed, Step 2); without "Search PACER Case Locator" until it is built."""
    rows = (
        ("Court Links", "pacer:court_links"),
        ("Announcements", "pacer:announcements"),
        ("Frequently Asked Questions", "pacer:help"),
        ("Resources", "pacer:quick_links"),
        (MANAGE_MY_ACCOUNT, "account:landing"),
    )
    return [
        {"label": label, "url": address(name), "current": label == current, "children": ()}
        for label, name in rows
    ]
