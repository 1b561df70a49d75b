"""My four steps, read from the state of the world and never from clicks: pure functions of a Standing.

The steps are the seed's own agenda: REGISTER, UPGRADE, KNOW, LINK.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cmecf.models import CmecfAccount, Court
from cmecf.phases import CourtPhase
from linking.rules import SPECIAL_CHARACTERS
from pacer_accounts.models import PacerAccount
from rehearsals.court_time import date_text, moment_text


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
    UPGRADE = "upgrade"
    LOG_IN = "log_in"
    RESET = "reset"
    READ_MAIL = "read_mail"
    CALL_COURT = "call_court"
    LINK = "link"
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
    CM/ECF accounts in this court that are linked to a PACER account of hers.
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


def four_steps(standing: Standing) -> tuple[Step, Step, Step, Step]:
    """Register, upgrade, know, link: how each stands for this person."""
    return _register(standing), _upgrade(standing), _know(standing), _link(standing)


REGISTER = "REGISTER for your own individual PACER account"
UPGRADE = "UPGRADE current PACER account"
KNOW = "KNOW your current CM/ECF login and password"
LINK = "LINK PACER account to CM/ECF account"


def _register(standing: Standing) -> Step:
    if standing.main:
        name = f"username {standing.main.username}"
        if standing.has_lost_username:
            name = "whose username you have forgotten"
        has = f"Account {standing.main.account_number}, {name}."
        return Step(1, REGISTER, Status.COMPLETED, has)
    reason = "You have no PACER account yet."
    if standing.shared:
        name = standing.shared[0].username
        reason = (
            f"{name} is shared by your office. Shared PACER accounts will not work with NextGen."
        )
    return Step(1, REGISTER, Status.NOT_STARTED, reason, Action.REGISTER)


def _upgrade(standing: Standing) -> Step:
    account = standing.main
    if account is None:
        reason = "First comes your own account. One opened today is upgraded from the start."
        return Step(2, UPGRADE, Status.CANNOT_START, reason)
    if account.is_legacy:
        reason = f"Account {account.account_number} is a Legacy PACER Account."
        return Step(2, UPGRADE, Status.NOT_STARTED, reason, Action.UPGRADE)
    if account.upgraded_at:
        reason = f"Upgraded on {standing.day(account.upgraded_at)}."
    else:
        reason = f"Opened on {standing.day(account.opened_at)}: upgraded from the start."
    return Step(2, UPGRADE, Status.COMPLETED, reason)


def _know(standing: Standing) -> Step:
    account = standing.login
    if account is None:
        reason = (
            "You have no CM/ECF account in this court. Nobody else's login is yours to use or link."
        )
        return Step(3, KNOW, Status.CANNOT_START, reason)
    if standing.is_mine(account):
        reason = f"You entered {account.login} and its password when you linked."
        return Step(3, KNOW, Status.COMPLETED, reason)
    if account.is_linked:
        reason = f"{account.login} does not work by itself while it is linked: see step 4."
        return Step(3, KNOW, Status.CANNOT_START, reason)
    if account.pk in standing.forgotten or account.must_reset_password:
        return _recover(standing, account)
    return _tried(standing, account)


def _recover(standing: Standing, account: CmecfAccount) -> Step:
    """She does not know the password: only a mail to the e-mail on file can help."""
    if standing.phase is CourtPhase.OUTAGE:
        reason = f"You need a new password. The reset page opens again on {standing.opening}."
        return Step(3, KNOW, Status.PROBLEM, reason, Action.CALL_COURT)
    if account.pk in standing.dead:
        reason = (
            "You have forgotten your password, and the court's mail does not reach you at"
            f" {account.email}. Only the court can correct that address."
        )
        return Step(3, KNOW, Status.PROBLEM, reason, Action.CALL_COURT)
    if account.pk in standing.mailed:
        reason = "A link to choose a new password is in your mailbox."
        return Step(3, KNOW, Status.IN_PROGRESS, reason, Action.READ_MAIL)
    reason = "You have forgotten your password. The court mails a link to choose a new one."
    if account.must_reset_password:
        reason = "The court undid a link. Choose a new password first: it mails you a link."
    return Step(3, KNOW, Status.PROBLEM, reason, Action.RESET)


def _tried(standing: Standing, account: CmecfAccount) -> Step:
    """She should know it; whether it works is known once she has used it."""
    if account.pk in standing.renewed:
        reason = f"You chose a new password for {account.login}."
        return Step(3, KNOW, Status.COMPLETED, reason)
    if account.last_signed_in_at:
        on = standing.day(account.last_signed_in_at)
        reason = f"You logged in as {account.login} on {on}. E-mail on file: {account.email}."
        return Step(3, KNOW, Status.COMPLETED, reason)
    if standing.phase is CourtPhase.LEGACY:
        reason = "Log in once, and see that the e-mail address on file is right."
        return Step(3, KNOW, Status.NOT_STARTED, reason, Action.LOG_IN)
    if standing.phase is CourtPhase.OUTAGE:
        reason = f"CM/ECF is closed until {standing.opening}. Then the link page asks for both."
        return Step(3, KNOW, Status.CANNOT_START, reason, is_timed=True)
    reason = "The old login page is gone: the link page will show whether you know them."
    return Step(3, KNOW, Status.NOT_STARTED, reason, Action.RESET)


def _link(standing: Standing) -> Step:
    if standing.borrowed:
        return _borrowed(standing.borrowed[0])
    account = standing.login
    if account is None:
        return Step(4, LINK, Status.CANNOT_START, "You have nothing to link in this court.")
    if account.is_linked:
        return _linked(standing, account)
    if problem := _why_never(standing, account):
        return Step(4, LINK, Status.PROBLEM, problem, Action.CALL_COURT)
    if standing.phase is not CourtPhase.NEXTGEN:
        reason = f"Opens on {standing.opening}.{_only_elsewhere(standing)}"
        return Step(4, LINK, Status.CANNOT_START, reason, is_timed=True)
    if missing := _what_comes_first(standing, account):
        return Step(4, LINK, Status.CANNOT_START, missing)
    reason = f"Open Utilities in CM/ECF and link {account.login}.{_only_elsewhere(standing)}"
    return Step(4, LINK, Status.NOT_STARTED, reason, Action.LINK)


def _borrowed(account: CmecfAccount) -> Step:
    """She linked with a colleague's login, and her PACER account now files in that name."""
    whose = f"{account.login}, the login of {account.full_name}"
    reason = f"Your PACER account is linked to {whose}. The court can undo that."
    return Step(4, LINK, Status.PROBLEM, reason, Action.CALL_COURT)


def _linked(standing: Standing, account: CmecfAccount) -> Step:
    if not standing.is_mine(account):
        reason = (
            f"{account.login} is linked to a PACER account that is not yours alone."
            " The court can undo that."
        )
        return Step(4, LINK, Status.PROBLEM, reason, Action.CALL_COURT)
    reason = f"Linked on {standing.day(account.linked_at)}."
    waiting = _courts_without_link(standing)
    if not waiting:
        return Step(4, LINK, Status.COMPLETED, reason)
    names = ", ".join(court.name for court in waiting)
    reason = f"{reason} Still to link: {names}."
    return Step(4, LINK, Status.IN_PROGRESS, reason, Action.LINK, at_court=waiting[0])


def _why_never(standing: Standing, account: CmecfAccount) -> str:
    if not account.is_active:
        return f"The court has closed {account.login}. Only the court can open it again."
    if standing.refuses_special and SPECIAL_CHARACTERS & set(account.login):
        return f"{account.login} has a special character and cannot be linked. The court can change it."
    return ""


def _what_comes_first(standing: Standing, account: CmecfAccount) -> str:
    if standing.main is None:
        return "First register for your own account (step 1)."
    if standing.main.is_legacy:
        return "First upgrade your PACER account (step 2)."
    unknown = account.pk in standing.forgotten or account.must_reset_password
    return "First get a new CM/ECF password (step 3)." if unknown else ""


def _courts_without_link(standing: Standing) -> list[Court]:
    """Other NextGen courts in which she has CM/ECF accounts and none of them is linked."""
    done = {account.court_id for account in standing.elsewhere if standing.is_mine(account)}
    waiting = {
        account.court_id: account.court
        for account in standing.elsewhere
        if account.court_id not in done and account.court.phase(standing.at) is CourtPhase.NEXTGEN
    }
    return list(waiting.values())


def _only_elsewhere(standing: Standing) -> str:
    """ "I already did this": a link counts in its own court only."""
    linked = [account.court.name for account in standing.elsewhere if standing.is_mine(account)]
    return f" Your link in the {linked[0]} does not count here." if linked else ""


def next_action(steps: tuple[Step, Step, Step, Step]) -> tuple[Action, Step | None]:
    """The one thing to do now, and the step it belongs to.

    A problem comes first. Linking tries the login by itself, so it comes before step 3 then.
    """
    link = steps[3]
    for step in steps:
        if step.status is Status.PROBLEM:
            return step.action, step
    if link.status is Status.NOT_STARTED:
        return Action.LINK, link
    for step in steps:
        if step.action and step.status in (Status.NOT_STARTED, Status.IN_PROGRESS):
            return step.action, step
    if link.is_timed:
        return Action.MOVE_CLOCK, link
    return (Action.FILE, link) if link.status is Status.COMPLETED else (Action.NOTHING, None)
