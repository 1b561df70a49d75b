import secrets
from datetime import datetime
from typing import NoReturn

from django.db import transaction
from django.utils.crypto import constant_time_compare, get_random_string

from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.models import PacerAccount
from pacer_accounts.search_activation.emails import send_activated
from pacer_accounts.search_activation.letters import post_code
from pacer_accounts.search_activation.queries import LETTER, pending_letter
from pacer_accounts.search_activation.refusals import ActivationRefusal
from pacer_accounts.search_activation.rules import (
    ATTEMPTS,
    CODE_LENGTH,
    CODE_LETTERS,
    LOCKOUT,
    LONGEST_WAIT,
    SHORTEST_WAIT,
    code_key,
    why_not_activate,
)
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.clock import due_events
from rehearsals.clock.business_days import business_days_after
from rehearsals.help.refusals import Refused
from rehearsals.models import DueEvent, Outcome, Rehearsal
from rehearsals.security import login_attempts
from rehearsals.security.one_time_links import digest

ACTIVATE, LETTER_REQUESTED = "pacer.activate_search", "pacer.letter_requested"


def schedule_letter(*, account: PacerAccount, at: datetime) -> DueEvent:
    """Schedule the letter with the code, 7 to 10 business days after the court time `at`."""
    days = SHORTEST_WAIT + secrets.randbelow(LONGEST_WAIT - SHORTEST_WAIT + 1)
    due_at = business_days_after(at, days, account.rehearsal.time_zone)
    return due_events.schedule(account.rehearsal, LETTER, due_at=due_at, account=account.pk)


def deliver_letter(rehearsal: Rehearsal, *, at: datetime, account: int) -> None:
    """The due event: make the code and mail it. The account keeps only the code's digest.

    Does nothing if the account is gone, active by now, or under review.
    """
    rows = rehearsal.pacer_accounts.select_related("rehearsal").locked()
    recipient = rows.filter(pk=account).first()
    if recipient is None or why_not_activate(recipient.case_search_status):
        return
    code = get_random_string(CODE_LENGTH, CODE_LETTERS)
    recipient.activation_digest = digest(code)
    recipient.save(update_fields=["activation_digest"])
    post_code(recipient, code, at=at)
    record_activity(rehearsal, "pacer.letter_delivered", at=at, who=recipient.log_name)


@transaction.atomic
def request_letter(*, account: PacerAccount, at: datetime) -> DueEvent:
    """Schedule another letter; the old code stops working now. Raises Refused(ActivationRefusal)."""
    before_change(account.rehearsal, LETTER_REQUESTED, at=at, who=account.log_name)
    account = PacerAccount.objects.lock(account.pk)
    reason = why_not_activate(account.case_search_status)
    if reason is None and pending_letter(account):
        reason = ActivationRefusal.ON_ITS_WAY
    if reason:
        raise Refused(reason)
    account.activation_digest = ""
    account.save(update_fields=["activation_digest"])
    record_activity(account.rehearsal, LETTER_REQUESTED, at=at, who=account.log_name)
    return schedule_letter(account=account, at=at)


def activate_by_code(*, account: PacerAccount, typed: str, at: datetime, wall_at: datetime) -> None:
    """Activate case search with the letter's code. Raises Refused(ActivationRefusal).

    The attempt is counted before the code is checked. `at`: court time; `wall_at`: wall time.
    """
    if reason := why_not_activate(account.case_search_status):
        raise Refused(reason)
    key = (account.rehearsal, ATTEMPTS, account.account_number)
    if not login_attempts.register_attempt(*key, rule=LOCKOUT, at=wall_at):
        _refuse(account, ActivationRefusal.LOCKED, Outcome.REFUSED, at)
    if not _use_code(account, digest(code_key(typed)), at):
        _refuse(account, ActivationRefusal.WRONG_CODE, Outcome.FAILED, at)
    login_attempts.clear_attempts(*key)


def _refuse(
    account: PacerAccount, reason: ActivationRefusal, outcome: Outcome, at: datetime
) -> NoReturn:
    """Record the refusal and raise it."""
    record_refusal(
        account.rehearsal, ACTIVATE, reason, at=at, who=account.log_name, outcome=outcome
    )
    raise Refused(reason)


@transaction.atomic
def _use_code(account: PacerAccount, typed_digest: str, at: datetime) -> bool:
    """Activate case search if the digest is that of the newest code; whether it is."""
    stored = PacerAccount.objects.values_list("activation_digest", flat=True).get(pk=account.pk)
    if not constant_time_compare(stored, typed_digest):
        return False
    before_change(account.rehearsal, ACTIVATE, at=at, who=account.log_name)
    account = PacerAccount.objects.lock(account.pk)
    if reason := why_not_activate(account.case_search_status):
        raise Refused(reason)
    is_right = constant_time_compare(account.activation_digest, typed_digest)
    if is_right:
        activate(account, by=account.log_name, detail="by the code of the letter", at=at)
    return is_right


def activate(account: PacerAccount, *, by: str, detail: str, at: datetime) -> None:
    """Make case search of the locked `account` active and delete its code. `by`: for the log."""
    account.case_search_status, account.activation_digest = CaseSearchStatus.ACTIVE, ""
    account.save(update_fields=["case_search_status", "activation_digest"])
    record_activity(account.rehearsal, ACTIVATE, at=at, who=by, detail=detail)
    send_activated(account, at=at)


@transaction.atomic
def activate_by_service_center(*, account: PacerAccount, by: str, at: datetime) -> None:
    """A trainer acts as the Service Center. `by`: for the log. Raises Refused(ALREADY_ACTIVE)."""
    before_change(account.rehearsal, ACTIVATE, at=at, who=by, detail=account.log_name)
    account = PacerAccount.objects.lock(account.pk)
    if account.case_search_status == CaseSearchStatus.ACTIVE:
        raise Refused(ActivationRefusal.ALREADY_ACTIVE)
    activate(account, by=by, detail=f"{account.log_name}, as the Service Center", at=at)
