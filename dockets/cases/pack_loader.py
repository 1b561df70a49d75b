from collections.abc import Iterator
from functools import cache

from cmecf.models import CmecfAccount, Court
from dockets.cases.names import name_key
from dockets.cases.numbers import parse_number
from dockets.documents.practice import practice_document
from dockets.documents.store import SHARED, keep
from dockets.models import Appearance, Case, Deadline, DocketEntry, EntryDocument, Party
from rehearsals.clock.court_time import court_day
from rehearsals.documents.document import Document
from rehearsals.models import Rehearsal
from rehearsals.packs.cases import AttorneySpec, CaseSpec, EntrySpec, PartySpec
from rehearsals.packs.pack import Pack

Accounts = dict[tuple[str, str], int]  # (court, login) to the CM/ECF account's key


def load(pack: Pack, rehearsal: Rehearsal, hashes: dict[str, str]) -> None:
    """Insert the pack's cases with their parties, entries and documents: one statement for each table."""
    if not pack.cases:
        return
    courts = {court.code: court for court in Court.objects.filter(rehearsal=rehearsal)}
    rows = CmecfAccount.objects.filter(rehearsal=rehearsal).values_list(
        "court__code", "login", "pk"
    )
    accounts: Accounts = {(code, login): pk for code, login, pk in rows}
    cases = Case.objects.bulk_create(
        _case(rehearsal, courts[spec.court], spec) for spec in pack.cases
    )
    pairs = list(zip(cases, pack.cases, strict=True))
    _load_parties(rehearsal, pairs, accounts)
    _load_entries(rehearsal, pairs, accounts)


def _case(rehearsal: Rehearsal, court: Court, spec: CaseSpec) -> Case:
    parts = parse_number(spec.number)
    if parts is None:
        raise ValueError(f"{spec.number} is no case number")
    days = [court_day(entry.at, court.time_zone) for entry in spec.entries]
    return Case(
        rehearsal=rehearsal,
        court=court,
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


def _load_parties(
    rehearsal: Rehearsal, pairs: list[tuple[Case, CaseSpec]], accounts: Accounts
) -> None:
    specs = [
        (case, position, party)
        for case, spec in pairs
        for position, party in enumerate(spec.parties, start=1)
    ]
    parties = Party.objects.bulk_create(
        _party(rehearsal, case, position, spec, accounts) for case, position, spec in specs
    )
    Appearance.objects.bulk_create(
        _appearance(rehearsal, party, attorney, accounts)
        for party, (_, _, spec) in zip(parties, specs, strict=True)
        for attorney in spec.attorneys
    )


def _party(
    rehearsal: Rehearsal, case: Case, position: int, spec: PartySpec, accounts: Accounts
) -> Party:
    return Party(
        rehearsal=rehearsal,
        case=case,
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
        cmecf_account_id=accounts.get((case.court.code, spec.login)),
        added_on=case.filed_on,
        terminated_on=spec.terminated_on,
    )


def _appearance(
    rehearsal: Rehearsal, party: Party, spec: AttorneySpec, accounts: Accounts
) -> Appearance:
    return Appearance(
        rehearsal=rehearsal,
        party=party,
        cmecf_account_id=accounts.get((party.case.court.code, spec.login)),
        name=spec.name,
        contact="\n".join(spec.contact),
        email=spec.email,
        is_lead=spec.is_lead,
        designation=spec.designation,
        added_on=party.added_on,
    )


def _load_entries(
    rehearsal: Rehearsal, pairs: list[tuple[Case, CaseSpec]], accounts: Accounts
) -> None:
    specs = [(case, entry) for case, spec in pairs for entry in spec.entries]
    made = DocketEntry.objects.bulk_create(
        entry for case, spec in pairs for entry in _entries(rehearsal, case, spec, accounts)
    )
    EntryDocument.objects.bulk_create(
        document
        for entry, (_, spec) in zip(made, specs, strict=True)
        for document in _documents(rehearsal, entry, spec)
    )
    by_number = {(entry.case_id, entry.number): entry for entry in made}
    Deadline.objects.bulk_create(
        Deadline(
            rehearsal=rehearsal,
            case=case,
            entry=by_number.get((case.pk, spec.entry)),
            label=spec.label,
            due_on=spec.due_on,
            starts_at=spec.starts_at,
            place=spec.place,
        )
        for case, case_spec in pairs
        for spec in case_spec.deadlines
    )


def _entries(
    rehearsal: Rehearsal, case: Case, spec: CaseSpec, accounts: Accounts
) -> Iterator[DocketEntry]:
    number = 0
    for sequence, entry in enumerate(spec.entries, start=1):
        number += entry.has_number
        yield DocketEntry(
            rehearsal=rehearsal,
            case=case,
            sequence=sequence,
            number=number if entry.has_number else None,
            filed_on=court_day(entry.at, case.court.time_zone),
            entered_at=entry.at,
            event=entry.event,
            short_text=entry.short_text,
            text=entry.text,
            filed_by=entry.filed_by,
            entered_by_id=accounts.get((case.court.code, entry.login)),
            entered_by_name=entry.entered_by_name,
            refers_to=list(entry.refers_to),
            restriction=entry.restriction,
            is_opinion=entry.is_opinion,
            is_transcript=entry.event == "transcript",
        )


def _documents(
    rehearsal: Rehearsal, entry: DocketEntry, spec: EntrySpec
) -> Iterator[EntryDocument]:
    for attachment, one in enumerate(spec.documents):
        document, path = _kept(one.kind, one.pages)
        yield EntryDocument(
            rehearsal=rehearsal,
            entry=entry,
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


@cache  # once in each process
def _kept(kind: str, pages: int) -> tuple[Document, str]:
    document = practice_document(kind, pages)
    return document, keep(document, SHARED)
