"""The letter with a code, the code typed, and the Service Center's own hand."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare, get_random_string

from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.models import PacerAccount
from pacer_accounts.search_activation.emails import send_activated
from pacer_accounts.search_activation.letters import post_code
from pacer_accounts.search_activation.refusals import ActivationRefusal
from pacer_accounts.search_activation.rules import (
    CODE_LENGTH,
    CODE_LETTERS,
    LOCKOUT,
    LONGEST_WAIT,
    SHORTEST_WAIT,
    code_key,
    why_not_activate,
)
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock, due_events
from rehearsals.clock.business_days import business_days_after
from rehearsals.help.refusals import Refused
from rehearsals.models import DueEvent, Outcome, Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.security import login_attempts
from rehearsals.security.one_time_links import digest

LETTER = "letter.activation"
ACTIVATE = "pacer.activate_search"
DOOR = "activation"


def schedule_letter(*, account: PacerAccount, at: datetime) -> DueEvent:
    """Let the letter with a code come 7 to 10 business days after the court time `at`."""
    days = SHORTEST_WAIT + secrets.randbelow(LONGEST_WAIT - SHORTEST_WAIT + 1)
    zone = get_pack(account.rehearsal.pack).home.time_zone
    due_at = business_days_after(at, days, zone)
    return due_events.schedule(account.rehearsal, LETTER, due_at=due_at, account=account.pk)


def deliver_letter(rehearsal: Rehearsal, *, at: datetime, account: int) -> None:
    """The due event: the code is made only now, and only its digest stays with the account."""
    held = _rows().filter(rehearsal=rehearsal, pk=account).first()
    if held is None or why_not_activate(held.case_search_status):
        return  # gone, activated with a card meanwhile, or under review
    code = get_random_string(CODE_LENGTH, CODE_LETTERS)
    held.activation_digest = digest(code)
    held.save(update_fields=["activation_digest"])
    post_code(held, code, at=at)
    record_activity(rehearsal, "pacer.letter_delivered", who=held.log_name)


def letter_on_its_way(account: PacerAccount) -> DueEvent | None:
    waiting = account.rehearsal.due_events.filter(what=LETTER, fired_at=None)
    return waiting.filter(payload__account=account.pk).first()


@transaction.atomic
def request_letter(*, account: PacerAccount, at: datetime) -> DueEvent:
    """Another letter; the old code dies now. Raises Refused(ON_ITS_WAY, or why not at all)."""
    held = _locked(account)
    reason = why_not_activate(held.case_search_status)
    if reason is None and letter_on_its_way(held):
        reason = ActivationRefusal.ON_ITS_WAY
    if reason:
        raise Refused(reason)
    held.activation_digest = ""
    held.save(update_fields=["activation_digest"])
    record_activity(held.rehearsal, "pacer.letter_requested", who=held.log_name)
    return schedule_letter(account=held, at=at)


def activate_by_code(*, account: PacerAccount, typed: str) -> None:
    """Raises Refused(WRONG_CODE), (LOCKED) after too many, or why not at all. Counted before looked at."""
    if reason := why_not_activate(account.case_search_status):
        raise Refused(reason)
    name, world = account.account_number, account.rehearsal
    if not login_attempts.admit(world, DOOR, name, rule=LOCKOUT, at=clock.wall_now()):
        _record_refusal(account, ActivationRefusal.LOCKED, Outcome.REFUSED)
        raise Refused(ActivationRefusal.LOCKED)
    if not _use_code(account, digest(code_key(typed))):
        _record_refusal(account, ActivationRefusal.WRONG_CODE, Outcome.FAILED)
        raise Refused(ActivationRefusal.WRONG_CODE)
    login_attempts.forgive(world, DOOR, name)


@transaction.atomic
def _use_code(account: PacerAccount, typed: str) -> bool:
    held = _locked(account)
    if reason := why_not_activate(held.case_search_status):
        raise Refused(reason)
    is_right = constant_time_compare(held.activation_digest, typed)
    if is_right:
        activate(held, by=held.log_name, detail="by the code of the letter")
    return is_right


def activate(held: PacerAccount, *, by: str, detail: str) -> None:
    """Search is active from now on; a code on paper is worth nothing. `held` is locked."""
    held.case_search_status, held.activation_digest = CaseSearchStatus.ACTIVE, ""
    held.save(update_fields=["case_search_status", "activation_digest"])
    record_activity(held.rehearsal, ACTIVATE, who=by, detail=detail)
    send_activated(held)


@transaction.atomic
def activate_by_service_center(*, account: PacerAccount, by: str) -> None:
    """A trainer plays the Service Center. `by`: who, for the log. Raises Refused(ALREADY_ACTIVE)."""
    held = _locked(account)
    if held.case_search_status == CaseSearchStatus.ACTIVE:
        raise Refused(ActivationRefusal.ALREADY_ACTIVE)
    activate(held, by=by, detail=f"{held.log_name}, as the Service Center")


def _record_refusal(account: PacerAccount, reason: ActivationRefusal, outcome: str) -> None:
    detail = reason.name.lower().replace("_", " ")
    record_activity(
        account.rehearsal, ACTIVATE, who=account.log_name, outcome=outcome, detail=detail
    )


def _rows():  # noqa: ANN202
    return PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))


def _locked(account: PacerAccount) -> PacerAccount:
    return _rows().get(pk=account.pk)
