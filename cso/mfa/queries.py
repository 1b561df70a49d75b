"""How an account stands with multifactor authentication."""

from datetime import datetime

from cso.mfa.rules import Updates, is_compulsory, updates_of
from pacer_accounts.credentials.rules import is_too_old
from pacer_accounts.models import PacerAccount
from rehearsals.models import Era


def asks_for_passcode(account: PacerAccount, era: str) -> bool:
    """Whether a right password is not enough. In 2020 enrolled apps are ignored."""
    return era == Era.Y2025 and account.authenticator_apps.exists()


def updates_needed(account: PacerAccount, era: str, at: datetime) -> Updates:
    """What stands between this account's login and the page wanted. `at`: court time."""
    if era != Era.Y2025:
        return Updates()
    return updates_of(
        era=era,
        is_enrolled=account.authenticator_apps.exists(),
        is_legacy=account.is_legacy,
        is_filer=is_filer(account),
        skips=account.mfa_skips,
        is_old=is_too_old(account.password_set_at, era, at),
    )


def is_filer(account: PacerAccount) -> bool:
    """Whether a CM/ECF account of some court is linked: asked through the account's own rows."""
    return account.cmecf_accounts.exists()


def must_have_an_app(account: PacerAccount) -> bool:
    return is_compulsory(is_filer=is_filer(account), skips=account.mfa_skips)
