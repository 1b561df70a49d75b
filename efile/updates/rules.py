"""Rules of updates of filer data."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.crypto import salted_hmac

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount
from efile.models import MaintenanceRequest
from efile.queue.refusals import DecisionRefusal
from efile.queue.rules import why_closed
from efile.updates.refusals import MaintenanceRefusal
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount

NAME_IN_COURT = ("first_name", "middle_name", "last_name")
DELIVERY = ("email", "email_frequency", "email_format")


def columns(row: PacerAccount | CmecfAccount, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def edition(shown: Mapping[str, Any]) -> str:
    """A digest of the values that a page showed. A change in another window gives another digest."""
    text = json.dumps(shown, sort_keys=True, default=str)
    return salted_hmac("efile.updates", text).hexdigest()[:32]


def changed(stored: Mapping[str, Any], typed: Mapping[str, Any]) -> list[str]:
    """The names of the values that differ, in the order of `stored`."""
    return [name for name in stored if stored[name] != typed.get(name, "")]


def why_not_save(
    stored: Mapping[str, Any], typed: Mapping[str, Any], shown: str
) -> MaintenanceRefusal | None:
    """Refuse to overwrite a newer change. `shown`: the edition that the page was made from."""
    is_stale = shown != edition(stored) and bool(changed(stored, typed))
    return MaintenanceRefusal.STALE if is_stale else None


def why_not_maintain(account: PacerAccount) -> MaintenanceRefusal | None:
    is_billing = account.holder_kind == HolderKind.PAA
    return MaintenanceRefusal.BILLING_ACCOUNT if is_billing else None


def takes_updates(record: CmecfAccount, at: datetime) -> bool:
    """PACER sends updates only to NextGen courts where the account files. `at`: court time."""
    return record.is_active and record.court.phase(at) is CourtPhase.NEXTGEN


def why_not_decide(request: MaintenanceRequest, at: datetime) -> DecisionRefusal | None:
    """A request is decided once, by a court on NextGen. `at`: court time."""
    if refusal := why_closed(request.court, at):
        return refusal
    return None if request.is_open else DecisionRefusal.DECIDED


def why_not_accept(request: MaintenanceRequest, account: CmecfAccount) -> MaintenanceRefusal | None:
    """`account`: the current row; a clerk may have unlinked it since the request."""
    is_linked = account.pacer_account_id == request.pacer_account_id
    return None if is_linked else MaintenanceRefusal.NOT_LINKED


def why_not_reject(remark: str) -> MaintenanceRefusal | None:
    return None if remark.strip() else MaintenanceRefusal.REMARK_MISSING
