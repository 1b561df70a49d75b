"""A summary in words, as pairs of label and value. A completion record keeps the same words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rehearsals.clock.court_time import moment_text
from rehearsals.models import Era, LinkPolicy
from training.run.log import Entry
from training.run.summary import DatedStep, Summary, duration_text
from training.run.wrong_turns import WrongTurn

Rows = list[list[str]]


@dataclass(frozen=True)
class Rules:
    """The rules of the rehearsal: values of Era and LinkPolicy. `keeps_bookmarks`: was Undo on?"""

    era: str
    link_policy: str
    keeps_bookmarks: bool


def facts_of(
    summary: Summary, rules: Rules, *, time_zone: str, wall_at: datetime
) -> dict[str, Rows]:
    """Heading to rows of [label, value]. `wall_at`: the end of a run that isn't complete (UTC)."""
    return {
        "The four steps": [_step_row(step, time_zone) for step in summary.steps],
        "Wrong turns": [_turn_row(turn, time_zone) for turn in summary.wrong_turns]
        or [["Wrong turns", "None"]],
        "Hints used": [list(row) for row in summary.hints] or [["Hints", "None"]],
        "Going back": [_return_row(entry, time_zone) for entry in summary.returns]
        or [["Times gone back", "0"]],
        "Time": list(_time_rows(summary, time_zone, wall_at)),
        "Rules of the rehearsal": _rule_rows(rules),
    }


def _step_row(dated: DatedStep, zone: str) -> list[str]:
    step = dated.step
    when = f"{step.status.text}, {moment_text(dated.at, zone)}" if dated.at else step.status.text
    return [f"Step {step.number}: {step.title}", when]


def _turn_row(turn: WrongTurn, zone: str) -> list[str]:
    times = f" ({turn.times} times)" if turn.times > 1 else ""
    reason = f" {turn.detail}." if turn.detail else ""
    what = f"{turn.what}{reason}{times}"
    return [what, f"{turn.recovery.value}. {moment_text(turn.court_at, zone)}"]


def _return_row(entry: Entry, zone: str) -> list[str]:
    return [f"You went back: {entry.detail}", moment_text(entry.court_at, zone)]


def _time_rows(summary: Summary, zone: str, wall_at: datetime) -> Iterator[list[str]]:
    if taken := summary.time_taken(wall_at):
        yield ["Real time", duration_text(taken)]
    if summary.began:
        yield ["Court time, first", moment_text(summary.began.court_at, zone)]
    if summary.completed_at:
        yield ["Court time, last step", moment_text(summary.completed_at, zone)]


def _rule_rows(rules: Rules) -> Rows:
    undo = "on" if rules.keeps_bookmarks else "off"
    return [
        ["PACER rules", str(Era(rules.era).label)],
        ["Linking", str(LinkPolicy(rules.link_policy).label)],
        ["Going back to a bookmark", undo],
    ]
