"""Manage My Account: its four tabs and what stands on each, for whom.

A floor above adds its items by name: this list knows pages only as URL names (`manage_items`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from pacer_accounts.account_menu.account_status import account_status
from pacer_accounts.account_menu.items import TABS, Item, Tab
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.web.addresses import address

UPGRADE_FIRST = (
    "A legacy PACER account cannot {do}: it must be upgraded first. When that is done you come back"
    " to the page you wanted."
)
View = Callable[..., HttpResponse]
WHAT_LEGACY_CANNOT = {"Settings": "use Settings", "Maintenance": "send updates to courts"}


@dataclass(frozen=True)
class Row:
    """One item of a tab as the page lists it."""

    label: str
    url: str
    note: str


def tab_links(current: str, account: PacerAccount) -> list[dict[str, Any]]:
    return [
        {"label": tab.label, "url": address(tab.name), "current": tab.label == current}
        for tab in TABS
        if _is_for(tab, account)
    ]


def rows_of(label: str, account: PacerAccount, era: str) -> list[Row]:
    """The items of the tab `label` that this account has."""
    return [
        Row(item.label, address(item.name), item.note)
        for item in _tab(label).items
        if _is_offered(item, account, era)
    ]


def _tab(label: str) -> Tab:
    return next(tab for tab in TABS if tab.label == label)


def _is_offered(item: Item, account: PacerAccount, era: str) -> bool:
    is_its_time = item.era in ("", era) and item.status in ("", account.case_search_status)
    return is_its_time and _is_for(item, account)


def _is_for(one: Item | Tab, account: PacerAccount) -> bool:
    return one.for_paa if account.holder_kind == HolderKind.PAA else one.for_people


def tab_page(
    request: HttpRequest,
    label: str,
    context: dict[str, Any] | None = None,
    template: str = "psc/tab.html",
) -> HttpResponse:
    """The tab `label`: how the account stands, and what can be done here.

    `template` extends psc/tab.html where a tab shows more than its items.
    """
    shared = account_status(request) | {
        "tab": label,
        "tabs": tab_links(label, request.pacer_account),
        "rows": rows_of(label, request.pacer_account, request.rehearsal.era),
    }
    return render(request, template, shared | (context or {}))


def manage_page(
    request: HttpRequest,
    template: str,
    tab: str,
    context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page below a tab. `template` extends psc/manage_page.html."""
    shared = account_status(request) | {"tab": tab, "tabs": tab_links(tab, request.pacer_account)}
    return render(request, template, shared | (context or {}), status=status)


def upgrade_required(tab: str) -> Callable[[View], View]:
    """For pages below `tab` that prompt the upgrade of a legacy account, and bring it back after.

    An account that cannot be upgraded, as a PAA from before 2014, is let in.
    """

    def wrap(view: View) -> View:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if why_not_upgrade(request.pacer_account) is None:
                messages.info(request, UPGRADE_FIRST.format(do=WHAT_LEGACY_CANNOT[tab]))
                query = urlencode({"next": request.path})
                return redirect(f"{reverse('account:upgrade')}?{query}")
            return view(request, *args, **kwargs)

        return page

    return wrap


settings_page = upgrade_required("Settings")
"""For every page below Settings: "any option under Settings prompts the upgrade" of a legacy account."""
