from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from dockets.cases.queries import shown_documents
from dockets.models import (
    Appearance,
    Case,
    CaseAccess,
    DocketEntry,
    EntryDocument,
    Party,
    Restriction,
)
from dockets.reports.docket_sheet.options import BY_NUMBER, NEWEST, SheetOptions
from dockets.reports.docket_sheet.rows import Reference

_ROWS_AT_ONCE = 500
_ORDERS = {BY_NUMBER: ("sequence",), NEWEST: ("-filed_on", "-sequence")}
_OLDEST_FIRST = ("filed_on", "sequence")
_OF_REFERENCES = (
    "entry__number",
    "entry__sequence",
    "entry__short_text",
    "entry__restriction",
    "restriction",
    "pk",
    "has_menu",
)
# Numbers are given in the order of the sequence, so an entry without a number has its place among them.


def entries_of(case: Case, options: SheetOptions) -> QuerySet[DocketEntry]:
    """The entries of a report in its order, without the sealed ones, which only court staff see."""
    wanted = _conditions(case, options, "")
    return DocketEntry.objects.filter(wanted, case=case).order_by(
        *_ORDERS.get(options.order, _OLDEST_FIRST)
    )


def with_documents(
    case: Case, options: SheetOptions
) -> Iterator[tuple[DocketEntry, list[EntryDocument]]]:
    """Each entry of a report with its documents, the main document first.

    Two queries for any number of entries. Both results have the same order and are read in step, so
    that a long docket is never in memory.
    """
    groups = groupby(_documents(case, options), key=lambda document: document.entry_id)
    upcoming = next(groups, None)
    for entry in entries_of(case, options).iterator(_ROWS_AT_ONCE):
        if upcoming and upcoming[0] == entry.pk:
            yield entry, list(upcoming[1])
            upcoming = next(groups, None)
        else:
            yield entry, []


def _documents(case: Case, options: SheetOptions) -> Iterator[EntryDocument]:
    """The documents of `entries_of`, in the order of their entries."""
    order = [
        f"-entry__{name[1:]}" if name.startswith("-") else f"entry__{name}"
        for name in _ORDERS.get(options.order, _OLDEST_FIRST)
    ]
    documents = shown_documents().filter(_conditions(case, options, "entry__"), entry__case=case)
    return (
        documents.order_by(*order, "attachment")
        .only("entry_id", "attachment", "category", "description", "restriction")
        .iterator(_ROWS_AT_ONCE)
    )


def references_in(case: Case, options: SheetOptions) -> dict[int, Reference]:
    """The entries to which entries of a report refer, by number, without sealed ones. Two queries at most."""
    referring = entries_of(case, options).order_by().exclude(refers_to=[])
    lists = referring.values_list("refers_to", flat=True).iterator(_ROWS_AT_ONCE)
    numbers = {number for found in lists for number in found}
    attachments = shown_documents().filter(entry=OuterRef("entry"), attachment__gt=0)
    mains = shown_documents().filter(entry__case=case, attachment=0)
    mains = mains.exclude(entry__restriction=Restriction.SEALED)
    if len(numbers) <= _ROWS_AT_ONCE:  # for more, the whole docket is read
        mains = mains.filter(entry__number__in=numbers)
    rows = mains.annotate(has_menu=Exists(attachments)).values_list(*_OF_REFERENCES)
    return {
        number: Reference(*values)
        for number, *values in rows.iterator(_ROWS_AT_ONCE)
        if number in numbers
    }


def count_of(case: Case, options: SheetOptions, *, up_to: int) -> int:
    """How many entries the report has, counted no further than `up_to`."""
    return entries_of(case, options).order_by()[:up_to].count()


def _conditions(case: Case, options: SheetOptions, prefix: str) -> Q:
    """`prefix`: the path to the entry, "entry__" or ""."""
    limits: dict[str, object] = {"number__gte": options.first, "number__lte": options.last}
    if options.by_entry_date:
        zone = ZoneInfo(case.court.time_zone)
        limits["entered_at__gte"] = options.start and _midnight(options.start, zone)
        limits["entered_at__lt"] = options.end and _midnight(options.end + timedelta(days=1), zone)
    else:
        limits |= {"filed_on__gte": options.start, "filed_on__lte": options.end}
    given = {f"{prefix}{name}": limit for name, limit in limits.items() if limit is not None}
    return Q(**given) & ~Q(**{f"{prefix}restriction": Restriction.SEALED})


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone)


def parties_of(case: Case, options: SheetOptions) -> list[Party]:
    """The parties in the order of the docket, each with its attorneys, lead attorneys first."""
    parties = Party.objects.filter(case=case).order_by("position")
    if not options.has_terminated:
        parties = parties.filter(terminated_on=None)
    attorneys = Appearance.objects.select_related("cmecf_account").order_by("-is_lead", "pk")
    return list(parties.prefetch_related(Prefetch("appearances", attorneys)))


def member_cases(case: Case) -> list[Case]:
    """The cases whose lead case this is, without sealed ones."""
    members = Case.objects.filter(court=case.court, lead_case=case.number, access=CaseAccess.OPEN)
    return sorted(members[:200], key=lambda member: member.number)  # see cases_of_number
