"""Cases in tests: what a case's pages show, and more cases than the pack has."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cmecf.models import Court
from dockets.cases.names import name_key
from dockets.models import Case, DocketEntry, EntryDocument, Party
from rehearsals.models import Rehearsal


def court_of(rehearsal: Rehearsal, code: str = "nmd") -> Court:
    return Court.objects.select_related("rehearsal").get(rehearsal=rehearsal, code=code)


def make_case(court: Court, number: str, title: str, **columns: object) -> Case:
    """One more case, filed on March 2, 2020, unless `columns` say otherwise."""
    office, _, rest = number.rpartition(":")
    parts = rest.split("-")
    day = date(2020, 3, 2)
    values = {
        "office": office,
        "kind": parts[1] if len(parts) == 3 else "bk",
        "year": 2000 + int(parts[0]),
        "serial": int(parts[-1]),
        "filed_on": day,
        "last_filed_on": day,
    }
    return Case.objects.create(
        rehearsal=court.rehearsal, court=court, number=number, title=title, **values | columns
    )


def make_party(case: Case, last: str, first: str = "", **columns: object) -> Party:
    position = case.parties.count() + 1
    values = {"position": position, "role": "Plaintiff", "added_on": case.filed_on} | columns
    key = name_key(last, first)
    return Party.objects.create(
        rehearsal=case.rehearsal,
        case=case,
        last_name=last,
        first_name=first,
        name_key=key,
        **values,
    )


def fill_docket(case: Case, count: int, *, first_day: date = date(2020, 1, 20)) -> None:
    """Add `count` entries, one a day, each with a document, and every tenth with an attachment too."""
    zone = ZoneInfo(case.court.time_zone)
    start = case.last_sequence
    days = [first_day + timedelta(days=index) for index in range(count)]
    entries = DocketEntry.objects.bulk_create(
        DocketEntry(
            rehearsal=case.rehearsal,
            case=case,
            sequence=start + index,
            number=start + index,
            filed_on=day,
            entered_at=datetime.combine(day, time(12), zone),
            event="notice",
            short_text="Notice",
            text=f"NOTICE number {index} by Sample Ditch Company.",
        )
        for index, day in enumerate(days, start=1)
    )
    EntryDocument.objects.bulk_create(
        EntryDocument(
            rehearsal=case.rehearsal,
            entry=entry,
            attachment=attachment,
            category="Exhibit" if attachment else "",
            file_name="practice-notice.pdf",
            size=1000,
            pages=1,
        )
        for index, entry in enumerate(entries)
        for attachment in range(1 if index % 10 else 2)
    )
    case.last_number = case.last_sequence = start + count
    case.save(update_fields=["last_number", "last_sequence"])


def keep_complaint(case: Case) -> None:
    """Delete all entries of `case` but the first, for tests that count entries."""
    case.entries.filter(sequence__gt=1).delete()
    case.last_number = case.last_sequence = 1
    case.last_filed_on = case.filed_on
    case.save()
