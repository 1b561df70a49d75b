"""Questions about updates of personal data: pure functions of what is held and what is asked for."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.crypto import salted_hmac

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount
from efile.models import MaintenanceRequest
from efile.queue.rules import DecisionRefusal, why_closed
from efile.updates.refusals import MaintenanceRefusal
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount

NAME_IN_COURT = ("first_name", "middle_name", "last_name")
DELIVERY = ("email", "email_frequency", "email_format")


def columns(row: PacerAccount | CmecfAccount, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def edition(shown: Mapping[str, Any]) -> str:
    """A mark of what a page showed: another window's change gives another mark."""
    text = json.dumps(shown, sort_keys=True, default=str)
    return salted_hmac("efile.updates", text).hexdigest()[:32]


def changed(held: Mapping[str, Any], typed: Mapping[str, Any]) -> list[str]:
    """The names of what differs, in the order of `held`."""
    return [name for name in held if held[name] != typed.get(name, "")]


def why_not_save(
    held: Mapping[str, Any], typed: Mapping[str, Any], shown: str
) -> MaintenanceRefusal | None:
    """`shown`: the edition the page was made from. What changes nothing cannot undo anything."""
    is_stale = shown != edition(held) and bool(changed(held, typed))
    return MaintenanceRefusal.STALE if is_stale else None


def why_not_maintain(account: PacerAccount) -> MaintenanceRefusal | None:
    is_billing = account.holder_kind == HolderKind.PAA
    return MaintenanceRefusal.BILLING_ACCOUNT if is_billing else None


def takes_updates(record: CmecfAccount, at: datetime) -> bool:
    """Only a NextGen court where the account files gets anything from PACER. `at`: court time."""
    return record.is_active and record.court.phase(at) is CourtPhase.NEXTGEN


def postal_address(account: PacerAccount) -> str:
    """The account's address as a court writes it on paper, a line each."""
    place = f"{account.city}, {account.state} {account.zip_code}".strip(" ,")
    lines = (account.firm, account.unit, account.address, account.room, place)
    return "\n".join(line for line in lines if line)


def why_not_decide(request: MaintenanceRequest, at: datetime) -> DecisionRefusal | None:
    """A request is decided once, by a court that is on NextGen. `at`: court time."""
    if refusal := why_closed(request.court, at):
        return refusal
    return None if request.is_open else DecisionRefusal.DECIDED


def why_not_accept(request: MaintenanceRequest, record: CmecfAccount) -> MaintenanceRefusal | None:
    """`record`: the CM/ECF account as it is now; a clerk may have unlinked it meanwhile."""
    is_hers = record.pacer_account_id == request.pacer_account_id
    return None if is_hers else MaintenanceRefusal.NOT_LINKED


def why_not_reject(remark: str) -> MaintenanceRefusal | None:
    return None if remark.strip() else MaintenanceRefusal.REMARK_MISSING
