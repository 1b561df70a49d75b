"""The menu (seed: eight entries) and the breadcrumbs of a court's web site."""

from dataclasses import dataclass
from typing import Any

from cmecf.courts.http import CourtRequest
from cmecf.models import Court
from rehearsals.web.addresses import address


@dataclass(frozen=True)
class Section:
    """One menu entry. The page of a section that is not `built` says so."""

    slug: str
    label: str
    summary: str
    built: bool = True


SECTIONS = (
    Section("information", "Information", "The court's officers, and how to reach its help desk."),
    Section("services", "Services", "What the court does for the public.", built=False),
    Section("filing", "Filing", "How to file documents with the court."),
    Section("attorneys", "Attorneys", "What attorneys need to file electronically."),
    Section("pro-se", "Pro Se", "For parties without an attorney."),
    Section("jurors", "Jurors", "For people called for jury service.", built=False),
    Section("visitors", "Visitors", "For people visiting the courthouse.", built=False),
)

Links = list[dict[str, Any]]


def find_section(slug: str) -> Section | None:
    return next((section for section in SECTIONS if section.slug == slug), None)


def nav_items(request: CourtRequest, court: Court) -> Links:
    """ "Home" and the sections; the current one is marked."""
    rows = [("Home", address("site:home", court.code))]
    rows += [(entry.label, address("site:section", court.code, entry.slug)) for entry in SECTIONS]
    return [{"label": label, "url": url, "current": url == request.path} for label, url in rows]


def crumbs(request: CourtRequest, court: Court, title: str) -> Links:
    """Breadcrumbs (seed: "Home" above the page title); an empty list on the home page."""
    if not title:
        return []
    nextgen = {"label": "CM/ECF NextGen", "url": address("site:nextgen", court.code)}
    is_below = request.path.startswith(nextgen["url"]) and request.path != nextgen["url"]
    home = {"label": "Home", "url": address("site:home", court.code)}
    return [home, *([nextgen] if is_below else []), {"label": title}]
