"""What every page of the PACER site and of registration has around it (seed, Step 1)."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch

from pacer_accounts.registration.kinds import KINDS
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD
from rehearsals.web.addresses import address

# The seed's bar also has FIND A CASE: it stands here when the Case Locator is built.
NAVIGATION = (
    ("HOME", "pacer:home"),
    ("REGISTER", "pacer:register"),
    ("E-FILE", "pacer:efile"),
    ("QUICK LINKS", "pacer:quick_links"),
    ("HELP", "pacer:help"),
    ("CONTACT US", "pacer:contact"),
)
TOOLS = (("Manage My Account", "psc:login"), ("Case Search Sign In", "cso:login"))

Links = list[dict[str, Any]]


def site_context(request: HttpRequest, *, current: str = "") -> dict[str, Any]:
    """Navigation with `current` marked, the two links at the upper right, the desks."""
    return {
        "nav_items": [
            {"label": label, "url": address(name), "current": label == current}
            for label, name in NAVIGATION
        ],
        "masthead_tools": [{"label": label, "url": address(name)} for label, name in TOOLS],
        "desks": [PSC_CARD, court_card(request)],
    }


def register_panel(slug: str, *, is_form: bool = True) -> Links:
    """The left panel of REGISTER: five kinds, "Register Now" below the chosen one if it works.

    `slug`: the kind looked at, or "" for none. `is_form`: whether one stands in the form itself.
    """
    return [_panel_row(kind, kind.slug == slug, is_form) for kind in KINDS]


def _panel_row(kind: Any, is_chosen: bool, is_form: bool) -> dict[str, Any]:
    row = {
        "label": kind.label,
        "url": address("pacer:register_kind", kind.slug),
        "current": is_chosen and not is_form,
    }
    if is_chosen and kind.can_register:
        row["children"] = [
            {"label": "Register Now", "url": register_now(kind.slug), "current": is_form}
        ]
    return row


def address_if_built(name: str, *args: str) -> str:
    """As `address`, for a page of a floor above: "" when this house does not have it."""
    try:
        return address(name, *args)
    except NoReverseMatch:
        return ""


def register_now(slug: str) -> str:
    """The form, told by which door one came in."""
    return address("account:register_step", "account-information") + f"?kind={slug}"
