"""Drawn cases as rows. Values that a rehearsal's rows have in common are prepared once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db import DEFAULT_DB_ALIAS, connections, models

from cmecf.models import CmecfAccount, Court, EmailFrequency
from dockets.cases.names import name_key
from dockets.cases.pack_rows import kept_document
from dockets.generation.drawn import DrawnCase, DrawnEntry, DrawnFiler, DrawnParty
from dockets.models import Appearance, Case, Deadline, DocketEntry, EntryDocument, Party
from rehearsals.packs.insert import database_values, fields_to_insert, insert_rows

DEADLINE_LABEL = "Response due"


@dataclass(frozen=True)
class Filer:
    key: int
    name: str  # "Ada Ashwood"
    entered_by_name: str  # "Ashwood, Ada"


class RowMaker:
    """Rows of a model as the database takes them: `common` values, and those of each row."""

    def __init__(self, model: type[models.Model], **common: Any) -> None:
        self.model = model
        self._common = database_values(model(**common))
        self._places = {field.attname: index for index, field in enumerate(fields_to_insert(model))}

    def row(self, **values: Any) -> list[Any]:
        row = self._common.copy()
        for name, value in values.items():
            row[self._places[name]] = _database_value(value)
        return row

    def insert(self, rows: Iterable[list[Any]]) -> list[int]:
        return insert_rows(self.model, list(rows))


def _database_value(value: Any) -> Any:
    return _database_time(value) if isinstance(value, date) else value


@lru_cache(maxsize=20_000)
def _adapted(vendor: str, value: date) -> Any:
    operations = connections[DEFAULT_DB_ALIAS].ops
    if isinstance(value, datetime):
        return operations.adapt_datetimefield_value(value)
    return operations.adapt_datefield_value(value)


def _database_time(value: date) -> Any:
    return _adapted(connections[DEFAULT_DB_ALIAS].vendor, value)


_NO_DAY = date.min  # until a row has its own


class CourtRows:
    """Inserts drawn cases into a court."""

    def __init__(self, court: Court) -> None:
        ours = {"rehearsal_id": court.rehearsal_id}
        self.court = court
        self.zone = ZoneInfo(court.time_zone)
        self.made_cases = RowMaker(
            Case,
            **ours,
            court_id=court.pk,
            filed_on=_NO_DAY,
            last_filed_on=_NO_DAY,
            year=0,
            serial=0,
        )
        self.made_parties = RowMaker(Party, **ours, added_on=_NO_DAY, position=0)
        self.made_appearances = RowMaker(
            Appearance, **ours, added_on=_NO_DAY, designation="Retained"
        )
        self.made_entries = RowMaker(
            DocketEntry,
            **ours,
            sequence=0,
            filed_on=_NO_DAY,
            entered_at=datetime(1, 1, 1, tzinfo=self.zone),
        )
        self.made_documents = RowMaker(EntryDocument, **ours, size=0, pages=0)
        self.made_deadlines = RowMaker(Deadline, **ours, label=DEADLINE_LABEL, due_on=_NO_DAY)

    def insert_filers(self, drawn: Iterable[DrawnFiler], password: str) -> list[int]:
        """Insert accounts that all have this password's hash; returns their keys."""
        maker = RowMaker(
            CmecfAccount,
            rehearsal_id=self.court.rehearsal_id,
            court_id=self.court.pk,
            password=password,
        )
        return maker.insert(
            maker.row(
                login=one.login,
                first_name=one.first_name,
                last_name=one.last_name,
                email=one.email,
                email_frequency=(
                    EmailFrequency.DAILY if one.is_daily else EmailFrequency.EACH
                ).value,
            )
            for one in drawn
        )

    def insert_cases(self, drawn: Sequence[DrawnCase], filers: Sequence[Filer], lead: str) -> int:
        """Insert cases with all that belongs to them; returns the number of entries.

        `lead`: the number of the case before them, for a member case at the start.
        """
        leads = [lead, *(case.number for case in drawn)]
        cases = self.made_cases.insert(
            self._case(case, before) for case, before in zip(drawn, leads, strict=False)
        )
        self._insert_parties(drawn, cases, filers)
        self.made_deadlines.insert(
            self.made_deadlines.row(case_id=key, due_on=case.deadline_on)
            for case, key in zip(drawn, cases, strict=True)
            if case.deadline_on
        )
        return self._insert_entries(drawn, cases, filers)

    def _case(self, case: DrawnCase, before: str) -> list[Any]:
        return self.made_cases.row(
            number=case.number,
            initials=case.initials,
            kind=case.kind,
            office=case.office,
            year=case.filed_on.year,
            serial=case.serial,
            title=case.title,
            filed_on=case.filed_on,
            closed_on=case.closed_on,
            last_filed_on=max(e.filed_on for e in case.entries if e.restriction != "sealed"),
            presiding_judge=case.presiding_judge,
            referral_judge=case.referral_judge,
            nature_of_suit=case.nature_of_suit,
            cause=case.cause,
            jurisdiction=case.jurisdiction,
            jury_demand=case.jury_demand,
            chapter=case.chapter,
            access="sealed" if case.is_sealed else "open",
            lead_case=before if case.is_member else "",
            last_number=len(case.entries),
            last_sequence=len(case.entries),
        )

    def _insert_parties(
        self, drawn: Sequence[DrawnCase], cases: Sequence[int], filers: Sequence[Filer]
    ) -> None:
        parties = [
            (case, key, position, party)
            for case, key in zip(drawn, cases, strict=True)
            for position, party in enumerate(case.parties, start=1)
        ]
        keys = self.made_parties.insert(
            self._party(case, key, position, party) for case, key, position, party in parties
        )
        self.made_appearances.insert(
            self.made_appearances.row(
                party_id=key,
                cmecf_account_id=filers[place].key,
                name=filers[place].name,
                is_lead=place == party.filers[0],
                added_on=case.filed_on,
                terminated_on=party.terminated_on,
            )
            for key, (case, _, _, party) in zip(keys, parties, strict=True)
            for place in party.filers
        )

    def _party(self, case: DrawnCase, key: int, position: int, party: DrawnParty) -> list[Any]:
        values = {
            "case_id": key,
            "position": position,
            "role": party.role,
            "last_name": party.last_name,
            "first_name": party.first_name,
            "name_key": name_key(party.last_name, party.first_name),
            "is_pro_se": party.is_pro_se,
            "added_on": case.filed_on,
            "terminated_on": party.terminated_on,
        }
        if party.charge:
            values |= {"defendant_number": position - 1, "charges": _charges(party)}
        return self.made_parties.row(**values)

    def _insert_entries(
        self, drawn: Sequence[DrawnCase], cases: Sequence[int], filers: Sequence[Filer]
    ) -> int:
        entries = [
            (key, sequence, entry)
            for case, key in zip(drawn, cases, strict=True)
            for sequence, entry in enumerate(case.entries, start=1)
        ]
        keys = self.made_entries.insert(
            self._entry(key, sequence, entry, filers) for key, sequence, entry in entries
        )
        self.made_documents.insert(
            row
            for key, (_, _, entry) in zip(keys, entries, strict=True)
            for row in self._documents(key, entry)
        )
        return len(entries)

    def _entry(
        self, key: int, sequence: int, entry: DrawnEntry, filers: Sequence[Filer]
    ) -> list[Any]:
        filer = None if entry.filer is None else filers[entry.filer]
        name = filer.entered_by_name if filer else ""
        clock = time(entry.minute // 60, entry.minute % 60)
        return self.made_entries.row(
            case_id=key,
            sequence=sequence,
            number=sequence,
            filed_on=entry.filed_on,
            entered_at=datetime.combine(entry.filed_on, clock, self.zone),
            event=entry.event,
            short_text=entry.short_text,
            text=f"{entry.text} ({name or 'prc'})",
            filed_by=entry.filed_by,
            entered_by_id=filer.key if filer else None,
            entered_by_name=name,
            restriction=entry.restriction,
            is_opinion=entry.is_opinion,
            is_transcript=entry.event == "transcript",
        )

    def _documents(self, key: int, entry: DrawnEntry) -> Iterator[list[Any]]:
        for attachment, pages in enumerate(entry.pages):
            document, path = kept_document("exhibit" if attachment else entry.kind, pages)
            yield self.made_documents.row(
                entry_id=key,
                attachment=attachment,
                category="Exhibit" if attachment else "",
                description="ABC"[attachment - 1] if attachment else "",
                file_name=document.name,
                path=path,
                sha256=document.digest,
                size=document.size,
                pages=document.pages,
            )


def _charges(party: DrawnParty) -> Any:
    """The column's value: one count, which ended with the party."""
    counts = [{"count": "1", "charge": party.charge}]
    stored: Mapping[str, Any] = (
        {"terminated": counts, "terminated_level": "Felony", "opening_level": "Felony"}
        if party.terminated_on
        else {"pending": counts, "opening_level": "Felony"}
    )
    field = Party._meta.get_field("charges")
    return field.get_db_prep_save(stored, connections[DEFAULT_DB_ALIAS])
