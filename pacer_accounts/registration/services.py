"""Registering: one new account, its line in the log and its letter, or nothing at all."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from pacer_accounts.billing.cards import Card
from pacer_accounts.billing.services import add_card
from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.emails import send_registered
from pacer_accounts.registration.kinds import KINDS, Kind
from pacer_accounts.registration.queries import matching_facts
from pacer_accounts.registration.refusals import RegistrationRefusal
from pacer_accounts.registration.rules import account_type_at_registration, case_search_status
from pacer_accounts.search_activation.services import schedule_letter
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal

REGISTER = "pacer.register"

# Obviously of a rehearsal, and apart from the numbers of the cast (7990001 and on).
FIRST_NUMBER, LAST_NUMBER = 7_992_000, 7_999_999
TRIES = 20


@dataclass(frozen=True)
class Registration:
    """What the pages kept. Secrets come as hashes, made before any transaction."""

    person: Mapping[str, Any]
    username: str
    password: str = field(repr=False)
    question_1: str
    answer_1: str = field(repr=False)
    question_2: str
    answer_2: str = field(repr=False)
    card: Card | None = None
    persona: str = ""
    kind: Kind = KINDS[0]
    role: str = ""  # as what a non-attorney means to file; the court will be asked for it


def register(*, rehearsal: Rehearsal, registration: Registration, at: datetime) -> PacerAccount:
    """Open an account of the registration's kind at the court time `at`.

    The same registration sent twice gives the same account. Raises Refused(USERNAME_TAKEN) when
    somebody else was quicker, and Refused(NO_NUMBER) when no number is left.
    """
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return _open(rehearsal, registration, at)
        except IntegrityError:
            if found := rehearsal.pacer_accounts.named(registration.username).first():
                return _same_or_refused(found, registration)
    raise Refused(RegistrationRefusal.NO_NUMBER)  # else the number: draw another one


def _open(rehearsal: Rehearsal, registration: Registration, at: datetime) -> PacerAccount:
    person = registration.person
    status = _status(rehearsal, registration)
    account = PacerAccount(
        rehearsal=rehearsal,
        account_number=draw_number(),
        account_type=account_type_at_registration(at),
        holder_kind=registration.kind.opens,
        registered_as=registration.kind.slug,
        case_search_status=status,
        opened_at=at,
        password_set_at=at,
        persona=registration.persona,
        password=registration.password,
        question_1=registration.question_1,
        answer_1=registration.answer_1,
        question_2=registration.question_2,
        answer_2=registration.answer_2,
        **person,
    )
    account.rename(registration.username)
    account.save(force_insert=True)
    record_activity(rehearsal, REGISTER, who=account.log_name, detail=f"search {status.label}")
    if registration.card:
        add_card(account=account, card=registration.card, bills={"pays_pacer_fees": True}, at=at)
    send_registered(account, role=registration.role)
    if status == CaseSearchStatus.NOT_ACTIVATED:
        schedule_letter(account=account, at=at)
    return account


def _status(rehearsal: Rehearsal, registration: Registration) -> CaseSearchStatus:
    """A PAA has no search to activate: this is its Account Status, and it pays from the start."""
    if registration.kind.is_billing:
        return CaseSearchStatus.ACTIVE
    facts = matching_facts(rehearsal, registration.person)
    return case_search_status(matching_facts=facts, has_card=registration.card is not None)


def draw_number() -> str:
    """Seven digits. The database says whether they are free."""
    return str(FIRST_NUMBER + secrets.randbelow(LAST_NUMBER - FIRST_NUMBER + 1))


def _same_or_refused(found: PacerAccount, registration: Registration) -> PacerAccount:
    """A salted hash is like no other: it tells a second Submit from another person's account."""
    if found.password == registration.password:
        return found
    record_activity(found.rehearsal, REGISTER, outcome=Outcome.REFUSED, detail="username taken")
    raise Refused(RegistrationRefusal.USERNAME_TAKEN)
