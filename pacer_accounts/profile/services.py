from collections.abc import Collection

from django.db import transaction

from pacer_accounts.mfa_letter import send_second_factor_removed
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity


@transaction.atomic
def correct(*, account: PacerAccount, fields: Collection[str], by: str) -> None:
    """Write the contact `fields` a clerk changed on `account`. `by`: who, for the log."""
    account.save(update_fields=list(fields))
    detail = f"{account.log_name}: {', '.join(sorted(fields))}"
    record_activity(account.rehearsal, "pacer.corrected", who=by, detail=detail)


@transaction.atomic
def remove_second_factor(*, account: PacerAccount, by: str) -> int:
    """As the Service Center does for a lost phone, once it knows who calls: all apps and codes go.

    How many apps there were. The rows live a floor above; the login asks for no passcode from now on.
    """
    removed, _ = account.authenticator_apps.all().delete()
    account.backup_codes.all().delete()
    detail = f"{account.log_name}: {removed} removed"
    record_activity(account.rehearsal, "mfa.removed_by_staff", who=by, detail=detail)
    send_second_factor_removed(account)
    return removed


@transaction.atomic
def set_disabled(*, account: PacerAccount, is_disabled: bool, by: str) -> None:
    """Close `account` for its holder, or open it again.

    Closing ends its sign-ons everywhere; each browser says so at its next click.
    """
    account.is_disabled = is_disabled
    account.save(update_fields=["is_disabled"])
    if is_disabled:
        account.sessions.stop()
    what = "pacer.disabled" if is_disabled else "pacer.enabled"
    record_activity(account.rehearsal, what, who=by, detail=account.log_name)
