"""The menu of a court's web site (seed: eight entries), and the trail to a page below its home."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from cmecf.models import Court
from rehearsals.web.addresses import address


@dataclass(frozen=True)
class Section:
    """One entry of the menu. A section that is not `built` has a page that says so."""

    slug: str
    label: str
    in_short: str
    built: bool = True


SECTIONS = (
    Section("information", "Information", "Who leads the court, and how to reach its help desk."),
    Section("services", "Services", "What the court does for the public.", built=False),
    Section("filing", "Filing", "How documents reach the court."),
    Section("attorneys", "Attorneys", "What attorneys need in order to file electronically."),
    Section("pro-se", "Pro Se", "For parties who have no attorney."),
    Section("jurors", "Jurors", "For people who are called to serve.", built=False),
    Section("visitors", "Visitors", "For people who come to the courthouse.", built=False),
)

Links = list[dict[str, Any]]


def find_section(slug: str) -> Section | None:
    return next((section for section in SECTIONS if section.slug == slug), None)


def nav_items(request: HttpRequest, court: Court) -> Links:
    """ "Home" and the sections; the one being read is marked."""
    rows = [("Home", address("site:home", court.code))]
    rows += [(one.label, address("site:section", court.code, one.slug)) for one in SECTIONS]
    return [{"label": label, "url": url, "current": url == request.path} for label, url in rows]


def crumbs(request: HttpRequest, court: Court, title: str) -> Links:
    """The trail to a page below the home page (seed: "Home" above its title); none on that page."""
    if not title:
        return []
    nextgen = {"label": "CM/ECF NextGen", "url": address("site:nextgen", court.code)}
    is_below = request.path.startswith(nextgen["url"]) and request.path != nextgen["url"]
    home = {"label": "Home", "url": address("site:home", court.code)}
    return [home, *([nextgen] if is_below else []), {"label": title}]
