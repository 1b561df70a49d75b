from datetime import datetime, timedelta

from cmecf.legacy.refusals import CmecfRefusal
from cmecf.models import AccountOrigin, CmecfAccount, PasswordResetLink
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from rehearsals.security.login_attempts import LockoutRule

# "More than five wrong passwords": the sixth locks for five minutes, and each try while locked
# restarts them. The legacy login, the link form and "Current password" share the counter.
LEGACY_LOCKOUT = LockoutRule(free=5, lock=timedelta(minutes=5), extends=True)

RESET_LINK_LIFE = timedelta(hours=24)

PASSWORD_RULES = (
    "At least 8 characters, with uppercase and lowercase letters and at least one digit or special"
    " character."
)
MAX_PASSWORD = 128


def lockout_scope(court_code: str) -> str:
    """The attempt counter's name for one court's CM/ECF logins."""
    return f"cmecf:{court_code}"


def why_not_use(account: CmecfAccount) -> CmecfRefusal | None:
    """Why a CM/ECF account can't be used although its password was right."""
    if account.is_linked:
        return CmecfRefusal.LINKED
    if not account.is_active:
        return CmecfRefusal.INACTIVE
    return CmecfRefusal.MUST_RESET if account.must_reset_password else None


def why_not_search(account: PacerAccount) -> CmecfRefusal | None:
    """Why a PACER account can't search here although its password was right."""
    if account.is_disabled:
        return CmecfRefusal.PACER_ACCOUNT_DISABLED
    return (
        CmecfRefusal.PACER_ADMINISTRATIVE_ACCOUNT if account.holder_kind == HolderKind.PAA else None
    )


def why_not_unlock(account: CmecfAccount) -> CmecfRefusal | None:
    """An account from an approved registration has no password, so without its PACER account it is closed."""
    is_ended = account.origin == AccountOrigin.REGISTRATION and not account.is_linked
    return CmecfRefusal.RECORD_ENDED if is_ended else None


def may_file(account: CmecfAccount, section: str) -> bool:
    """Whether a signed-in filer may file under this menu; some may in one case only."""
    tag = {"Civil": "-cv-", "Criminal": "-cr-"}.get(section, "")
    return not account.only_case or tag in account.only_case


def password_faults(raw: str) -> list[str]:
    """What is wrong with a new CM/ECF password, one sentence each."""
    checks = (
        (len(raw) >= 8, "Use at least 8 characters."),
        (len(raw) <= MAX_PASSWORD, f"Use at most {MAX_PASSWORD} characters."),
        (any(c.isupper() for c in raw), "Use at least one uppercase letter."),
        (any(c.islower() for c in raw), "Use at least one lowercase letter."),
        (
            any(c.isdecimal() or (c.isprintable() and not c.isalnum() and c != " ") for c in raw),
            "Use at least one digit or special character, such as ! @ # $ % & * +.",
        ),
    )
    return [sentence for is_met, sentence in checks if not is_met]


def is_reset_link_valid(link: PasswordResetLink, at: datetime) -> bool:
    """Whether an e-mailed link can set a password at the wall time `at`."""
    return (
        link.used_at is None
        and timedelta(0) <= at - link.made_at < RESET_LINK_LIFE
        and link.account.is_active
        and not link.account.is_linked
    )
