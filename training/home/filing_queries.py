"""What the home page reads about filings: at most eight queries, for any number of filings."""

from dataclasses import dataclass

from django.db.models import Q

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount
from dockets.cases.queries import shown_deadlines
from dockets.models import (
    Case,
    CaseKind,
    Deadline,
    Delivery,
    DocketEntry,
    FreeLook,
    NoticeRecipient,
)
from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.models import PacerAccount
from rehearsals.clock.court_time import court_day
from training.home.first_filing import FirstFiling, NoticeState
from training.home.situation import Situation

MOST = 200  # filings that are read for one person


@dataclass(frozen=True)
class Filings:
    """Entries since go-live, oldest first, with case, filer and PACER account.

    mine: the person's own. as_others: the person's, under another filer's name. by_others: under the
    person's name, made with a PACER account that isn't the person's own.
    """

    mine: tuple[DocketEntry, ...] = ()
    as_others: tuple[DocketEntry, ...] = ()
    by_others: tuple[DocketEntry, ...] = ()


def filings_of(situation: Situation) -> Filings:
    """What was filed at the home court since go-live by this person or under this person's name."""
    logins = {account.pk for account in situation.logins}
    own = {account.pk for account in situation.own_accounts}
    if not logins and not own:
        return Filings()
    court = situation.court
    rows = DocketEntry.objects.filter(
        Q(entered_by__in=logins) | Q(entered_with__in=own),
        rehearsal=court.rehearsal_id,
        case__court=court,
        entered_with__isnull=False,
    )
    # What was filed with an account of the person's office can't be told apart: anyone there may have.
    rows = rows.exclude(entered_with__in=[account.pk for account in situation.shared_accounts])
    rows = rows.select_related("case", "entered_by", "entered_with").order_by("pk")
    mine, as_others, by_others = [], [], []
    for entry in rows[:MOST]:
        if entry.entered_with_id not in own:
            by_others.append(entry)
        elif entry.entered_by_id not in logins:
            as_others.append(entry)
        else:
            mine.append(entry)
    return Filings(tuple(mine), tuple(as_others), tuple(by_others))


def first_filing(situation: Situation, filings: Filings) -> FirstFiling | None:
    """The first filing of a person who can file at the home court; None for others."""
    account = situation.cmecf_account
    if account is None or not account.is_active or not situation.is_mine(account):
        return None
    if situation.phase is not CourtPhase.NEXTGEN:
        return None
    entry = filings.mine[0] if filings.mine else None
    case = entry.case if entry else case_to_file_in(account)
    if case is None:
        return FirstFiling(situation.court.code)
    return FirstFiling(
        court_code=situation.court.code,
        section="Criminal" if case.kind == CaseKind.CRIMINAL else "Civil",
        case_number=case.number,
        case_title=case.title,
        short_text=entry.short_text if entry else "",
        number=entry.number if entry else None,
        notice=_notice(entry, account, situation.pacer_account) if entry else None,
    )


def case_to_file_in(account: CmecfAccount) -> Case | None:
    """The first open case in which the filer appears, or the one that the filer may file in."""
    cases = Case.objects.open_to_the_public().filter(court=account.court_id, closed_on=None)
    return cases.filter(_is_in(account)).order_by("pk").first()


def _is_in(*accounts: CmecfAccount) -> Q:
    """The condition of the cases where one of `accounts` appears for a party, or is a party."""
    keys = [account.pk for account in accounts]
    appears = Q(
        parties__appearances__cmecf_account__in=keys,
        parties__appearances__terminated_on=None,
    )
    return (appears | Q(parties__cmecf_account__in=keys)) & Q(parties__terminated_on=None)


def _notice(entry: DocketEntry, account: CmecfAccount, payer: PacerAccount | None) -> NoticeState:
    recipients = NoticeRecipient.objects.filter(notice__entry=entry, cmecf_account=account)
    mine = recipients.filter(delivery=Delivery.EMAIL).order_by("is_secondary", "pk").first()
    if mine is None:
        return NoticeState()
    mails = entry.rehearsal.mails.filter(to=mine.email, subject__contains=entry.case.number)
    mail = (
        mails.filter(court_at__gte=entry.entered_at).order_by("pk").first()
        if mine.sent_at
        else None
    )
    looks = FreeLook.objects.filter(recipient__in=recipients)
    used = looks.order_by("used_at").first()
    return NoticeState(
        to=mine.email,
        mail=mail.pk if mail else None,
        is_sent=mine.sent_at is not None,
        is_delivered=mail is None or mail.is_delivered,
        is_read=mail is None or mail.opened_at is not None,
        has_free_look=entry.documents.exists(),
        is_look_used=used is not None,
        is_scanner_look=used is not None and used.by_scanner,
        has_paid=used is not None and _has_paid(payer, used),
        can_search=not payer or payer.case_search_status != CaseSearchStatus.NOT_ACTIVATED,
    )


def _has_paid(payer: PacerAccount | None, look: FreeLook) -> bool:
    """Whether the person was charged for anything since the free look."""
    return payer is not None and payer.usage_transactions.filter(at__gte=look.used_at).exists()


def deadlines_in_outage(situation: Situation) -> list[Deadline]:
    """What is due in the person's cases on a day on which CM/ECF is closed for a time. One query.

    The days from the start of the outage to go-live, both included, at the home court.
    """
    court, accounts = situation.court, situation.logins
    if not accounts:
        return []
    zone = court.time_zone
    cases = Case.objects.open_to_the_public().filter(_is_in(*accounts), court=court)
    days = (court_day(court.outage_starts_at, zone), court_day(court.go_live_at, zone))
    rows = shown_deadlines().filter(
        rehearsal=court.rehearsal_id, case__in=cases, due_on__range=days, satisfied_on=None
    )
    return list(rows.filter(starts_at=None).select_related("case").order_by("due_on", "pk"))
