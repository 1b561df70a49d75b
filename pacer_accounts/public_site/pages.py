"""The frame of the PACER site's pages and of registration's (seed, Step 1)."""

from typing import Any

from pacer_accounts.registration.kinds import KINDS, Kind
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD
from rehearsals.web.addresses import address, page_url
from rehearsals.web.http import RehearsalRequest

# Label and URL name; FIND A CASE leads to the Case Locator, which a higher app has.
FIND_A_CASE = "FIND A CASE"
NAVIGATION = (
    ("HOME", "pacer:home"),
    ("REGISTER", "pacer:register"),
    (FIND_A_CASE, ""),
    ("E-FILE", "pacer:efile"),
    ("QUICK LINKS", "pacer:quick_links"),
    ("HELP", "pacer:help"),
    ("CONTACT US", "pacer:contact"),
)
# Label and role of the page.
TOOLS = (
    ("Manage My Account", "account_login"),
    ("Case Search Sign In", "case_search_login"),
    ("RSS", "court_links"),  # the feed of each court
)

Links = list[dict[str, Any]]


def site_context(request: RehearsalRequest, *, current: str = "") -> dict[str, Any]:
    """Navigation with `current` marked, the links at the upper right, and the help desks."""
    return {
        "nav_items": [
            {"label": label, "url": _nav_url(label, name), "current": label == current}
            for label, name in NAVIGATION
        ],
        "masthead_tools": [{"label": label, "url": page_url(role)} for label, role in TOOLS],
        "desks": [PSC_CARD, court_card(request)],
    }


def _nav_url(label: str, name: str) -> str:
    return page_url("case_locator") if label == FIND_A_CASE else address(name)


def register_panel(slug: str, *, is_form: bool = True) -> Links:
    """The left panel of REGISTER: five kinds, and "Register Now" below the selected one if it works.

    `slug`: the selected kind, or "". `is_form`: whether the page is the registration form itself.
    """
    return [_panel_row(kind, kind.slug == slug, is_form) for kind in KINDS]


def _panel_row(kind: Kind, is_selected: bool, is_form: bool) -> dict[str, Any]:
    row = {
        "label": kind.label,
        "url": address("pacer:register_kind", kind.slug),
        "current": is_selected and not is_form,
    }
    if is_selected and kind.can_register:
        row["children"] = [
            {"label": "Register Now", "url": register_now(kind.slug), "current": is_form}
        ]
    return row


def register_now(slug: str) -> str:
    """The URL of the registration form for the kind `slug`."""
    return address("account:register_step", "account-information") + f"?kind={slug}"
