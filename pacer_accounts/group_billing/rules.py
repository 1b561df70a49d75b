"""Who may join a PAA, and what joining and leaving do. Pure; sources: PACER FAQ on PAAs."""

from datetime import timedelta

from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.models import PaaMembership, PacerAccount
from rehearsals.security.login_attempts import LockoutRule

DOOR = "paa"
# A PAA is told whether a number and a name belong together, so its guesses are counted (ours).
GUESSES = LockoutRule(free=9, lock=timedelta(minutes=15))


def why_not_join(account: PacerAccount) -> PaaRefusal | None:
    """Why `account` cannot have a PAA, whoever asks.

    A legacy individual upgrades first, as before anything under Settings (PACER FAQ). An account
    that an office shares may join as it is: courts advise to keep it for research and let the PAA
    pay (domain notes: nhd, nvd), and an upgrade would put one person's name on it.
    """
    if account.holder_kind == HolderKind.PAA:
        return PaaRefusal.IS_A_PAA
    if account.is_disabled:
        return PaaRefusal.MEMBER_DISABLED
    must_upgrade = account.is_legacy and account.holder_kind != HolderKind.SHARED
    return PaaRefusal.LEGACY if must_upgrade else None


def why_not_ask(
    account: PacerAccount, *, paa_id: int, payer_id: int | None, is_asked: bool
) -> PaaRefusal | None:
    """Why the PAA `paa_id` cannot ask `account`, which `payer_id` pays for now (None: itself)."""
    if reason := why_not_join(account):
        return reason
    if payer_id is not None:
        return PaaRefusal.ALREADY_YOURS if payer_id == paa_id else PaaRefusal.HAS_A_PAA
    return PaaRefusal.ALREADY_ASKED if is_asked else None


def why_not_accept(
    membership: PaaMembership, *, paa: PacerAccount, account: PacerAccount, has_payer: bool
) -> PaaRefusal | None:
    """Why the invitation `membership` of `paa` cannot be accepted by `account` now."""
    if not is_waiting(membership):
        return PaaRefusal.NOT_WAITING
    if paa.is_disabled:
        return PaaRefusal.PAA_DISABLED
    return why_not_join(account) or (PaaRefusal.HAS_A_PAA if has_payer else None)


def is_waiting(membership: PaaMembership) -> bool:
    return membership.accepted_at is None and membership.ended_at is None


def status_after_joining(status: str, *, was_suspended: bool) -> str:
    """ "Suspended until PSC or new PAA" (PACER FAQ): only what leaving a PAA suspended comes back."""
    is_suspended = status == CaseSearchStatus.INACTIVE and was_suspended
    return CaseSearchStatus.ACTIVE if is_suspended else status


def status_after_leaving(status: str) -> str:
    """Search is suspended; an account never activated stays so (PACER FAQ)."""
    return CaseSearchStatus.INACTIVE if status == CaseSearchStatus.ACTIVE else status
