"""Recovery in three steps: identify, answer two questions, set a new password with the e-mailed link.

Between the pages the browser's session holds a `RecoveryRequest`, and nothing of what was typed.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from cso.models import RecoveryLink
from cso.recovery import emails
from cso.recovery.links import find_link, make_link
from cso.recovery.rules import (
    ATTEMPT_RULE,
    PASSWORD,
    RECOVERY_ATTEMPTS,
    REQUEST_LIFETIME,
    RecoveryRefusal,
    attempt_name,
    decoy_questions,
)
from cso.sign_on.rules import LOGIN_ATTEMPTS
from cso.sign_on.services import end_sign_ons
from cso.sign_on.sessions import RECOVERY, SessionStore
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.credentials.rules import answer_key
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot

REQUESTED, RESET = "cso.recovery_asked", "cso.password_recovered"


@dataclass(frozen=True)
class RecoveryRequest:
    """`account`: primary key, 0 if none matches. `name`: for counting attempts. `at`: wall time."""

    purpose: str
    account: int
    questions: tuple[str, str]
    name: str
    at: str
    is_answered: bool = False


@sensitive_variables()
def identify(
    *,
    session: SessionStore,
    purpose: str,
    email: str,
    wall_at: datetime,
    username: str = "",
    account_number: str = "",
    date_of_birth: date | None = None,
) -> None:
    """Store a request for the account that matches everything given.

    If no account matches, the request looks the same and has decoy questions. `purpose`: PASSWORD or
    USERNAME.
    """
    criteria = {"account_number": account_number, "date_of_birth": date_of_birth}
    rows = session.rehearsal.pacer_accounts.filter(
        email__iexact=email, **{name: value for name, value in criteria.items() if value}
    )
    account = (rows.named(username) if username else rows).order_by("-question_1", "pk").first()
    born = date_of_birth.isoformat() if date_of_birth else ""
    typed = (email, username, account_number, born)
    decoys = decoy_questions(SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2, *typed)
    recovery = RecoveryRequest(
        purpose=purpose,
        account=account.pk if account else 0,
        questions=_questions(account) or decoys,
        name=attempt_name(email),
        at=wall_at.isoformat(),
    )
    session[RECOVERY] = asdict(recovery)


def read_request(session: SessionStore, purpose: str, wall_at: datetime) -> RecoveryRequest | None:
    """The request of this browser, or None if there is none or it has expired."""
    values = session.get(RECOVERY)
    if values is None or values["purpose"] != purpose:
        return None
    recovery = RecoveryRequest(**{**values, "questions": tuple(values["questions"])})
    age = wall_at - datetime.fromisoformat(recovery.at)
    return recovery if age <= REQUEST_LIFETIME else None


@sensitive_variables()
def answer(
    *,
    session: SessionStore,
    recovery: RecoveryRequest,
    answers: Sequence[str],
    next_url: str,
    at: datetime,
    wall_at: datetime,
) -> None:
    """Check both answers and e-mail the result; the page learns nothing.

    Always makes two hashes, also when no account matches and for legacy accounts, which have no
    questions and get an e-mail that asks to call. `next_url`: the page to open after the login. `at`:
    court time; `wall_at`: wall time. Raises Refused(LOCKED), the same for everyone; HashSlotBusy
    counts no attempt.
    """
    rehearsal = session.rehearsal
    account = rehearsal.pacer_accounts.filter(pk=recovery.account).first()
    with hash_slot():
        may_try = login_attempts.register_attempt(
            rehearsal, RECOVERY_ATTEMPTS, recovery.name, rule=ATTEMPT_RULE, at=wall_at
        )
        is_right = may_try and _are_right(account, answers)
    if not may_try:
        _record_request(rehearsal, recovery, account, Outcome.REFUSED, at)
        raise Refused(RecoveryRefusal.LOCKED)
    session[RECOVERY] = asdict(replace(recovery, is_answered=True))
    with transaction.atomic():
        outcome = Outcome.DONE if is_right else Outcome.FAILED
        _record_request(rehearsal, recovery, account, outcome, at)
        if account is not None:
            _send_result(account, recovery, is_right, next_url, at, wall_at)


def _send_result(
    account: PacerAccount,
    recovery: RecoveryRequest,
    is_right: bool,
    next_url: str,
    at: datetime,
    wall_at: datetime,
) -> None:
    """Send the one e-mail, if any, that these answers call for."""
    if _questions(account) is None:
        emails.send_call(account, at=at)
    elif is_right and account.is_disabled:
        emails.send_disabled(account, at=at)
    elif is_right and recovery.purpose == PASSWORD:
        emails.send_link(account, make_link(account, wall_at), next_url, at=at)
    elif is_right:
        emails.send_usernames(account, _accounts_of_same_person(account), at=at)


def _accounts_of_same_person(account: PacerAccount) -> list[PacerAccount]:
    return list(
        account.rehearsal.pacer_accounts.filter(
            email__iexact=account.email, date_of_birth=account.date_of_birth
        ).order_by("pk")
    )


def _questions(account: PacerAccount | None) -> tuple[str, str] | None:
    """The account's security questions, or None without an account or without answers on file."""
    if account is None or not (account.answer_1 and account.answer_2):
        return None
    return account.question_1, account.question_2


@sensitive_variables()
def _are_right(account: PacerAccount | None, answers: Sequence[str]) -> bool:
    """Always makes two hashes, even if the first answer is wrong. Never in a transaction."""
    keys = [answer_key(answer) for answer in answers]
    if account is None or _questions(account) is None:
        for key in keys:
            make_password(key)
        return False
    encoded = (account.answer_1, account.answer_2)
    return all([check_password(key, hashed) for key, hashed in zip(keys, encoded, strict=True)])


def _record_request(
    rehearsal: Rehearsal,
    recovery: RecoveryRequest,
    account: PacerAccount | None,
    outcome: str,
    at: datetime,
) -> None:
    record_activity(
        rehearsal,
        REQUESTED,
        who=account.log_name if account else "",
        outcome=outcome,
        detail=recovery.purpose,
        at=at,
    )


@sensitive_variables()
def set_password(
    *, rehearsal: Rehearsal, token: str, new: str, at: datetime, wall_at: datetime
) -> PacerAccount:
    """Set the password `new` with the e-mailed link; every sign-on of the account ends.

    `at`: court time; `wall_at`: wall time. Raises Refused(LINK_DEAD), also for the slower of two
    requests.
    """
    who = find_link(rehearsal, token, wall_at).account.log_name
    encoded = make_password(new)  # never inside a transaction
    with transaction.atomic():
        before_change(rehearsal, RESET, who=who, at=at)
        link = find_link(rehearsal, token, wall_at, lock=True)
        account = link.account
        account.password, account.password_set_at = encoded, at
        account.save(update_fields=["password", "password_set_at"])
        link.used_at = wall_at
        link.save(update_fields=["used_at"])
        RecoveryLink.objects.filter(account=account, used_at=None).delete()
        end_sign_ons(account)
        login_attempts.clear_attempts(rehearsal, LOGIN_ATTEMPTS, account.username)
        login_attempts.clear_attempts(rehearsal, RECOVERY_ATTEMPTS, attempt_name(account.email))
        record_activity(rehearsal, RESET, who=account.log_name, at=at)
        emails.send_done(account, at=at)
    return account
