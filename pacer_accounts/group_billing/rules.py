"""Who may join a PAA, and what joining and leaving do. Source: the PACER FAQ on PAAs."""

from datetime import timedelta

from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.models import PaaMembership, PacerAccount
from rehearsals.security.login_attempts import LockoutRule

ATTEMPTS = "paa"
# A PAA learns whether a number and a name belong together, so its guesses are counted (our rule).
LOCKOUT = LockoutRule(free=9, lock=timedelta(minutes=15))


def why_not_join(account: PacerAccount) -> PaaRefusal | None:
    """Why `account` can't join any PAA.

    A legacy individual must upgrade first, as for anything under Settings (PACER FAQ). A shared
    account can join without an upgrade: courts advise keeping it for research and letting a PAA pay
    (nhd, nvd), and an upgrade would put one person's name on it.
    """
    if account.holder_kind == HolderKind.PAA:
        return PaaRefusal.IS_A_PAA
    if account.is_disabled:
        return PaaRefusal.MEMBER_DISABLED
    must_upgrade = account.is_legacy and account.holder_kind != HolderKind.SHARED
    return PaaRefusal.LEGACY if must_upgrade else None


def why_not_invite(
    account: PacerAccount, *, paa_id: int, payer_id: int | None, is_invited: bool
) -> PaaRefusal | None:
    """Why the PAA `paa_id` can't invite `account`. `payer_id`: the PAA that pays now, if any."""
    if reason := why_not_join(account):
        return reason
    if payer_id is not None:
        return PaaRefusal.ALREADY_YOURS if payer_id == paa_id else PaaRefusal.HAS_A_PAA
    return PaaRefusal.ALREADY_ASKED if is_invited else None


def why_not_accept(
    membership: PaaMembership, *, paa: PacerAccount, account: PacerAccount, has_payer: bool
) -> PaaRefusal | None:
    """Why `account` can't accept the invitation `membership` of `paa` now."""
    if not is_waiting(membership):
        return PaaRefusal.NOT_WAITING
    if paa.is_disabled:
        return PaaRefusal.PAA_DISABLED
    return why_not_join(account) or (PaaRefusal.HAS_A_PAA if has_payer else None)


def is_waiting(membership: PaaMembership) -> bool:
    return membership.accepted_at is None and membership.ended_at is None


def status_after_joining(status: str, *, was_suspended: bool) -> str:
    """ "Suspended until PSC or new PAA" (PACER FAQ). Restores only what leaving a PAA suspended."""
    is_suspended = status == CaseSearchStatus.INACTIVE and was_suspended
    return CaseSearchStatus.ACTIVE if is_suspended else status


def status_after_leaving(status: str) -> str:
    """Case search is suspended; Not Activated stays Not Activated (PACER FAQ)."""
    return CaseSearchStatus.INACTIVE if status == CaseSearchStatus.ACTIVE else status
