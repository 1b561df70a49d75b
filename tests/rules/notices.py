"""The tables about notices and free looks."""

from collections.abc import Callable
from datetime import timedelta

from dockets.models import Case, DocketEntry, EntryDocument
from dockets.notices.rules import is_in_time, needs_login, why_not_resend
from tests.rules.tables import Row
from tests.support.moments import FIRST_RUSH


def _time(row: Row) -> str:
    days, seconds = int(row["days"]), int(row["seconds"])
    at = FIRST_RUSH + timedelta(days=days, seconds=seconds)
    return "free" if is_in_time(FIRST_RUSH, at) else "none"


def _login(row: Row) -> str:
    case = Case(nature_of_suit=row["nature of suit"], access=row["case"])
    entry = DocketEntry(case=case, restriction=row["entry"])
    document = EntryDocument(entry=entry, restriction=row["document"])
    return "login first" if needs_login(document) else "opens"


def _resend(row: Row) -> str:
    reason = "" if row["reason"] == "none" else row["reason"]
    refusal = why_not_resend(
        reason, [""] * 2 if row["addresses"] == "none" else ["", "a@example.com"]
    )
    return refusal.name if refusal else "sent"


NOTICES: dict[str, Callable[[Row], str]] = {
    "Free look: how long": _time,
    "Free look: what asks for a login first": _login,
    "Notices: resending": _resend,
}
