"""The rows of a pack's cases, built once in each process: only their keys differ between rehearsals."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from dockets.cases.names import name_key
from dockets.cases.numbers import parse_number
from dockets.documents.practice import practice_document
from dockets.documents.store import keep_shared
from dockets.models import (
    Appearance,
    Case,
    Deadline,
    DocketEntry,
    EntryDocument,
    Party,
    Restriction,
)
from rehearsals.clock.court_time import court_day
from rehearsals.documents.document import Document
from rehearsals.packs.cases import AttorneySpec, CaseSpec, EntrySpec, PartySpec
from rehearsals.packs.insert import database_values, fields_to_insert, insert_rows
from rehearsals.packs.pack import Pack

Links = Mapping[str, Any]  # a foreign key's column to the row that has no key yet
Row = tuple[models.Model, Links]


@dataclass(frozen=True)
class PreparedTable:
    """The rows of a table as the database takes them, with foreign keys that are still missing."""

    model: type[models.Model]
    rows: tuple[tuple[list[Any], Links], ...]

    def insert(self, **keys: Callable[[Any], int | None]) -> list[int]:
        """Insert the rows. `keys`: for each foreign key's column, what finds the key of a link."""
        names = [field.attname for field in fields_to_insert(self.model)]
        places = {name: names.index(name) for name in keys}
        filled = []
        for values, links in self.rows:
            row = list(values)
            for name, place in places.items():
                row[place] = keys[name](links.get(name))
            filled.append(row)
        return insert_rows(self.model, filled)


@dataclass(frozen=True)
class PackRows:
    """Links are (court, login) for an account, a court's code, and for other rows their position."""

    cases: PreparedTable
    parties: PreparedTable
    appearances: PreparedTable
    entries: PreparedTable
    documents: PreparedTable
    deadlines: PreparedTable


@cache
def pack_rows(pack: Pack, vendor: str) -> PackRows:
    """The pack's rows. `vendor`: of the database, since their values differ."""
    zones = {court.code: court.time_zone for court in pack.courts}
    entries = [
        (index, case, entry) for index, case in enumerate(pack.cases) for entry in case.entries
    ]
    parties = [
        (index, case, party) for index, case in enumerate(pack.cases) for party in case.parties
    ]
    return PackRows(
        cases=_prepared(Case, ((_case(one, zones), {"court_id": one.court}) for one in pack.cases)),
        parties=_prepared(Party, _parties(pack.cases)),
        appearances=_prepared(
            Appearance,
            (
                (
                    _appearance(case, party, attorney),
                    {"party_id": index, "cmecf_account_id": (case.court, attorney.login)},
                )
                for index, (_, case, party) in enumerate(parties)
                for attorney in party.attorneys
            ),
        ),
        entries=_prepared(DocketEntry, _entries(pack.cases, zones)),
        documents=_prepared(
            EntryDocument,
            (
                (document, {"entry_id": index})
                for index, (_, _, entry) in enumerate(entries)
                for document in _documents(entry)
            ),
        ),
        deadlines=_prepared(Deadline, _deadlines(pack.cases)),
    )


def _prepared(model: type[models.Model], rows: Iterable[Row]) -> PreparedTable:
    return PreparedTable(model, tuple((database_values(row), links) for row, links in rows))


def _case(spec: CaseSpec, zones: Mapping[str, str]) -> Case:
    parts = parse_number(spec.number)
    if parts is None:
        raise ValueError(f"{spec.number} is no case number")
    shown = [entry for entry in spec.entries if entry.restriction != Restriction.SEALED]
    days = [court_day(entry.at, zones[spec.court]) for entry in shown]
    return Case(
        number=spec.number,
        initials=spec.initials,
        kind=spec.kind,
        office=parts.office,
        year=parts.year,
        serial=parts.serial,
        title=spec.title,
        filed_on=spec.filed_on,
        closed_on=spec.closed_on,
        last_filed_on=max([*days, spec.filed_on]),
        presiding_judge=spec.presiding_judge,
        referral_judge=spec.referral_judge,
        nature_of_suit=spec.nature_of_suit,
        cause=spec.cause,
        jurisdiction=spec.jurisdiction,
        jury_demand=spec.jury_demand,
        demand=spec.demand,
        chapter=spec.chapter,
        access=spec.access,
        lead_case=spec.lead_case,
        related_cases=list(spec.related_cases),
        last_number=sum(entry.has_number for entry in spec.entries),
        last_sequence=len(spec.entries),
    )


def _parties(cases: Iterable[CaseSpec]) -> Iterator[Row]:
    for index, case in enumerate(cases):
        for position, spec in enumerate(case.parties, start=1):
            links = {"case_id": index, "cmecf_account_id": (case.court, spec.login)}
            yield _party(case, position, spec), links


def _party(case: CaseSpec, position: int, spec: PartySpec) -> Party:
    return Party(
        position=position,
        role=spec.role,
        last_name=spec.last_name,
        first_name=spec.first_name,
        middle_name=spec.middle_name,
        name_key=name_key(spec.last_name, spec.first_name, spec.middle_name),
        note=spec.note,
        defendant_number=spec.defendant_number,
        charges=spec.charges,
        is_pro_se=spec.is_pro_se,
        added_on=spec.added_on or case.filed_on,
        terminated_on=spec.terminated_on,
    )


def _appearance(case: CaseSpec, party: PartySpec, spec: AttorneySpec) -> Appearance:
    return Appearance(
        name=spec.name,
        contact="\n".join(spec.contact),
        email=spec.email,
        is_lead=spec.is_lead,
        is_noticed=spec.is_noticed,
        designation=spec.designation,
        added_on=spec.added_on or party.added_on or case.filed_on,
        terminated_on=spec.terminated_on,
    )


def _entries(cases: Iterable[CaseSpec], zones: Mapping[str, str]) -> Iterator[Row]:
    for index, case in enumerate(cases):
        number = 0
        for sequence, entry in enumerate(case.entries, start=1):
            number += entry.has_number
            row = _entry(entry, sequence, number if entry.has_number else None, zones[case.court])
            yield row, {"case_id": index, "entered_by_id": (case.court, entry.login)}


def _entry(spec: EntrySpec, sequence: int, number: int | None, zone: str) -> DocketEntry:
    return DocketEntry(
        sequence=sequence,
        number=number,
        filed_on=court_day(spec.at, zone),
        entered_at=spec.at,
        event=spec.event,
        short_text=spec.short_text,
        text=spec.text,
        filed_by=spec.filed_by,
        entered_by_name=spec.entered_by_name,
        refers_to=list(spec.refers_to),
        restriction=spec.restriction,
        is_opinion=spec.is_opinion,
        is_transcript=spec.event == "transcript",
    )


def _documents(spec: EntrySpec) -> Iterator[EntryDocument]:
    for attachment, one in enumerate(spec.documents):
        document, path = kept_document(one.kind, one.pages)
        yield EntryDocument(
            attachment=attachment,
            category=one.category,
            description=one.description,
            file_name=document.name,
            path=path,
            sha256=document.digest,
            size=document.size,
            pages=document.pages,
            restriction=one.restriction,
        )


@cache
def kept_document(kind: str, pages: int) -> tuple[Document, str]:
    """A practice document and the path where it is stored. It is stored once in each process."""
    document = practice_document(kind, pages)
    return document, keep_shared(document)


def _deadlines(cases: Iterable[CaseSpec]) -> Iterator[Row]:
    first = 0  # the position of the case's first entry
    for index, case in enumerate(cases):
        numbered = [place for place, entry in enumerate(case.entries, first) if entry.has_number]
        for spec in case.deadlines:
            row = Deadline(
                label=spec.label,
                due_on=spec.due_on,
                starts_at=spec.starts_at,
                place=spec.place,
                satisfied_on=spec.satisfied_on,
            )
            entry = None if spec.entry is None else numbered[spec.entry - 1]
            yield row, {"case_id": index, "entry_id": entry}
        first += len(case.entries)
