"""What can be done with a PACER account: its holder upgrades it, a clerk corrects or closes it.

Registration has its own room.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.services import end_sign_ons
from pacer_accounts.upgrade.emails import send_upgraded
from pacer_accounts.upgrade.refusals import UpgradeRefusal
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome

UPGRADE = "pacer.upgrade"


# What an upgrade writes besides type and username. The account number is not among them.
UPGRADED_COLUMNS = {
    "prefix", "first_name", "middle_name", "last_name", "generation", "suffix", "date_of_birth",
    "user_type", "firm", "unit", "address", "room", "city", "state", "county", "zip_code",
    "country", "primary_phone", "alternate_phone", "text_phone", "fax_number", "email",
    "password", "question_1", "answer_1", "question_2", "answer_2",
}  # fmt: skip


def upgrade(
    *,
    account: PacerAccount,
    details: Mapping[str, Any],
    security: Mapping[str, str],
    at: datetime,
    session_key: str | None = None,
) -> PacerAccount:
    """Make a legacy account an upgraded one: once, one way, same account number (seed, Step 2).

    `details`: person and address, by column. `security`: username, questions, and hashes of the
    password and the answers. `at`: court time. Every sign-on of the account ends but the one of
    `session_key`. Raises Refused(UpgradeRefusal), also for the slower of two tabs and for a
    username that somebody else was quicker to take.
    """
    try:
        with transaction.atomic():
            return _upgrade(account.pk, {**details, **security}, at, session_key)
    except Refused as refused:
        _record_refusal(account, refused.reason)
        raise
    except IntegrityError:  # the username: the only unique thing that changes
        _record_refusal(account, UpgradeRefusal.USERNAME_TAKEN)
        raise Refused(UpgradeRefusal.USERNAME_TAKEN) from None


def _upgrade(
    pk: int, values: Mapping[str, Any], at: datetime, session_key: str | None
) -> PacerAccount:
    rows = PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))
    account = rows.get(pk=pk)  # two tabs at once: one by one, and the second is refused
    if reason := why_not_upgrade(account):
        raise Refused(reason)
    username, email = account.username, account.email
    for name in UPGRADED_COLUMNS & values.keys():
        setattr(account, name, values[name])
    account.rename(values["username"])
    account.mark_upgraded(at)
    account.password_set_at = at
    account.save()
    end_sign_ons(account, except_key=session_key or "")  # they were opened with the old password
    detail = "username kept" if account.username == username else "new username"
    record_activity(account.rehearsal, UPGRADE, who=account.log_name, detail=detail)
    send_upgraded(account, before=email)
    return account


def _record_refusal(account: PacerAccount, reason: UpgradeRefusal) -> None:
    record_activity(
        account.rehearsal,
        UPGRADE,
        who=account.log_name,
        outcome=Outcome.REFUSED,
        detail=reason.name.lower().replace("_", " "),
    )
