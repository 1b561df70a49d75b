"""Mistakes in the cases of a pack, a sentence each."""

from collections.abc import Iterator

from dockets.cases.charges import read_charges
from dockets.cases.numbers import parse_number
from dockets.documents.practice import KINDS
from dockets.filing.catalog import CATALOG
from rehearsals.clock.court_time import court_day
from rehearsals.packs.cases import CaseSpec, PartySpec
from rehearsals.packs.pack import Pack

EVENTS = frozenset(event.key for event in CATALOG)


def case_faults(pack: Pack) -> Iterator[str]:
    """What would break a docket, or contradict the time at which a rehearsal starts."""
    there = {(case.court, case.number) for case in pack.cases}
    numbers = {number for _, number in there}
    zones = {court.code: court.time_zone for court in pack.courts}
    for case in pack.cases:
        found = [
            *_number_faults(case, there, numbers),
            *_entry_faults(case),
            *_deadline_faults(case),
            *_time_faults(case, pack, zones.get(case.court, "")),
        ]
        found += [fault for party in case.parties for fault in _party_faults(party)]
        yield from (f"case {case.number}: {fault}" for fault in found)


def _number_faults(case: CaseSpec, there: set[tuple[str, str]], numbers: set[str]) -> Iterator[str]:
    if parse_number(case.number) is None:
        yield "that is no case number"
    if case.lead_case and (case.court, case.lead_case) not in there:
        yield f"the lead case {case.lead_case} isn't in the pack"
    for number in case.related_cases:
        if number not in numbers:
            yield f"the related case {number} isn't in the pack"


def _entry_faults(case: CaseSpec) -> Iterator[str]:
    last = 0
    for entry in case.entries:
        last += entry.has_number
        if entry.event not in EVENTS:
            yield f"the event {entry.event} isn't in the catalog"
        earlier = last - 1 if entry.has_number else last
        for number in entry.refers_to:
            if not 1 <= number <= earlier:
                yield f"entry {last} refers to {number}, which isn't an earlier entry"
        for document in entry.documents:
            if document.kind not in KINDS:
                yield f"{document.kind} isn't a kind of practice document"
            if document.pages < 1:
                yield f"a document of entry {last} has no pages"


def _deadline_faults(case: CaseSpec) -> Iterator[str]:
    last = sum(entry.has_number for entry in case.entries)
    for deadline in case.deadlines:
        if deadline.entry is not None and not 1 <= deadline.entry <= last:
            yield f"{deadline.label!r} is of entry {deadline.entry}, which it doesn't have"


def _time_faults(case: CaseSpec, pack: Pack, zone: str) -> Iterator[str]:
    """Entries are in the order of their times, from the filing of the case to the pack's start."""
    times = [entry.at for entry in case.entries]
    if times != sorted(times):
        yield "the entries aren't in the order of their times"
    if not times or not zone:
        return
    if court_day(min(times), zone) < case.filed_on:
        yield "an entry is from before the case was filed"
    starts = [moment.at for moment in pack.moments if moment.key == pack.start]
    if starts and max(times) > starts[0]:
        yield "an entry is later than the start of the rehearsal"


def _party_faults(party: PartySpec) -> Iterator[str]:
    try:
        read_charges(party.charges)
    except ValueError as fault:
        yield f"the charges of {party.last_name}: {fault}"
