"""The state of a CM/ECF login, in the words of the clerk's guide."""

from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, QuerySet, TextChoices, Value, When

from cmecf.legacy.rules import lockout_scope
from cmecf.models import AccountOrigin, CmecfAccount
from rehearsals.models import Rehearsal
from rehearsals.security.login_attempts import locked_counters, name_digest


class LoginState(TextChoices):
    ACTIVE = "active", "Active"
    MUST_RESET = "must_reset", "Must reset the password"
    WRONG_PASSWORDS = "wrong_passwords", "Locked for five minutes: wrong passwords"
    LINKED = "linked", "Linked: login no longer works"
    REGISTERED = "registered", "Registered: files with the PACER account"
    BY_COURT = "by_court", "Locked by the court"
    CLOSED = "closed", "Closed: e-file registration withdrawn or merged"


LOCKED = (LoginState.BY_COURT, LoginState.WRONG_PASSWORDS)


def with_login_state(
    rows: QuerySet[CmecfAccount], rehearsal: Rehearsal | None, *, wall_at: datetime
) -> QuerySet[Any]:
    """Add `login_state`, a LoginState, to each of `rows`. One or two queries for the lockouts.

    `rehearsal`: the one that all rows belong to; None for rows of all rehearsals. `wall_at`: wall time (UTC).
    """
    is_registered = {"origin": AccountOrigin.REGISTRATION}
    state = Case(
        When(**is_registered, pacer_account=None, then=Value(LoginState.CLOSED.value)),
        When(is_active=False, then=Value(LoginState.BY_COURT.value)),
        When(**is_registered, then=Value(LoginState.REGISTERED.value)),
        When(pacer_account__isnull=False, then=Value(LoginState.LINKED.value)),
        When(
            pk__in=_after_wrong_passwords(rehearsal, wall_at),
            then=Value(LoginState.WRONG_PASSWORDS.value),
        ),
        When(must_reset_password=True, then=Value(LoginState.MUST_RESET.value)),
        default=Value(LoginState.ACTIVE.value),
        output_field=CharField(),
    )
    return rows.annotate(login_state=state)


def _after_wrong_passwords(rehearsal: Rehearsal | None, wall_at: datetime) -> list[int]:
    """Primary keys of the accounts whose login waits because of wrong passwords."""
    locked = locked_counters(rehearsal, lockout_scope(""), at=wall_at)
    if not locked:
        return []
    accounts = CmecfAccount.objects.filter(rehearsal__in={one.rehearsal_id for one in locked})
    keys = {(one.rehearsal_id, one.scope, one.name_digest) for one in locked}
    return [
        pk
        for pk, rehearsal_id, code, login in accounts.values_list(
            "pk", "rehearsal_id", "court__code", "login"
        )
        if (rehearsal_id, lockout_scope(code), name_digest(login)) in keys
    ]
