"""The frame of Manage My Account's pages: the tabs and their items for the account signed on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from pacer_accounts.account_menu.account_status import account_status
from pacer_accounts.account_menu.items import TABS, Item, Tab
from pacer_accounts.choices import HolderKind
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.models import PacerAccount
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.web.addresses import address, page_url

P = ParamSpec("P")
View = Callable[Concatenate[SignedOnRequest, P], HttpResponse]

REAL_ADDRESS = "pacer.psc.uscourts.gov/pscof/manage/maint.jsf"
UPGRADE_FIRST = (
    "You can't {action} with a legacy PACER account. Upgrade it first. When you finish, you come back"
    " to the page you wanted."
)
ACTIONS = {"Settings": "use Settings", "Maintenance": "send updates to courts"}


@dataclass(frozen=True)
class Row:
    """One item of a tab as the page lists it."""

    label: str
    url: str
    note: str


def tab_links(current: str, account: PacerAccount) -> list[dict[str, Any]]:
    return [
        {"label": tab.label, "url": address(tab.url_name), "current": tab.label == current}
        for tab in TABS
        if _is_for(tab, account)
    ]


def tab_rows(label: str, account: PacerAccount, era: str) -> list[Row]:
    """The items of the tab `label` that this account has."""
    tab = next(tab for tab in TABS if tab.label == label)
    return [
        Row(item.label, item_url(item), item.note)
        for item in tab.items
        if _is_offered(item, account, era)
    ]


def item_url(item: Item) -> str:
    return address(item.url_name) if item.url_name else page_url(item.page)


def _is_offered(item: Item, account: PacerAccount, era: str) -> bool:
    applies_now = item.era in ("", era) and item.status in ("", account.case_search_status)
    return applies_now and _is_for(item, account)


def _is_for(entry: Item | Tab, account: PacerAccount) -> bool:
    return entry.for_paa if account.holder_kind == HolderKind.PAA else entry.for_people


def tab_page(
    request: SignedOnRequest,
    label: str,
    context: dict[str, Any] | None = None,
    template: str = "psc/tab.html",
) -> HttpResponse:
    """The tab `label`. `template` extends psc/tab.html if the tab shows more than its items."""
    rows = tab_rows(label, request.pacer_account, request.rehearsal.era)
    return manage_page(request, template, label, {"rows": rows} | (context or {}))


def manage_page(
    request: SignedOnRequest,
    template: str,
    tab: str,
    context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page below a tab. `template` extends psc/manage_page.html."""
    frame = {"tab": tab, "tabs": tab_links(tab, request.pacer_account)}
    return render(
        request, template, account_status(request) | frame | (context or {}), status=status
    )


def upgrade_required(tab: str) -> Callable[[View[P]], View[P]]:
    """Decorate a page below `tab`: a legacy account must upgrade first, and comes back afterward.

    An account that can't be upgraded, such as a PAA opened before 2014, may open the page.
    """

    def decorate(view: View[P]) -> View[P]:
        @never_cache
        @wraps(view)
        def page(request: SignedOnRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if why_not_upgrade(request.pacer_account) is None:
                messages.info(request, UPGRADE_FIRST.format(action=ACTIONS[tab]))
                query = urlencode({"next": request.path})
                return redirect(f"{reverse('account:upgrade')}?{query}")
            return view(request, *args, **kwargs)

        return page

    return decorate


settings_page = upgrade_required("Settings")
"""For every page below Settings: "any option under Settings prompts the upgrade" of a legacy account."""
