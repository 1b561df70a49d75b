from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from django.db import IntegrityError, transaction

from pacer_accounts.models import PacerAccount
from pacer_accounts.upgrade.emails import send_upgraded
from pacer_accounts.upgrade.refusals import UpgradeRefusal
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.app_config import declared_function
from rehearsals.help.refusals import Refused

UPGRADE = "pacer.upgrade"


# The columns an upgrade writes, besides type and username. It never changes the account number.
UPGRADED_COLUMNS = {
    "prefix", "first_name", "middle_name", "last_name", "generation", "suffix", "date_of_birth",
    "user_type", "firm", "unit", "address", "room", "city", "state", "county", "zip_code",
    "country", "primary_phone", "alternate_phone", "text_phone", "fax_number", "email",
    "password", "question_1", "answer_1", "question_2", "answer_2",
}  # fmt: skip


class Session(Protocol):
    """The signed-on session of the browser that upgrades."""

    session_key: str | None

    def renew(self) -> None: ...


def upgrade(
    *,
    account: PacerAccount,
    details: Mapping[str, Any],
    security: Mapping[str, str],
    at: datetime,
    session: Session | None = None,
) -> PacerAccount:
    """Make a legacy account an upgraded one: once, one way, same account number (seed, Step 2).

    `details`: person and address, by column. `security`: username, questions, and hashes of the
    password and the answers. `at`: court time. All sign-ons of the account end except `session`,
    which goes on under a new key. Raises Refused(UpgradeRefusal), also for the slower of two tabs, and
    when another account took the username first.
    """
    try:
        with transaction.atomic():
            return _upgrade(account, {**details, **security}, at, session)
    except Refused as refused:
        reason = refused.reason
    except IntegrityError:  # the username is the only unique column that changes
        reason = UpgradeRefusal.USERNAME_TAKEN
    record_refusal(account.rehearsal, UPGRADE, reason, at=at, who=account.log_name)
    raise Refused(reason)


def _upgrade(
    account: PacerAccount, values: Mapping[str, Any], at: datetime, session: Session | None
) -> PacerAccount:
    before_change(account.rehearsal, UPGRADE, at=at, who=account.log_name)
    rows = PacerAccount.objects.select_related("rehearsal").locked()
    account = rows.get(pk=account.pk)  # of two tabs at once, the second waits and is refused
    if reason := why_not_upgrade(account):
        raise Refused(reason)
    username, email = account.username, account.email
    for name in UPGRADED_COLUMNS & values.keys():
        setattr(account, name, values[name])
    account.rename(values["username"])
    account.mark_upgraded(at)
    account.password_set_at = at
    account.save()
    # A new password ends every sign-on that used the old one.
    key = session.session_key if session else ""
    declared_function("end_sign_ons")(account, except_key=key or "")
    if session:
        session.renew()
    detail = "username kept" if account.username == username else "new username"
    record_activity(account.rehearsal, UPGRADE, at=at, who=account.log_name, detail=detail)
    send_upgraded(account, old_email=email, at=at)
    return account
