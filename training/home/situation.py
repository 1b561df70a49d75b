"""One person at one court, and what a step of hers can be: the words that readiness speaks in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from efile.models import EfileRegistration
from pacer_accounts.models import PacerAccount
from rehearsals.clock.court_time import date_text, moment_text


class Status(StrEnum):
    COMPLETED = "completed"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    CANNOT_START = "cannot_start"
    PROBLEM = "problem"

    @property
    def text(self) -> str:
        return {
            "completed": "Completed",
            "in_progress": "In progress",
            "not_started": "Not yet started",
            "cannot_start": "Cannot start yet",
            "problem": "There is a problem",
        }[self.value]


class Action(StrEnum):
    """What a person can do next; the page knows the address."""

    REGISTER = "register"
    OPEN_BILLING = "open_billing"
    ADD_ACCOUNTS = "add_accounts"
    RECOVER = "recover"
    UPGRADE = "upgrade"
    LOG_IN = "log_in"
    RESET = "reset"
    READ_MAIL = "read_mail"
    CALL_COURT = "call_court"
    LINK = "link"
    ASK = "ask"
    SEE_REQUEST = "see_request"
    MOVE_CLOCK = "move_clock"
    FILE = "file"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Step:
    number: int
    title: str
    status: Status
    reason: str
    action: Action | None = None
    at_court: Court | None = None  # where to act, if not at the court whose move this is
    is_timed: bool = False  # only time stands in the way


@dataclass(frozen=True)
class Standing:
    """One person at one court at the court time `at`.

    `own`: her individual PACER accounts, the one she would link first; `shared`: those of her office.
    `here` and `elsewhere`: her CM/ECF accounts in this court and in others, with their courts.
    `forgotten`, `mailed`: ids of CM/ECF accounts whose password she does not know; with a reset link
    under way. `dead`: ids of those whose e-mail on file does not reach her. `borrowed`: other people's
    CM/ECF accounts in this court that are linked to a PACER account of hers. `is_newcomer`: she wants to
    e-file here for the first time. `keeps_books`: she only pays for her office. `request`: her newest
    request for the right to e-file in this court.
    """

    court: Court
    at: datetime
    own: tuple[PacerAccount, ...] = ()
    shared: tuple[PacerAccount, ...] = ()
    here: tuple[CmecfAccount, ...] = ()
    elsewhere: tuple[CmecfAccount, ...] = ()
    borrowed: tuple[CmecfAccount, ...] = ()
    forgotten: frozenset[int] = frozenset()
    has_lost_username: bool = False
    mailed: frozenset[int] = frozenset()
    dead: frozenset[int] = frozenset()
    renewed: frozenset[int] = frozenset()
    refuses_special: bool = False
    is_newcomer: bool = False
    keeps_books: bool = False
    request: EfileRegistration | None = None

    @property
    def phase(self) -> CourtPhase:
        return self.court.phase(self.at)

    @property
    def main(self) -> PacerAccount | None:
        return self.own[0] if self.own else None

    @property
    def login(self) -> CmecfAccount | None:
        """Her CM/ECF account in this court; of several, the one she linked."""
        return next(iter(sorted(self.here, key=lambda account: not self.is_mine(account))), None)

    def is_mine(self, account: CmecfAccount) -> bool:
        """Whether this CM/ECF account is linked to a PACER account that is hers alone."""
        return account.pacer_account_id in {pacer.pk for pacer in self.own}

    def day(self, at: datetime) -> str:
        return date_text(at, self.court.time_zone)

    @property
    def opening(self) -> str:
        return moment_text(self.court.go_live_at, self.court.time_zone)
