"""The blue menu bar of a court, and what stands behind its entries, for whoever stands at the door."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from cmecf.courts.phases import CourtPhase
from rehearsals.web.addresses import address


@dataclass(frozen=True)
class MenuItem:
    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Entry:
    """One working function below a menu, as the Utilities page lists it and Search finds it."""

    label: str
    url: str
    section: str
    note: str = ""


# Raw query strings of DisplayMenu.pl; the short spellings are ours.
SECTION_BY_QUERY = {
    "CivilEvents": "Civil",
    "Civil": "Civil",
    "CriminalEvents": "Criminal",
    "Criminal": "Criminal",
    "Reports": "Reports",
    "Utilities": "Utilities",
}
_SECTION_BY_SCRIPT = {"iquery.pl": "Query", "search.pl": "Search", "help.pl": "Help"}

LEGACY_FILER = ("Civil", "Criminal", "Query", "Reports", "Utilities", "Search", "Logout")
LEGACY_READER = ("Query", "Reports", "Utilities", "Logout")
NEXTGEN_READER = ("Query", "Reports", "Utilities", "Help", "Log Out")
NEXTGEN_FILER = (
    "Civil",
    "Criminal",
    "Query",
    "Reports",
    "Utilities",
    "Search",
    "Help",
    "Log Out",
)


def menu_items(request: HttpRequest) -> list[MenuItem]:
    """The bar for this visitor at `request.court`; empty for people who are not signed in there."""
    court = getattr(request, "court", None)
    if court is None:
        return []
    current = section_of(request)
    return [
        MenuItem(label, _url(label, court.code), label == current) for label in _labels(request)
    ]


def _labels(request: HttpRequest) -> tuple[str, ...]:
    if request.court_phase is CourtPhase.NEXTGEN:
        if request.pacer_account is None:
            return ()
        return NEXTGEN_FILER if request.cmecf_account else NEXTGEN_READER
    if request.cmecf_account:
        return LEGACY_FILER
    return LEGACY_READER if request.legacy_pacer_account else ()


def _url(label: str, court_code: str) -> str:
    names = {"Query": "ecf:query", "Search": "ecf:search", "Help": "ecf:help"}
    if label in names:
        return address(names[label], court_code)
    if label in ("Logout", "Log Out"):
        return address("ecf:login", court_code) + "?logout"
    query = f"{label}Events" if label in ("Civil", "Criminal") else label
    return address("ecf:menu", court_code) + f"?{query}"


def section_of(request: HttpRequest) -> str | None:
    """The menu a page belongs to: "Civil" for DisplayMenu.pl?CivilEvents, None for the start page."""
    script = request.path_info.rpartition("/")[2]
    if script == "DisplayMenu.pl":
        return SECTION_BY_QUERY.get(next(iter(request.GET), ""))
    if "/utilities/" in request.path_info:
        return "Utilities"
    return _SECTION_BY_SCRIPT.get(script)


def legacy_utilities(court_code: str) -> list[Entry]:
    """What a filer can do under Utilities before the outage. PACER-only users have none of it."""
    rows = (
        ("Maintain Your E-mail", "ecf:email", "See and change the e-mail on file."),
        ("Change Your ECF Password", "ecf:change_password", "You need your current password."),
        (
            "View Your Transaction Log",
            "ecf:transactions",
            "What was done with your login in this court.",
        ),
    )
    return [
        Entry(label, address(name, court_code), "Utilities", note) for label, name, note in rows
    ]


def find_entries(wanted: str, entries: Iterable[Entry | MenuItem]) -> list[Entry | MenuItem]:
    """The entries whose label or note holds every word of `wanted`, in the order given."""
    words = wanted.casefold().split()
    return [
        entry
        for entry in entries
        if words
        and all(word in f"{entry.label} {getattr(entry, 'note', '')}".casefold() for word in words)
    ]
