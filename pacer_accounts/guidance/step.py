"""One step of a plan, and what it says in each phase of the court's move."""

from dataclasses import dataclass
from enum import Enum

from pacer_accounts.guidance.phases import Phase
from rehearsals.help.refusals import Desk

HOME_COURT = "<the home court>"


class By(Enum):
    """Until when a step should be done."""

    ANY_TIME = "any time"
    CLOSING = "before CM/ECF closes"
    OPENING = "before NextGen opens"


@dataclass(frozen=True)
class Saying:
    """What a step says in one phase. `can_start`: whether it can be done then.

    `page`: a URL name, or the role of a page that a higher app declares (see `page_url`), with
    `args`. The argument HOME_COURT means the code of the home court.
    """

    title: str
    sentence: str
    page: str
    link: str
    args: tuple[str, ...] = ()
    can_start: bool = True


@dataclass(frozen=True)
class Step:
    """One thing to do. `closed`, `after`: what changes when CM/ECF closes, and when NextGen opens.

    A phase without words of its own says what the phase before it says.
    """

    before: Saying
    closed: Saying | None = None
    after: Saying | None = None
    by: By = By.ANY_TIME
    desk: Desk = Desk.PSC
    have_ready: str = ""

    def saying(self, phase: Phase) -> Saying:
        if phase is Phase.BEFORE:
            return self.before
        closed = self.closed or self.before
        return closed if phase is Phase.CLOSED else self.after or closed
