"""The menu bar of a court's CM/ECF and the functions below its menus, for each kind of user."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.module_loading import import_string

from cmecf.courts.http import CourtRequest, SignedOnCourtRequest
from cmecf.courts.phases import CourtPhase
from cmecf.models import FILING_MENUS, AccountOrigin, Court
from pacer_accounts.profile.rules import names_agree
from rehearsals.app_config import declared_mapping
from rehearsals.clock.court_time import date_text
from rehearsals.web.addresses import address, page_url

YOUR_ACCOUNT, YOUR_PACER_ACCOUNT = "Your Account", "Your PACER Account"
CLIENT_CODE_LABEL = "Change Client Code"
LINK_LABEL = "Link a CM/ECF account to my PACER account"  # seed, Step 4


@dataclass(frozen=True)
class MenuItem:
    label: str
    url: str
    current: bool = False
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """A working function below a menu, listed on the Utilities page and found by Search."""

    label: str
    url: str
    section: str
    note: str = ""


@dataclass(frozen=True)
class MenuGroup:
    """Entries below a heading of a menu, such as "Motions and Related Filings".

    `found_by_search`: entries that only Search lists, such as the events below an entry.
    """

    heading: str
    entries: tuple[Entry, ...]
    found_by_search: tuple[Entry, ...] = ()


# Raw query strings of DisplayMenu.pl. The short spellings are ours.
_FILING = [menu for menus in FILING_MENUS.values() for menu in menus]
SECTION_BY_QUERY = {
    **{f"{menu}Events": menu for menu in _FILING},
    **{menu: menu for menu in _FILING},
    "Reports": "Reports",
    "Utilities": "Utilities",
}
_SECTION_BY_SCRIPT = {"iquery.pl": "Query", "search.pl": "Search", "help.pl": "Help"}

# Filers have the court's filing menus before these.
LEGACY_FILER = ("Query", "Reports", "Utilities", "Search", "Logout")
LEGACY_READER = ("Query", "Reports", "Utilities", "Logout")
NEXTGEN_READER = ("Query", "Reports", "Utilities", "Help", "Log Out")
NEXTGEN_FILER = ("Query", "Reports", "Utilities", "Search", "Help", "Log Out")


def menu_items(request: CourtRequest) -> list[MenuItem]:
    """The menu bar of `request.court` for the user of a CourtRequest; empty if not signed in there.

    On the court's web site, which has its own menu, it is empty too.
    """
    current = section_of(request)
    return [
        MenuItem(label, _url(label, request.court.code), label == current)
        for label in _labels(request)
    ]


def _labels(request: CourtRequest) -> tuple[str, ...]:
    if not hasattr(request, "cmecf_account"):
        return ()
    if request.court_phase is CourtPhase.NEXTGEN:
        if request.pacer_account is None:
            return ()
        if request.cmecf_account is None:
            return NEXTGEN_READER
        return (*request.court.filing_menus, *NEXTGEN_FILER)
    if request.cmecf_account:
        return (*request.court.filing_menus, *LEGACY_FILER)
    return LEGACY_READER if request.legacy_pacer_account else ()


def _url(label: str, court_code: str) -> str:
    names = {"Search": "ecf:search", "Help": "ecf:help"}
    if label == "Query":
        return page_url("case_query", court_code)
    if label in names:
        return address(names[label], court_code)
    if label in ("Logout", "Log Out"):
        return address("ecf:login", court_code) + "?logout"
    query = f"{label}Events" if label in _FILING else label
    return address("ecf:menu", court_code) + f"?{query}"


def section_of(request: HttpRequest) -> str | None:
    """The menu a page belongs to: "Civil" for DisplayMenu.pl?CivilEvents, None for the start page."""
    script = request.path_info.rpartition("/")[2]
    if script == "DisplayMenu.pl":
        return _menu(request, SECTION_BY_QUERY.get(next(iter(request.GET), "")))
    if "/utilities/" in request.path_info:
        return "Utilities"
    return _SECTION_BY_SCRIPT.get(script)


def _menu(request: HttpRequest, section: str | None) -> str | None:
    """The section; another kind of court's filing menu is this court's first one."""
    court: Court | None = getattr(request, "court", None)
    if court and section in _FILING and section not in court.filing_menus:
        return court.filing_menus[0]
    return section


def cases_of_menu(section: str) -> str:
    """The kind of cases of a filing menu: "civil" for Civil."""
    return "appellate" if section == "Filing" else section.lower()


def menu_groups(request: CourtRequest, section: str) -> tuple[MenuGroup, ...]:
    """What the apps above add to a menu ("Civil", "Reports") for the user of this request."""
    path = declared_mapping("court_menus").get(section)
    groups: tuple[MenuGroup, ...] = import_string(path)(request) if path else ()
    return groups


def all_entries(request: CourtRequest) -> list[Entry]:
    """Every entry below the menus of this user, for Search."""
    labels = _labels(request)
    return [
        entry
        for section in labels
        for group in menu_groups(request, section)
        for entry in (*group.entries, *group.found_by_search)
    ]


def legacy_utilities(court_code: str) -> list[Entry]:
    """What a filer can do under Utilities before the outage. PACER-only users have none of it."""
    rows = (
        ("Maintain Your E-mail", "ecf:email", "See and change the e-mail on file."),
        ("Change Your ECF Password", "ecf:change_password", "You need your current password."),
        (
            "View Your Transaction Log",
            "ecf:transactions",
            "Activity with your login in this court.",
        ),
    )
    return [
        Entry(label, address(name, court_code), "Utilities", note) for label, name, note in rows
    ]


def nextgen_utilities(request: SignedOnCourtRequest) -> list[Entry]:
    """What this user can do under Utilities after go-live."""
    code = request.court.code
    entries = [_link_entry(request)]
    if request.cmecf_account:
        note = "Secondary addresses, and how often you get notices."
        url = reverse("ecf:noticing", args=[code])
        entries.append(Entry("Maintain Your E-mail", url, YOUR_ACCOUNT, note))
        url = reverse("ecf:transactions", args=[code])
        note = "Activity with your account in this court."
        entries.append(Entry("View Your Transaction Log", url, YOUR_ACCOUNT, note))
    return [
        *entries,
        Entry(
            CLIENT_CODE_LABEL,
            reverse("ecf:client_code", args=[code]),
            YOUR_PACER_ACCOUNT,
            "The code that your searches are billed to.",
        ),
        Entry(
            "Manage My Account",
            reverse("account:landing"),
            YOUR_PACER_ACCOUNT,
            "Change your name, address, e-mail, or password at PACER.",
        ),
    ]


def _link_entry(request: SignedOnCourtRequest) -> Entry:
    """The link utility; once linked or registered, since when."""
    court, account = request.court, request.cmecf_account
    form = page_url("link_form", court.code)
    if account is None or account.linked_at is None:
        return Entry(LINK_LABEL, form, YOUR_ACCOUNT)
    number = request.pacer_account.account_number
    day = date_text(account.linked_at, court.time_zone)
    if account.origin == AccountOrigin.REGISTRATION:
        note = f"The court lets PACER account {number} e-file here."
        return Entry(f"Registered on {day}", form, YOUR_ACCOUNT, note)
    note = f"The link between CM/ECF account {account.login} and PACER account {number}."
    if not names_agree(account, request.pacer_account):
        note = f"{note} You file as {account.full_name}."
    return Entry(f"Linked on {day}", page_url("link_done", court.code), YOUR_ACCOUNT, note)


def find_entries(wanted: str, entries: Iterable[Entry | MenuItem]) -> list[Entry | MenuItem]:
    """The entries whose label and note contain every word of `wanted`, in the order given."""
    words = wanted.casefold().split()
    return [
        entry
        for entry in entries
        if words and all(word in f"{entry.label} {entry.note}".casefold() for word in words)
    ]
