"""The transaction log of one CM/ECF account, read from the activity log."""

from dataclasses import dataclass
from datetime import datetime

from cmecf.models import CmecfAccount
from rehearsals.models import Activity, Outcome

SHOWN = 100

_WORDS = {
    "cmecf.sign_in": "Log in",
    "cmecf.sign_out": "Log out",
    "cmecf.email_changed": "Change the e-mail on file",
    "cmecf.password_changed": "Change the password",
    "cmecf.reset_requested": "Request a password reset",
    "cmecf.password_reset": "Reset the password by a mailed link",
    "link.prove": "Prove the login on the link page",
}


@dataclass(frozen=True)
class Transaction:
    at: datetime  # court time
    words: str
    outcome: str
    detail: str


def transactions_of(account: CmecfAccount) -> list[Transaction]:
    """The newest lines about this login at this court; logins are unique only within a court."""
    lines = account.rehearsal.activities.filter(
        who=account.log_name, detail__startswith=account.court.code
    )
    return [_transaction(line) for line in lines[:SHOWN]]


def _transaction(line: Activity) -> Transaction:
    words = _WORDS.get(line.what, line.what.rpartition(".")[2].replace("_", " ").capitalize())
    detail = line.detail.partition(": ")[2]
    return Transaction(line.court_at, words, Outcome(line.outcome).label, detail)
