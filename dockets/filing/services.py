"""Filing: everything is written in one transaction, or nothing is."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cmecf.models import CmecfAccount, Court
from dockets.documents.services import attach
from dockets.fees.services import pay_filing_fee
from dockets.filing import queries, rules
from dockets.filing.docket_text import docket_text, fee_words
from dockets.filing.opening import open_case
from dockets.filing.parties import add_parties, associate
from dockets.filing.refusals import FilingRefusal
from dockets.filing.submission import PAY, Submission
from dockets.models import Case, CaseKind, Deadline, DocketEntry, Party, Restriction
from dockets.notices.services import give_notice
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.clock.court_time import court_day
from rehearsals.help.refusals import Refused

FILED = "filing.filed"


@dataclass(frozen=True)
class _Filing:
    """A submission with the rows that it concerns, inside the transaction."""

    submission: Submission
    account: CmecfAccount
    case: Case
    at: datetime
    day: date  # the court's


def file_document(
    *, court: Court, account: CmecfAccount, submission: Submission, at: datetime
) -> DocketEntry:
    """File a document with all that belongs to it, at the court time `at`.

    The same submission twice files once and returns the entry of the first. Raises Refused, of
    FilingRefusal, DocumentRefusal or BillingRefusal: nothing was filed.
    """
    try:
        return _file(court, account, submission, at)
    except Refused as refused:
        record_refusal(
            court.rehearsal, FILED, refused.reason, at=at, who=account.log_name, detail=court.code
        )
        raise


@transaction.atomic
def _file(court: Court, account: CmecfAccount, submission: Submission, at: datetime) -> DocketEntry:
    if done := filed_with(court, submission.key):  # sent twice: no second bookmark
        return done
    detail = f"{court.code}: {submission.event.label}"
    before_change(court.rehearsal, FILED, at=at, who=account.log_name, detail=detail)
    account = _locked_account(account)
    if done := filed_with(court, submission.key):  # before a second case is opened
        return done
    if reason := rules.why_not_use(account, court, court.phase(at)):
        raise Refused(reason)
    if reason := rules.why_not_event(submission.event, account):
        raise Refused(reason)
    day = court_day(at, court.time_zone)
    case = _locked_case(court, submission, day)
    return _commit(_Filing(submission, account, case, at, day))


def _locked_account(account: CmecfAccount) -> CmecfAccount:
    """The filer's account as it is now. Raises Refused if a clerk linked it to someone else meanwhile."""
    rows = CmecfAccount.objects.locked().select_related("court", "pacer_account")
    fresh = rows.filter(pk=account.pk).first()
    if fresh is None or fresh.pacer_account_id != account.pacer_account_id:
        raise Refused(FilingRefusal.ACCOUNT_CHANGED)
    return fresh


def filed_with(court: Court, key: str) -> DocketEntry | None:
    """The entry that the filing with this key made; None if it was never made, or was undone."""
    entries = DocketEntry.objects.select_related("case")
    mine = entries.filter(rehearsal=court.rehearsal, case__court=court, filing_key=key)
    return mine.first() if key else None


def _locked_case(court: Court, submission: Submission, day: date) -> Case:
    """The case of the filing, locked until the end of the transaction; a new one if it opens one."""
    if submission.opening:
        return open_case(court=court, opening=submission.opening, submission=submission, day=day)
    case = Case.objects.locked().filter(court=court, pk=submission.case_id or 0).first()
    if case is None:
        raise Refused(FilingRefusal.NO_SUCH_CASE)
    case.court, case.rehearsal = court, court.rehearsal
    return case


def _commit(filing: _Filing) -> DocketEntry:
    submission, case = filing.submission, filing.case
    numbers = submission.refers_to
    references = queries.entries_numbered(case, numbers) if numbers else []
    _check(filing, len(references))
    filers = _filers(filing)
    _associate(filing, filers)
    entry = _add_entry(filing, filers, references)
    attach(entry=entry, drafts=submission.documents, at=filing.at)
    _pay(filing, entry, filers, references)
    _update_deadlines(filing, entry, references)
    give_notice(entry=entry, at=filing.at)
    record_activity(
        case.rehearsal,
        FILED,
        at=filing.at,
        who=filing.account.log_name,
        detail=f"{case.court.code}: {entry.log_name} {entry.short_text}",
    )
    return entry


def _check(filing: _Filing, references: int) -> None:
    submission, account = filing.submission, filing.account
    event = submission.event
    reason = None
    if submission.opening is None:
        standing = queries.standing_of(account, filing.case)
        reason = rules.why_not_case(account, filing.case, submission.menu, event, standing)
    elif account.only_case:
        reason = FilingRefusal.ONLY_ONE_CASE
    reason = reason or rules.why_incomplete(
        event,
        account.role,
        filers=len(submission.filers) + sum(new.is_filer for new in submission.new_parties),
        documents=len(submission.documents),
        references=references,
        is_fee_settled=submission.is_fee_settled,
    )
    if reason:
        raise Refused(reason)


def _filers(filing: _Filing) -> list[Party]:
    """The parties that the filing is made for. New ones are added to the case."""
    submission, case = filing.submission, filing.case
    parties = {party.pk: party for party in queries.parties_of(case)}
    if not set(submission.filers) <= parties.keys():
        raise Refused(FilingRefusal.NOT_A_PARTY)
    chosen = [parties[key] for key in submission.filers]
    if not rules.may_file_for(filing.account, chosen):
        raise Refused(FilingRefusal.NOT_A_PARTY)
    made = add_parties(case=case, new=submission.new_parties, day=filing.day)
    added = [row for row, new in zip(made, submission.new_parties, strict=True) if new.is_filer]
    return [*chosen, *added]


def _associate(filing: _Filing, filers: list[Party]) -> None:
    """Create the associations that the attorney agreed to. Those with new parties are always made."""
    if not rules.appears_for_parties(filing.account.role):
        return
    old = set(filing.submission.filers) - set(filing.submission.associations)
    wanted = [party for party in filers if party.pk not in old]
    missing = queries.without_association(filing.account, wanted)
    associate(account=filing.account, parties=missing, day=filing.day)


def _add_entry(filing: _Filing, filers: list[Party], references: list[DocketEntry]) -> DocketEntry:
    """The entry with the next number of the locked case."""
    submission, case, account = filing.submission, filing.case, filing.account
    case.last_number += 1
    case.last_sequence += 1
    if submission.event.restriction != Restriction.SEALED:
        case.last_filed_on = filing.day
    case.save(update_fields=["last_number", "last_sequence", "last_filed_on"])
    return DocketEntry.objects.create(
        rehearsal=case.rehearsal,
        case=case,
        sequence=case.last_sequence,
        number=case.last_number,
        filed_on=filing.day,
        entered_at=filing.at,
        event=submission.event.key,
        short_text=submission.event.short_text[:120],
        text=_text(filing, filers, references),
        filed_by=_filed_by(account, filers)[:300],
        entered_by=account,
        entered_with_id=account.pacer_account_id,
        entered_by_name=signature(account),
        refers_to=[entry.number for entry in references],
        restriction=submission.event.restriction,
        is_transcript=submission.event.is_transcript,
        filing_key=submission.key,
    )


def _filed_by(account: CmecfAccount, filers: list[Party]) -> str:
    return ", ".join(party.full_name for party in filers) or account.full_name


def signature(account: CmecfAccount) -> str:
    """The filer as docket texts end with: "Attorney, John"."""
    return f"{account.last_name}, {account.first_name}"


def _text(
    filing: _Filing,
    filers: list[Party],
    references: list[DocketEntry],
    receipt_number: str = "",
) -> str:
    submission = filing.submission
    return docket_text(
        submission.event,
        filers=[party.full_name for party in filers] or [filing.account.full_name],
        references=[f"{entry.number} {entry.short_text}" for entry in references],
        against=against(queries.parties_of(filing.case), filers),
        as_to=_defendants(filing),
        answers=submission.answers,
        modifier=submission.modifier,
        words=submission.words,
        fee=fee_words(submission.event.fee, submission.fee, receipt_number),
        signature=signature(filing.account),
    )


def against(parties: list[Party], filers: list[Party]) -> list[str]:
    """The parties on the other side: those whose role none of the filers has."""
    roles = {party.role for party in filers}
    return [party.full_name for party in parties if party.role not in roles]


def _defendants(filing: _Filing) -> list[str]:
    if filing.case.kind != CaseKind.CRIMINAL:
        return []
    rows = queries.parties_of(filing.case)
    wanted = set(filing.submission.defendants)
    return [row.full_name for row in rows if row.pk in wanted]


def _pay(
    filing: _Filing, entry: DocketEntry, filers: list[Party], references: list[DocketEntry]
) -> None:
    """Take the fee, and put the receipt's number into the docket text."""
    submission = filing.submission
    if submission.event.fee is None or submission.fee != PAY or submission.card is None:
        return
    fee = pay_filing_fee(
        entry=entry,
        payer=filing.account,
        amount=submission.event.fee,
        card=submission.card,
        at=filing.at,
    )
    entry.text = _text(filing, filers, references, fee.receipt_number)
    entry.save(update_fields=["text"])


def _update_deadlines(filing: _Filing, entry: DocketEntry, references: list[DocketEntry]) -> None:
    """Note that a response is due to this entry, and that those it answers are satisfied."""
    event, case = filing.submission.event, filing.case
    if event.nature in ("response", "answer") and references:
        open_ones = case.deadlines.filter(entry__in=references, satisfied_on=None, starts_at=None)
        open_ones.update(satisfied_on=filing.day)
    if event.response_days:
        case.deadlines.add(
            Deadline(
                rehearsal=case.rehearsal,
                entry=entry,
                label=f"Response to {entry.short_text} due"[:100],
                due_on=rules.response_due(filing.day, event.response_days),
            ),
            bulk=False,
        )
