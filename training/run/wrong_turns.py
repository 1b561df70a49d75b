"""Wrong turns: refused and failed acts, and how the person recovered from them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rehearsals.models import Outcome
from training.run.log import Entry


class Recovery(StrEnum):
    """How a wrong turn ended."""

    UNDONE = "Undone: you went back to before it"
    REPAIRED = "Repaired by the court or the Service Center"
    DONE_RIGHT = "You did it right later"
    WITHDRAWN = "You took it back"
    LEFT = "Left as it is"


@dataclass(frozen=True)
class WrongTurn:
    """`what`: a sentence, or an activity's label. `court_at`: when it first happened (UTC)."""

    what: str
    recovery: Recovery
    court_at: datetime
    detail: str = ""
    times: int = 1


# What makes up for a refused or failed act, if it isn't the same act.
_MADE_UP_BY = {
    "link.refused": {"link.made", "efile.approved"},
    "link.prove": {"link.prove", "link.made"},
    "cmecf.sign_in": {"cmecf.sign_in", "link.prove"},
    "cmecf.reset_requested": {"cmecf.reset_requested", "cmecf.password_reset"},
    "efile.requested": {"efile.requested", "link.made"},
}


def failed_acts(acts: Sequence[Entry], label_of: dict[str, str]) -> list[WrongTurn]:
    """The refused and failed ones among a person's `acts`, equal ones counted together.

    `label_of`: the labels of the activity log.
    """
    groups: dict[tuple[str, str, str], list[int]] = {}
    for place, act in enumerate(acts):
        if not act.is_done:
            groups.setdefault((act.what, act.outcome, act.detail), []).append(place)
    return [
        WrongTurn(
            what=f"{label_of.get(what, what)}: {_OUTCOMES[Outcome(outcome)]}.",
            recovery=_recovery(what, acts[places[-1] + 1 :]),
            court_at=acts[places[0]].court_at,
            detail=reason_of(detail),
            times=len(places),
        )
        for (what, outcome, detail), places in groups.items()
    ]


_OUTCOMES = {Outcome.REFUSED: "refused", Outcome.FAILED: "failed"}


def _recovery(what: str, later: Iterable[Entry]) -> Recovery:
    makes_up = _MADE_UP_BY.get(what, {what})
    is_right = any(act.is_done and act.what in makes_up for act in later)
    return Recovery.DONE_RIGHT if is_right else Recovery.LEFT


def reason_of(detail: str) -> str:
    """ "nmd: wrong login or password" as "Wrong login or password": without the court's code."""
    reason = detail.rpartition(": ")[2] if ": " in detail else detail
    return reason[:1].upper() + reason[1:]
