"""Steps 3 and 4 of somebody whom the court let in by an e-file registration instead of a link."""

from cmecf.models import CameBy
from training.home.situation import Action, Standing, Status, Step


def is_registered(standing: Standing) -> bool:
    """Whether she files in this court under a record that an approval made."""
    account = standing.login
    return (
        account is not None and account.came_by == CameBy.REGISTRATION and standing.is_mine(account)
    )


def know(standing: Standing, title: str) -> Step:
    """There is no old login to know: PACER's username is the only one."""
    reason = "You file with your PACER username: your registration made no CM/ECF login."
    return Step(3, title, Status.COMPLETED, reason)


def link(standing: Standing, title: str) -> Step:
    """Done, unless an older login of hers was left behind: then the court has two records of her."""
    left = [account for account in standing.here if not account.is_linked and account.is_active]
    since = (
        f"The court approved your e-file registration on {standing.day(standing.login.linked_at)}"
    )
    if not left:
        reason = f"{since}: you may file, and there is nothing to link."
        return Step(4, title, Status.COMPLETED, reason)
    reason = (
        f"{since}, although you already had {left[0].login}. The court has two records of you, and"
        " the new one has no past. Only the court can repair that."
    )
    return Step(4, title, Status.PROBLEM, reason, Action.CALL_COURT)
