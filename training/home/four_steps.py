"""My four steps, read from the state of the world and never from clicks: pure functions of a Standing.

The steps are the seed's own agenda: REGISTER, UPGRADE, KNOW, LINK.
"""

from types import ModuleType

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from linking.link.rules import SPECIAL_CHARACTERS
from training.home import bookkeeper, efile_registrant, newcomer
from training.home.situation import Action, Standing, Status, Step


def four_steps(standing: Standing) -> tuple[Step, Step, Step, Step]:
    """Register, upgrade, know, link: how each stands for this person."""
    return _register(standing), _upgrade(standing), _know(standing), _link(standing)


REGISTER = "REGISTER for your own individual PACER account"
UPGRADE = "UPGRADE current PACER account"
KNOW = "KNOW your current CM/ECF login and password"
LINK = "LINK PACER account to CM/ECF account"


def _register(standing: Standing) -> Step:
    if standing.has_lost_username:
        number = standing.main.account_number
        reason = (
            f"Account {number} is yours, but you have forgotten its username or password. PACER mails"
            " both back to whoever knows what you know by heart: see below."
        )
        return Step(1, REGISTER, Status.PROBLEM, reason, Action.RECOVER)
    if standing.main:
        has = f"Account {standing.main.account_number}, username {standing.main.username}."
        return Step(1, REGISTER, Status.COMPLETED, has)
    if standing.keeps_books:
        return bookkeeper.register(standing, REGISTER)
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
        if standing.keeps_books:
            reason = "A billing account is not upgraded: it never files."
        return Step(2, UPGRADE, Status.CANNOT_START, reason)
    if account.is_legacy:
        reason = f"Account {account.account_number} is a Legacy PACER Account."
        return Step(2, UPGRADE, Status.NOT_STARTED, reason, Action.UPGRADE)
    if account.upgraded_at:
        reason = f"Upgraded on {standing.day(account.upgraded_at)}."
    else:
        reason = f"Opened on {standing.day(account.opened_at)}: upgraded from the start."
    return Step(2, UPGRADE, Status.COMPLETED, reason)


def _without_old_login(standing: Standing) -> ModuleType | None:
    """The module that speaks to those who file without a login from before, or want to."""
    if efile_registrant.is_registered(standing):
        return efile_registrant
    return newcomer if newcomer.is_new(standing) else None


def _know(standing: Standing) -> Step:
    if way := _without_old_login(standing):
        return way.know(standing, KNOW)
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
    if way := _without_old_login(standing):
        return way.link(standing, LINK)
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
        return link.action, link
    for step in steps:
        if step.action and step.status in (Status.NOT_STARTED, Status.IN_PROGRESS):
            return step.action, step
    if link.is_timed:
        return Action.MOVE_CLOCK, link
    return (Action.FILE, link) if link.status is Status.COMPLETED else (Action.NOTHING, None)
