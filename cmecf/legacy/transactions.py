"""The transaction log of one CM/ECF account, read from the activity log."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from cmecf.models import CmecfAccount
from rehearsals.app_config import declared_mapping
from rehearsals.models import Activity, Outcome

SHOWN = 100

_LABELS = {
    "cmecf.sign_in": "Log in",
    "cmecf.sign_out": "Log out",
    "cmecf.email_changed": "Change the e-mail on file",
    "cmecf.noticing_changed": "Change how notices are sent",
    "cmecf.password_changed": "Change the password",
    "cmecf.redaction_confirmed": "Confirm the redaction notice",
    "cmecf.reset_requested": "Request a password reset",
    "cmecf.password_reset": "Reset the password with the e-mailed link",
    "cmecf.locked": "Account locked by the court",
    "cmecf.unlocked": "Account unlocked by the court",
    "cmecf.reset_by_clerk": "Password reset e-mailed by the court",
    "link.prove": "Check the login on the link page",
    "link.made": "Link the CM/ECF account to the PACER account",
    "link.refused": "Link refused",
    "link.undone": "Link undone by the court",
}


@dataclass(frozen=True)
class Transaction:
    at: datetime  # court time
    label: str
    outcome: str
    detail: str


def transactions_of(account: CmecfAccount) -> list[Transaction]:
    """The newest activity of this login, and of its PACER account once linked, in this court.

    A login is unique only in its court, so lines are found by the court's code in their detail.
    """
    names = [account.log_name]
    if account.pacer_account:
        names.append(account.pacer_account.log_name)
    code = account.court.code
    here = Q(detail=code) | Q(detail__startswith=f"{code}:")
    mine = Q(who__in=names) | _links_of(account)
    # Requests to the court made at the Service Center are not transactions in CM/ECF.
    lines = account.court.rehearsal.activities.filter(here, mine).exclude(what__startswith="efile.")
    return [_transaction(line, names) for line in lines[:SHOWN]]


def _links_of(account: CmecfAccount) -> Q:
    """Links of this login by anyone, and their undoing: they name the login in their detail."""
    login = f"{account.court.code}: {account.log_name}"
    made = Q(what="link.made", detail=login)
    return made | Q(what="link.undone", detail__startswith=f"{login} from ")


def _transaction(line: Activity, names: list[str]) -> Transaction:
    fallback = line.what.rpartition(".")[2].replace("_", " ").capitalize()
    label = _LABELS.get(line.what) or declared_mapping("activity_labels").get(line.what, fallback)
    detail = line.detail.partition(": ")[2]
    if line.what == "link.made" and line.who not in names:
        detail = f"{detail} to {line.who}"
    return Transaction(line.court_at, label, Outcome(line.outcome).label, detail)
