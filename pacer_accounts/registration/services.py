"""Open a PACER account: the account, its log entry and its e-mail, or nothing at all."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from pacer_accounts.billing.cards import Card
from pacer_accounts.billing.services import store_card
from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.emails import send_registered
from pacer_accounts.registration.kinds import KINDS, Kind
from pacer_accounts.registration.queries import matching_facts
from pacer_accounts.registration.refusals import RegistrationRefusal
from pacer_accounts.registration.rules import account_type_at_registration, case_search_status
from pacer_accounts.search_activation.services import schedule_letter
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal

REGISTER = "pacer.register"

# Separate from the numbers of the cast (from 7990001).
FIRST_NUMBER, LAST_NUMBER = 7_992_000, 7_999_999
TRIES = 20


@dataclass(frozen=True)
class Registration:
    """What the wizard collected. Secrets are hashes, made before the transaction.

    `persona`: whose account it will be; "" for a person who isn't one of the cast.
    """

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
    role: str = ""  # the Role in Court a non-attorney chose, "" for others


def register(*, rehearsal: Rehearsal, registration: Registration, at: datetime) -> PacerAccount:
    """Open an account of the registration's kind at the court time `at`.

    Sending the same registration twice returns the same account. Raises Refused(USERNAME_TAKEN) if
    another registration took the username first, and Refused(NO_NUMBER) if no number is left.
    """
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return _open(rehearsal, registration, at)
        except IntegrityError:
            # The username or the account number is taken. For a number, draw another one.
            if existing := rehearsal.pacer_accounts.named(registration.username).first():
                return _same_or_refused(existing, registration, at)
    raise Refused(RegistrationRefusal.NO_NUMBER)


def _open(rehearsal: Rehearsal, registration: Registration, at: datetime) -> PacerAccount:
    detail = f"username {registration.username}"
    before_change(rehearsal, REGISTER, at=at, detail=detail)
    person = registration.person
    status = _status(rehearsal, registration)
    number = draw_number()
    account = PacerAccount(
        rehearsal=rehearsal,
        account_number=number,
        account_type=account_type_at_registration(at),
        holder_kind=registration.kind.opens,
        registered_as=registration.kind.slug,
        case_search_status=status,
        opened_at=at,
        password_set_at=at,
        persona=registration.persona or number,
        password=registration.password,
        question_1=registration.question_1,
        answer_1=registration.answer_1,
        question_2=registration.question_2,
        answer_2=registration.answer_2,
        **person,
    )
    account.rename(registration.username)
    account.save(force_insert=True)
    detail = f"search {status.label}"
    record_activity(rehearsal, REGISTER, at=at, who=account.log_name, detail=detail)
    if registration.card:
        store_card(account=account, card=registration.card, bills={"pays_pacer_fees": True}, at=at)
    send_registered(account, at=at, role=registration.role)
    if status == CaseSearchStatus.NOT_ACTIVATED:
        schedule_letter(account=account, at=at)
    return account


def _status(rehearsal: Rehearsal, registration: Registration) -> CaseSearchStatus:
    """The case search status. For a PAA it is the Account Status, Active from the start."""
    if registration.kind.is_billing:
        return CaseSearchStatus.ACTIVE
    facts = matching_facts(rehearsal, registration.person)
    return case_search_status(matching_facts=facts, has_card=registration.card is not None)


def draw_number() -> str:
    """A seven-digit number. Only the database knows whether it is free."""
    return str(FIRST_NUMBER + secrets.randbelow(LAST_NUMBER - FIRST_NUMBER + 1))


def _same_or_refused(
    existing: PacerAccount, registration: Registration, at: datetime
) -> PacerAccount:
    """The existing account if this Submit created it: then even the salted password hash is equal."""
    if existing.password == registration.password:
        return existing
    record_refusal(existing.rehearsal, REGISTER, RegistrationRefusal.USERNAME_TAKEN, at=at)
    raise Refused(RegistrationRefusal.USERNAME_TAKEN)
