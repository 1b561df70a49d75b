"""One person's situation at one court, and the types that describe the four steps."""

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
    NOT_NEEDED = "not_needed"
    PROBLEM = "problem"

    @property
    def text(self) -> str:
        return {
            "completed": "Completed",
            "in_progress": "In progress",
            "not_started": "Not yet started",
            "cannot_start": "Cannot start yet",
            "not_needed": "Not needed",
            "problem": "There is a problem",
        }[self.value]


class Action(StrEnum):
    """What a person can do next. training.home.views knows the page for each."""

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
    """One of the four steps, with its status and the reason for it."""

    number: int
    title: str
    status: Status
    reason: str
    action: Action | None = None
    at_court: Court | None = None  # where to act, if not at the home court
    is_timed: bool = False  # the person only has to wait for the court clock
    wrong_link: CmecfAccount | None = None  # the account whose link is the problem


@dataclass(frozen=True)
class Situation:
    """One person at one court at the court time `at`.

    own_accounts: the person's individual PACER accounts, the one to link first.
    shared_accounts: PACER accounts of the person's office, and billing accounts.
    logins: the person's CM/ECF accounts in this court.
    other_logins: the person's CM/ECF accounts in other courts, with `court` loaded.
    colleagues_logins: other people's CM/ECF accounts in this court that are linked to a PACER
        account of this person.
    forgotten_passwords, reset_emails, unreachable_emails, new_passwords: primary keys of the
        person's CM/ECF accounts whose password the person has forgotten, for which an unused reset
        link exists, whose e-mail on file doesn't reach the person, and whose password was changed in
        this rehearsal.
    has_lost_username: the person forgot the username of the first own account.
    refuses_special: the court doesn't link logins with special characters.
    is_newcomer: the person wants to e-file in this court for the first time.
    manages_billing: the person only pays for an office.
    request: the person's newest request to e-file in this court.
    """

    court: Court
    at: datetime
    own_accounts: tuple[PacerAccount, ...] = ()
    shared_accounts: tuple[PacerAccount, ...] = ()
    logins: tuple[CmecfAccount, ...] = ()
    other_logins: tuple[CmecfAccount, ...] = ()
    colleagues_logins: tuple[CmecfAccount, ...] = ()
    forgotten_passwords: frozenset[int] = frozenset()
    has_lost_username: bool = False
    reset_emails: frozenset[int] = frozenset()
    unreachable_emails: frozenset[int] = frozenset()
    new_passwords: frozenset[int] = frozenset()
    refuses_special: bool = False
    is_newcomer: bool = False
    manages_billing: bool = False
    request: EfileRegistration | None = None

    @property
    def phase(self) -> CourtPhase:
        return self.court.phase(self.at)

    @property
    def pacer_account(self) -> PacerAccount | None:
        """The PACER account that the person should link."""
        return self.own_accounts[0] if self.own_accounts else None

    @property
    def cmecf_account(self) -> CmecfAccount | None:
        """The person's CM/ECF account in this court; a linked one comes first."""
        return next(iter(sorted(self.logins, key=lambda account: not self.is_mine(account))), None)

    def is_mine(self, account: CmecfAccount) -> bool:
        """Whether `account` is linked to a PACER account that only this person uses."""
        return account.pacer_account_id in {pacer.pk for pacer in self.own_accounts}

    def needs_new_password(self, account: CmecfAccount) -> bool:
        return account.pk in self.forgotten_passwords or account.must_reset_password

    def day(self, at: datetime | None) -> str:
        """The date of `at` in the court's time zone, in words."""
        return date_text(at, self.court.time_zone) if at else ""

    @property
    def opening(self) -> str:
        """When linking opens, in words, in the court's time zone."""
        return moment_text(self.court.go_live_at, self.court.time_zone)

    @property
    def closing(self) -> str:
        """When CM/ECF closes for the move, in words, in the court's time zone."""
        return moment_text(self.court.outage_starts_at, self.court.time_zone)
