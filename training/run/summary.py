"""The summary of a run: what one person did from the first choice to the fourth step. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from training.home.first_filing import FirstFiling
from training.home.situation import Status, Step
from training.run.hazards import Run, WrongFiling, hazards
from training.run.hints import Hint, hints_by_step
from training.run.log import CHOSEN, WENT_BACK, Entry
from training.run.wrong_turns import WrongTurn, failed_acts

# The acts that can complete a step; the last one ends the run.
COMPLETING = frozenset(
    {
        "pacer.register",
        "pacer.upgrade",
        "cso.password_recovered",
        "cmecf.sign_in",
        "cmecf.password_reset",
        "link.made",
    }
)
BY_COURT = frozenset({"efile.approved", "link.merged"})


@dataclass(frozen=True)
class DatedStep:
    """One of the four steps. `at`: the court time (UTC) at which it was completed, or None."""

    step: Step
    at: datetime | None

    @property
    def is_completed(self) -> bool:
        return self.step.status is Status.COMPLETED


@dataclass(frozen=True)
class Summary:
    """`began`: the first choice of the person, or None. `ended`: the act that completed the steps.

    first_at: the earliest court time (UTC) of the run. returns: each return to a bookmark.
    hints: ("Step 2", "Click by click"). filing: the first filing after the link, if the person can file.
    filed_by_others: what others filed under the person's name.
    """

    steps: tuple[DatedStep, ...]
    wrong_turns: tuple[WrongTurn, ...]
    hints: tuple[tuple[str, str], ...]
    returns: tuple[Entry, ...]
    began: Entry | None
    ended: Entry | None
    first_at: datetime | None = None
    filing: FirstFiling | None = None
    filed_by_others: tuple[WrongFiling, ...] = ()

    @property
    def is_complete(self) -> bool:
        return all(step.is_completed for step in self.steps)

    @property
    def is_idle(self) -> bool:
        """Whether the person needs no further step, though not all four are completed."""
        done = {Status.COMPLETED, Status.NOT_NEEDED}
        return not self.is_complete and all(one.step.status in done for one in self.steps)

    @property
    def completed_at(self) -> datetime | None:
        """The court time (UTC) of the last step, if all are completed."""
        times = [step.at for step in self.steps if step.at]
        return max(times, default=None) if self.is_complete else None

    def time_taken(self, wall_at: datetime) -> timedelta | None:
        """Real time from the first choice to the last step, or up to the wall time `wall_at`."""
        if self.began is None:
            return None
        end = self.ended.wall_at if self.is_complete and self.ended else wall_at
        return max(end - self.began.wall_at, timedelta(0))


def summarize(
    run: Run,
    *,
    steps: Sequence[Step],
    times: Sequence[datetime | None],
    hints: Sequence[Hint],
    label_of: dict[str, str],
    filing: FirstFiling | None = None,
    filed_by_others: Sequence[WrongFiling] = (),
) -> Summary:
    """`steps` and `times`: the four steps and when each was completed. `label_of`: of the log."""
    chosen = (e for e in run.entries if e.what == CHOSEN and e.who == run.person.name)
    dated = [
        DatedStep(step, at if step.status is Status.COMPLETED else None)
        for step, at in zip(steps, times, strict=True)
    ]
    turns = [*hazards(run), *failed_acts(run.acts, label_of)]
    return Summary(
        steps=tuple(dated),
        wrong_turns=tuple(sorted(turns, key=lambda turn: turn.court_at)),
        hints=tuple(hints_by_step(hints)),
        returns=tuple(entry for entry in run.entries if entry.what == WENT_BACK),
        began=next(chosen, None),
        ended=_last_completing(run),
        first_at=min((entry.court_at for entry in run.entries), default=None),
        filing=filing,
        filed_by_others=tuple(filed_by_others),
    )


def _last_completing(run: Run) -> Entry | None:
    own = run.person.own
    acts = set(run.acts)
    ending = [
        e
        for e in run.entries
        if e.is_done
        and (
            (e.what in COMPLETING and e in acts)
            or (e.what in BY_COURT and any(name in e.detail for name in own))
        )
    ]
    return ending[-1] if ending else None


def duration_text(taken: timedelta) -> str:
    """ "1 hour 5 minutes"; seconds are left out from one minute on."""
    minutes = int(taken.total_seconds()) // 60
    if minutes < 1:
        return "less than a minute"
    hours, rest = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = ((days, "day"), (hours, "hour"), (rest, "minute"))
    return " ".join(f"{n} {unit}{'s' * (n != 1)}" for n, unit in parts if n)
