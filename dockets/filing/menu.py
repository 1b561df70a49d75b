"""The filing menus ("Civil", "Criminal"): lists of events below their headings."""

from cmecf.courts.http import CourtRequest
from cmecf.courts.menus import Entry, MenuGroup
from dockets.filing.catalog import OPEN_A_CASE, events_in, menu
from dockets.filing.catalog.event import APPEAL, BANKRUPTCY, CIVIL, CRIMINAL, Category, Event
from dockets.filing.rules import may_use_event
from rehearsals.web.addresses import address


def civil(request: CourtRequest) -> tuple[MenuGroup, ...]:
    return _groups(request, CIVIL)


def criminal(request: CourtRequest) -> tuple[MenuGroup, ...]:
    return _groups(request, CRIMINAL)


def bankruptcy(request: CourtRequest) -> tuple[MenuGroup, ...]:
    return _groups(request, BANKRUPTCY)


def appeals(request: CourtRequest) -> tuple[MenuGroup, ...]:
    return _groups(request, APPEAL)


def events_for(request: CourtRequest, category: Category) -> list[Event]:
    """The events of a category that this filer can use."""
    filer = request.cmecf_account
    if filer is None:
        return []
    key = "complaints" if category.key == OPEN_A_CASE else category.key
    events = [one for one in events_in(key) if may_use_event(one, filer.role)]
    if category.key == OPEN_A_CASE:
        return [one for one in events if one.fee] if not filer.only_case else []
    return events


def _groups(request: CourtRequest, section: str) -> tuple[MenuGroup, ...]:
    groups = (_group(request, *one) for one in menu(section, request.court.kind))
    return tuple(group for group in groups if group.entries)


def _group(request: CourtRequest, heading: str, categories: list[Category]) -> MenuGroup:
    offered = {one: events_for(request, one) for one in categories}
    return MenuGroup(
        heading,
        tuple(
            Entry(one.label, _url(request, one), one.menu)
            for one, events in offered.items()
            if events
        ),
        tuple(
            Entry(
                event.label,
                f"{_url(request, one)}?event={event.key}",
                one.menu,
                f"{one.menu}: {one.label}",
            )
            for one, events in offered.items()
            for event in events
            if one.key != OPEN_A_CASE
        ),
    )


def _url(request: CourtRequest, category: Category) -> str:
    return address("dockets:file_events", request.court.code, category.key)
