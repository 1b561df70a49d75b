"""Rules of a link.

A link connects one PACER account with one CM/ECF account in one court, after go-live (seed, Step 4).
Refusals come in the order in which a person can act on them.
"""

from datetime import datetime, timedelta

from cmecf.courts.phases import CourtPhase
from cmecf.models import AccountOrigin, CmecfAccount, Court
from linking.link.refusals import LinkRefusal
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from rehearsals.models import LinkPolicy, Rehearsal

PROOF_LIFE = timedelta(minutes=10)
SPECIAL_CHARACTERS = frozenset("&@#$*")


def why_closed(court: Court, at: datetime) -> LinkRefusal | None:
    """Linking opens when the court goes live (seed, Step 4). `at`: court time."""
    phase = court.phase(at)
    if phase is CourtPhase.LEGACY:
        return LinkRefusal.NOT_YET
    return LinkRefusal.COURT_CLOSED if phase is CourtPhase.OUTAGE else None


def why_not_this_pacer_account(
    pacer_account: PacerAccount, policy: str = LinkPolicy.GUARD
) -> LinkRefusal | None:
    """Only an individual, upgraded account may be linked (seed, Steps 1 and 2).

    `policy`: LinkPolicy. A real court can't detect a shared account; "realistic" allows one.
    """
    if pacer_account.holder_kind == HolderKind.PAA:
        return LinkRefusal.BILLING_ACCOUNT
    # Checked before LEGACY_ACCOUNT, so that nobody upgrades a firm's account and is then refused.
    if pacer_account.holder_kind == HolderKind.SHARED and policy == LinkPolicy.GUARD:
        return LinkRefusal.SHARED_ACCOUNT
    if pacer_account.is_legacy:
        return LinkRefusal.LEGACY_ACCOUNT
    return LinkRefusal.DISABLED_ACCOUNT if pacer_account.is_disabled else None


def why_not_ask(
    *,
    court: Court,
    pacer_account: PacerAccount,
    linked_here: CmecfAccount | None,
    at: datetime,
    policy: str = LinkPolicy.GUARD,
) -> LinkRefusal | None:
    """Why this PACER account gets no link form in this court. `at`: court time."""
    refusal = why_closed(court, at) or why_not_this_pacer_account(pacer_account, policy)
    if refusal is None and linked_here is not None:
        return why_not_again(linked_here)
    return refusal


def why_not_again(linked_here: CmecfAccount) -> LinkRefusal:
    """Each PACER account has one CM/ECF account in a court: linked, or created by a registration."""
    if linked_here.origin == AccountOrigin.REGISTRATION:
        return LinkRefusal.REGISTERED_HERE
    return LinkRefusal.ALREADY_LINKED_HERE


def why_not_this_login(
    cmecf_account: CmecfAccount, *, refuse_special: bool = False
) -> LinkRefusal | None:
    """Why a CM/ECF account with the correct password can't be linked."""
    if cmecf_account.is_linked:
        return LinkRefusal.LOGIN_LINKED
    if not cmecf_account.is_active:
        return LinkRefusal.LOGIN_INACTIVE
    if cmecf_account.must_reset_password:
        return LinkRefusal.MUST_RESET
    if refuse_special and SPECIAL_CHARACTERS & set(cmecf_account.login):
        return LinkRefusal.SPECIAL_CHARACTERS
    return None


def why_not_link(
    *,
    rehearsal: Rehearsal,
    court: Court,
    pacer_account: PacerAccount,
    cmecf_account: CmecfAccount,
    linked_here: CmecfAccount | None,
    at: datetime,
) -> LinkRefusal | None:
    """All rules of a link, as the last Submit checks them. `at`: court time."""
    return why_not_ask(
        court=court,
        pacer_account=pacer_account,
        linked_here=linked_here,
        at=at,
        policy=rehearsal.link_policy,
    ) or why_not_this_login(cmecf_account, refuse_special=rehearsal.refuses_special_logins)


def is_proof_fresh(proven_at: datetime, at: datetime) -> bool:
    """Whether a CM/ECF password proven at `proven_at` still counts at `at`. Both: wall time."""
    return timedelta(0) <= at - proven_at <= PROOF_LIFE


def masked_email(address: str) -> str:
    """The address as "j***@example.com": its owner recognizes it, others don't learn it."""
    name, at_sign, domain = address.partition("@")
    return f"{name[:1]}***{at_sign}{domain}" if at_sign else "***"
