"""Recovering: identify, answer, and set a new password by the mailed link.

Between the pages a browser's session holds a `Case`: whom it is about, if anybody, and nothing of
what was typed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from cso.models import RecoveryLink
from cso.recovery import emails
from cso.recovery.links import find_link, make_link
from cso.recovery.rules import (
    CASE_LIFE,
    DOOR,
    PASSWORD,
    TRIES,
    RecoveryRefusal,
    counted_as,
    decoy_questions,
)
from cso.sign_on.rules import DOOR as LOGIN_DOOR
from cso.sign_on.sessions import RECOVERY, SessionStore
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.credentials.rules import answer_key
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot

ASKED, SET = "cso.recovery_asked", "cso.password_recovered"


@dataclass(frozen=True)
class Case:
    """`account`: primary key, 0 when nobody fits. `name`: what tries are counted under. `at`: wall."""

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
    username: str = "",
    account_number: str = "",
    date_of_birth: date | None = None,
) -> None:
    """Open the case of whoever fits all that is given; for nobody, one that looks the same."""
    given = {"account_number": account_number, "date_of_birth": date_of_birth}
    rows = session.rehearsal.pacer_accounts.filter(
        email__iexact=email, **{name: value for name, value in given.items() if value}
    )
    account = (rows.named(username) if username else rows).order_by("-question_1", "pk").first()
    born = date_of_birth.isoformat() if date_of_birth else ""
    typed = (email, username, account_number, born)
    decoys = decoy_questions(SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2, *typed)
    real = (account.question_1, account.question_2) if _has_questions(account) else None
    case = Case(
        purpose=purpose,
        account=account.pk if account else 0,
        questions=real or decoys,
        name=counted_as(email),
        at=clock.wall_now().isoformat(),
    )
    session[RECOVERY] = asdict(case)


def open_case(session: SessionStore, purpose: str) -> Case | None:
    """The case this browser is about, for half an hour of wall time."""
    held = session.get(RECOVERY)
    if held is None or held["purpose"] != purpose:
        return None
    case = Case(**{**held, "questions": tuple(held["questions"])})
    age = clock.wall_now() - datetime.fromisoformat(case.at)
    return case if age <= CASE_LIFE else None


@sensitive_variables()
def answer(*, session: SessionStore, case: Case, answers: Sequence[str], back: str) -> None:
    """Check the two answers; what fits is mailed, and the page is told nothing. `back`: page wanted.

    Always two hashes, also for nobody and for a legacy account, which has no questions and is told by
    mail to call. Raises Refused(LOCKED), the same way for everybody; HashSlotBusy counts nothing.
    """
    world = session.rehearsal
    account = world.pacer_accounts.filter(pk=case.account).first()
    with hash_slot():
        may_try = login_attempts.admit(world, DOOR, case.name, rule=TRIES, at=clock.wall_now())
        is_right = may_try and _are_right(account, answers)
    if not may_try:
        _log(world, case, account, Outcome.REFUSED)
        raise Refused(RecoveryRefusal.LOCKED)
    session[RECOVERY] = asdict(replace(case, is_answered=True))
    with transaction.atomic():
        _log(world, case, account, Outcome.DONE if is_right else Outcome.FAILED)
        if account is not None:
            _write(account, case.purpose, is_right, back)


def _write(account: PacerAccount, purpose: str, is_right: bool, back: str) -> None:
    """The one letter that this account's holder gets, if any."""
    if not _has_questions(account):
        emails.send_call(account)
    elif is_right and account.is_disabled:
        emails.send_disabled(account)
    elif is_right and purpose == PASSWORD:
        emails.send_link(account, make_link(account, clock.wall_now()), back)
    elif is_right:
        emails.send_usernames(account, _of_the_same_person(account))


def _of_the_same_person(account: PacerAccount) -> list[PacerAccount]:
    same = {"email__iexact": account.email, "date_of_birth": account.date_of_birth}
    return list(account.rehearsal.pacer_accounts.filter(**same).order_by("pk"))


def _has_questions(account: PacerAccount | None) -> bool:
    return account is not None and bool(account.answer_1 and account.answer_2)


@sensitive_variables()
def _are_right(account: PacerAccount | None, answers: Sequence[str]) -> bool:
    """Two hashes, whoever it is and whatever the first one says. Never in a transaction."""
    keys = [answer_key(one) for one in answers]
    if not _has_questions(account):
        for key in keys:
            make_password(key)
        return False
    kept = (account.answer_1, account.answer_2)
    return all([check_password(key, encoded) for key, encoded in zip(keys, kept, strict=True)])


def _log(world: Rehearsal, case: Case, account: PacerAccount | None, outcome: str) -> None:
    who = account.log_name if account else ""
    record_activity(world, ASKED, who=who, outcome=outcome, detail=case.purpose)


@sensitive_variables()
def set_password(
    *, rehearsal: Rehearsal, token: str, new: str, at: datetime, at_wall: datetime
) -> PacerAccount:
    """Set `new` by the mailed link; every sign-on of the account ends, and nobody is signed on.

    `at`: court time. Raises Refused(LINK_DEAD), also for the slower of two.
    """
    find_link(rehearsal, token, at_wall)
    encoded = make_password(new)  # never inside a transaction
    with transaction.atomic():
        link = find_link(rehearsal, token, at_wall, lock=True)
        account = link.account
        _store(account, encoded, at)
        link.used_at = at_wall
        link.save(update_fields=["used_at"])
        RecoveryLink.objects.filter(account=account, used_at=None).delete()
        account.sessions.all().delete()
        login_attempts.forgive(rehearsal, LOGIN_DOOR, account.username)
        login_attempts.forgive(rehearsal, DOOR, counted_as(account.email))
        record_activity(rehearsal, SET, who=account.log_name)
        emails.send_done(account)
    return account


def _store(account: PacerAccount, encoded: str, at: datetime) -> None:
    values: Mapping[str, object] = {"password": encoded, "password_set_at": at}
    for name, value in values.items():
        setattr(account, name, value)
    account.save(update_fields=values.keys())
