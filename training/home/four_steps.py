"""My four steps, computed from the state of the rehearsal, never from clicks.

The steps are the agenda of the court's training (seed): REGISTER, UPGRADE, KNOW, LINK.
"""

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from linking.link.rules import SPECIAL_CHARACTERS
from pacer_accounts.choices import HolderKind
from training.home import newcomers
from training.home.situation import Action, Situation, Status, Step

REGISTER = "REGISTER for your own individual PACER account"
UPGRADE = "UPGRADE current PACER account"
KNOW = "KNOW your current CM/ECF login and password"
LINK = "LINK PACER account to CM/ECF account"


def four_steps(situation: Situation) -> tuple[Step, Step, Step, Step]:
    """Register, upgrade, know, link: the status of each for this person."""
    return _register(situation), _upgrade(situation), _know(situation), _link(situation)


def _register(situation: Situation) -> Step:
    account = situation.pacer_account
    if account and situation.has_lost_username:
        reason = (
            f"Account {account.account_number} is yours, but you forgot its username or password."
            " PACER can e-mail you your username and a link to reset the password. It asks for"
            " your recovery details."
        )
        return Step(1, REGISTER, Status.PROBLEM, reason, Action.RECOVER)
    if account:
        reason = f"Account {account.account_number}, username {account.username}."
        return Step(1, REGISTER, Status.COMPLETED, reason)
    if situation.manages_billing:
        return _register_billing(situation)
    reason = "You have no PACER account yet."
    if situation.shared_accounts:
        username = situation.shared_accounts[0].username
        reason = f"Your office shares {username}. Shared PACER accounts will not work with NextGen."
    return Step(1, REGISTER, Status.NOT_STARTED, reason, Action.REGISTER)


def _register_billing(situation: Situation) -> Step:
    """Step 1 for a person who only pays for an office.

    A PACER Administrative Account (PAA) can neither search nor file (PACER, Firm Billing).
    """
    accounts = situation.shared_accounts
    paa = next((account for account in accounts if account.holder_kind == HolderKind.PAA), None)
    if paa is None:
        reason = (
            "You only keep the books, so you don't need an account that can file. Open a billing"
            " account for your office (Firm Billing). Each attorney registers their own account."
        )
        return Step(1, REGISTER, Status.NOT_STARTED, reason, Action.OPEN_BILLING)
    reason = (
        f"Billing account {paa.account_number} pays for your office. Add the attorneys' accounts"
        " under PAA Maintenance. Each attorney must accept. You have nothing else to do."
    )
    return Step(1, REGISTER, Status.COMPLETED, reason, Action.ADD_ACCOUNTS)


def _upgrade(situation: Situation) -> Step:
    account = situation.pacer_account
    if account is None:
        if situation.manages_billing:
            reason = "Billing accounts can't file, so they don't need an upgrade."
            return Step(2, UPGRADE, Status.NOT_NEEDED, reason)
        reason = "Get your own account first. A new account doesn't need an upgrade."
        return Step(2, UPGRADE, Status.CANNOT_START, reason)
    if account.is_legacy:
        reason = f"Account {account.account_number} is a Legacy PACER Account. Upgrade it before you link."
        return Step(2, UPGRADE, Status.NOT_STARTED, reason, Action.UPGRADE)
    if account.upgraded_at:
        reason = f"Upgraded on {situation.day(account.upgraded_at)}."
    else:
        opened_on = situation.day(account.opened_at)
        reason = f"Opened on {opened_on}, as an upgraded account. No upgrade is needed."
    return Step(2, UPGRADE, Status.COMPLETED, reason)


def _know(situation: Situation) -> Step:
    if newcomers.is_registered(situation):
        return newcomers.registered_know(situation, KNOW)
    if newcomers.is_new(situation):
        return newcomers.new_know(situation, KNOW)
    account = situation.cmecf_account
    if account is None:
        reason = "You have no CM/ECF account in this court. Never use or link a colleague's login."
        return Step(3, KNOW, Status.NOT_NEEDED, reason)
    if situation.is_mine(account):
        reason = f"You entered {account.login} and its password when you linked."
        return Step(3, KNOW, Status.COMPLETED, reason)
    if account.is_linked:
        reason = f"{account.login} can't be used while it is linked. See step 4."
        return Step(3, KNOW, Status.CANNOT_START, reason)
    if situation.needs_new_password(account):
        return _reset(situation, account)
    return _try_login(situation, account)


def _reset(situation: Situation, account: CmecfAccount) -> Step:
    """Step 3 without a working password: only a reset e-mail to the address on file can help."""
    if situation.phase is CourtPhase.OUTAGE:
        reason = f"You need a new password. The reset page reopens on {situation.opening}."
        return Step(3, KNOW, Status.PROBLEM, reason, Action.CALL_COURT)
    if account.pk in situation.unreachable_emails:
        reason = (
            f"You forgot your password, and you can't receive e-mail at {account.email}. Only the"
            " court can correct that address."
        )
        return Step(3, KNOW, Status.PROBLEM, reason, Action.CALL_COURT)
    if account.pk in situation.reset_emails:
        reason = "The link to set a new password is in your mailbox."
        return Step(3, KNOW, Status.IN_PROGRESS, reason, Action.READ_MAIL)
    reason = "You forgot your password. The court can e-mail you a link to set a new one."
    if account.must_reset_password:
        reason = (
            "The court undid a link, so you must set a new password first. The court e-mails you the"
            " link for that."
        )
    return Step(3, KNOW, Status.PROBLEM, reason, Action.RESET)


def _try_login(situation: Situation, account: CmecfAccount) -> Step:
    """Step 3 for a person who should know the password; only using it shows that it works."""
    if account.pk in situation.new_passwords:
        reason = f"You set a new password for {account.login}."
        return Step(3, KNOW, Status.COMPLETED, reason)
    if account.last_signed_in_at:
        last_day = situation.day(account.last_signed_in_at)
        reason = f"You logged in as {account.login} on {last_day}. E-mail on file: {account.email}."
        return Step(3, KNOW, Status.COMPLETED, reason)
    if situation.phase is CourtPhase.LEGACY:
        reason = "Log in once and make sure that your e-mail address on file is correct."
        return Step(3, KNOW, Status.NOT_STARTED, reason, Action.LOG_IN)
    if situation.phase is CourtPhase.OUTAGE:
        reason = (
            f"CM/ECF is closed until {situation.opening}. Then the link page asks for your login and"
            " password."
        )
        return Step(3, KNOW, Status.CANNOT_START, reason, is_timed=True)
    reason = (
        "The old login page is gone. You'll find out on the link page whether your login and password"
        " work."
    )
    return Step(3, KNOW, Status.NOT_STARTED, reason, Action.RESET)


def _link(situation: Situation) -> Step:
    if situation.colleagues_logins:
        return _linked_to_colleague(situation.colleagues_logins[0])
    if newcomers.is_registered(situation):
        return newcomers.registered_link(situation, LINK)
    if newcomers.is_new(situation):
        return newcomers.new_link(situation, LINK)
    account = situation.cmecf_account
    if account is None:
        return Step(4, LINK, Status.NOT_NEEDED, "You have nothing to link in this court.")
    return _linked(situation, account) if account.is_linked else _unlinked(situation, account)


def _unlinked(situation: Situation, account: CmecfAccount) -> Step:
    """Step 4 for a login that isn't linked yet: what prevents the link, or the link itself."""
    if problem := _court_problem(situation, account):
        return Step(4, LINK, Status.PROBLEM, problem, Action.CALL_COURT)
    if situation.phase is not CourtPhase.NEXTGEN:
        reason = f"Linking opens on {situation.opening}.{_link_elsewhere(situation)}"
        return Step(4, LINK, Status.CANNOT_START, reason, is_timed=True)
    if prerequisite := _prerequisite(situation, account):
        return Step(4, LINK, Status.CANNOT_START, prerequisite)
    reason = (
        f"Your CM/ECF login {account.login} isn't linked to your PACER account yet."
        f"{_link_elsewhere(situation)}"
    )
    return Step(4, LINK, Status.NOT_STARTED, reason, Action.LINK)


def _linked_to_colleague(account: CmecfAccount) -> Step:
    """The person linked a colleague's login, and now files under the colleague's name."""
    reason = (
        f"Your PACER account is linked to {account.login}, the login of {account.full_name}. Only the"
        " court can undo that."
    )
    return Step(4, LINK, Status.PROBLEM, reason, Action.CALL_COURT, wrong_link=account)


def _linked(situation: Situation, account: CmecfAccount) -> Step:
    if not situation.is_mine(account):
        is_shared = account.pacer_account_id in {pacer.pk for pacer in situation.shared_accounts}
        whose = "that you share with others" if is_shared else "of someone else"
        reason = (
            f"{account.login} is linked to a PACER account {whose}. Only the court can undo that."
        )
        return Step(4, LINK, Status.PROBLEM, reason, Action.CALL_COURT, wrong_link=account)
    reason = f"Linked on {situation.day(account.linked_at)}."
    unlinked_courts = _unlinked_courts(situation)
    if not unlinked_courts:
        return Step(4, LINK, Status.COMPLETED, reason)
    names = ", ".join(court.name for court in unlinked_courts)
    reason = f"{reason} Still to link: {names}."
    return Step(4, LINK, Status.IN_PROGRESS, reason, Action.LINK, at_court=unlinked_courts[0])


def _court_problem(situation: Situation, account: CmecfAccount) -> str:
    """Why `account` can't be linked until the court acts, or ""."""
    if not account.is_active:
        return f"The court has closed {account.login}. Only the court can reopen it."
    if situation.refuses_special and SPECIAL_CHARACTERS & set(account.login):
        return (
            f"{account.login} has a special character, so it can't be linked. The court can change the"
            " login."
        )
    return ""


def _prerequisite(situation: Situation, account: CmecfAccount) -> str:
    """The step that has to come before the link, or ""."""
    if situation.pacer_account is None:
        return "First register for your own account (step 1)."
    if situation.pacer_account.is_legacy:
        return "First upgrade your PACER account (step 2)."
    if situation.needs_new_password(account):
        return "First get a new CM/ECF password (step 3)."
    return ""


def _unlinked_courts(situation: Situation) -> list[Court]:
    """Other NextGen courts where the person has CM/ECF accounts, none of them linked."""
    others = situation.other_logins
    linked = {account.court_id for account in others if situation.is_mine(account)}
    unlinked = {
        account.court_id: account.court
        for account in others
        if account.court_id not in linked
        and account.court.phase(situation.at) is CourtPhase.NEXTGEN
    }
    return list(unlinked.values())


def _link_elsewhere(situation: Situation) -> str:
    """A reminder that each court needs its own link, for a person who has linked elsewhere."""
    others = situation.other_logins
    linked = [account.court.name for account in others if situation.is_mine(account)]
    return f" Your link in another court ({linked[0]}) doesn't count here." if linked else ""


def next_action(steps: tuple[Step, Step, Step, Step]) -> tuple[Action, Step | None]:
    """The next thing to do, and its step.

    A problem comes first. Linking comes before step 3, since the link form tests the login.
    """
    link = steps[3]
    for step in steps:
        if step.status is Status.PROBLEM and step.action:
            return step.action, step
    if link.status is Status.NOT_STARTED and link.action:
        return link.action, link
    for step in steps:
        if step.action and step.status in (Status.NOT_STARTED, Status.IN_PROGRESS):
            return step.action, step
    if link.is_timed:
        return Action.MOVE_CLOCK, link
    return (Action.FILE, link) if link.status is Status.COMPLETED else (Action.NOTHING, None)
