from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity
from rehearsals.app_config import declared_function

CORRECTED = "pacer.corrected"


@transaction.atomic
def correct(*, account: PacerAccount, fields: Collection[str], by: str, at: datetime) -> None:
    """Save the contact `fields` that a clerk changed on `account`.

    `by`: who changed them, for the log. `at`: court time.
    """
    before_change(account.rehearsal, CORRECTED, who=by, detail=account.log_name, at=at)
    account.save(update_fields=list(fields))
    detail = f"{account.log_name}: {', '.join(sorted(fields))}"
    record_activity(account.rehearsal, CORRECTED, who=by, detail=detail, at=at)


@transaction.atomic
def set_disabled(*, account: PacerAccount, is_disabled: bool, by: str, at: datetime) -> None:
    """Disable `account`, which ends its sign-ons everywhere, or enable it again.

    `by`: who did it, for the log. `at`: court time.
    """
    what = "pacer.disabled" if is_disabled else "pacer.enabled"
    before_change(account.rehearsal, what, who=by, detail=account.log_name, at=at)
    account.is_disabled = is_disabled
    account.save(update_fields=["is_disabled"])
    if is_disabled:
        end_sign_ons(account, keep_rows=True)
    record_activity(account.rehearsal, what, who=by, detail=account.log_name, at=at)


def end_sign_ons(account: PacerAccount, *, except_key: str = "", keep_rows: bool = False) -> None:
    """End the account's sign-ons, except the session `except_key`, as Central Sign-On declares it.

    With `keep_rows` each browser is told why at its next request.
    """
    declared_function("end_sign_ons")(account, except_key=except_key, keep_rows=keep_rows)
