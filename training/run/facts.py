"""A summary in words, as pairs of label and value. A completion record keeps the same words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rehearsals.clock.court_time import date_text, moment_text
from rehearsals.models import Era, LinkPolicy
from training.home.first_filing import FirstFiling, NoticeState
from training.run.hazards import WrongFiling
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
    sections = {
        "The four steps": [_step_row(step, summary, time_zone) for step in summary.steps],
        "After the four steps": _filing_rows(summary.filing),
        "Filed under your name by someone else": [
            _wrong_filing_row(one, time_zone) for one in summary.filed_by_others
        ],
        "Wrong turns": [_turn_row(turn, time_zone) for turn in summary.wrong_turns]
        or [["Wrong turns", "None"]],
        "Help and time": [
            *_hint_rows(summary),
            *_return_rows(summary, time_zone),
            *_time_rows(summary, time_zone, wall_at),
            *_rule_rows(rules),
        ],
    }
    return {heading: rows for heading, rows in sections.items() if rows}


def _step_row(dated: DatedStep, summary: Summary, zone: str) -> list[str]:
    step = dated.step
    text = step.status.text
    if dated.at and summary.first_at and dated.at < summary.first_at:
        text = f"Completed before this rehearsal, on {date_text(dated.at, zone)}"
    elif dated.at:
        text = f"Completed {moment_text(dated.at, zone)}"
    return [f"Step {step.number}: {step.title}", text]


def _filing_rows(filing: FirstFiling | None) -> Rows:
    """The first filing and what followed. Facts, not a fifth step; none before the person can file."""
    if filing is None:
        return []
    if filing.notice is None:
        return [["First filing", "Not yet"]]
    what = f"document {filing.number}, {filing.short_text}" if filing.number else filing.short_text
    notice = filing.notice
    return [
        ["First filing", f"{what}, in {filing.case_number}"],
        ["Notice of Electronic Filing", "Read" if notice.is_read else "Not read yet"],
        ["Free look", _look_text(notice)],
        ["Fee after the free look", "Charged" if notice.has_paid else "None yet"],
    ]


def _look_text(notice: NoticeState) -> str:
    if notice.is_scanner_look:
        return "Used by a mail scanner"
    return "Used" if notice.is_look_used else "Not used yet"


def _wrong_filing_row(filing: WrongFiling, zone: str) -> list[str]:
    """What another person filed with a wrong link, and whether the docket is right again."""
    ended = (
        "The court corrected the docket text."
        if filing.is_corrected
        else "The docket shows it as your filing."
    )
    return [filing.entry, f"By {filing.name}, {moment_text(filing.at, zone)}. {ended}"]


def _turn_row(turn: WrongTurn, zone: str) -> list[str]:
    times = f" ({turn.times} times)" if turn.times > 1 else ""
    reason = f" {turn.detail}." if turn.detail else ""
    what = f"{turn.what}{reason}{times}"
    return [what, f"{moment_text(turn.court_at, zone)}. {turn.recovery.value}."]


def _hint_rows(summary: Summary) -> Rows:
    rows = [[f"Hints used, {step[:1].lower()}{step[1:]}", used] for step, used in summary.hints]
    return rows or [["Hints used", "None"]]


def _return_rows(summary: Summary, zone: str) -> Rows:
    rows = [
        [f"{entry.who} went back {entry.detail}", moment_text(entry.court_at, zone)]
        for entry in summary.returns
    ]
    return rows or [["Times you went back", "0"]]


def _time_rows(summary: Summary, zone: str, wall_at: datetime) -> Iterator[list[str]]:
    if taken := summary.time_taken(wall_at):
        yield ["Real time", duration_text(taken)]
    if summary.began:
        yield ["Court time, start", moment_text(summary.began.court_at, zone)]
    if summary.completed_at:
        yield ["Court time, last step", moment_text(summary.completed_at, zone)]


def _rule_rows(rules: Rules) -> Rows:
    undo = "on" if rules.keeps_bookmarks else "off"
    return [
        ["PACER rules", str(Era(rules.era).label)],
        ["Linking", str(LinkPolicy(rules.link_policy).label)],
        ["Undo", undo],
    ]
