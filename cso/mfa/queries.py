from datetime import datetime

from cso.mfa.rules import RequiredUpdates, is_mfa_required, required_updates
from pacer_accounts.credentials.rules import is_too_old
from pacer_accounts.models import PacerAccount
from rehearsals.app_config import declared_function
from rehearsals.models import Era


def asks_for_passcode(account: PacerAccount, era: str) -> bool:
    """Whether a login needs a passcode after the password. Era 2020 ignores enrolled apps."""
    return era == Era.Y2025 and account.authenticator_apps.exists()


def updates_for(account: PacerAccount, era: str, at: datetime) -> RequiredUpdates:
    """The updates asked for after this account's login. `at`: court time."""
    if era != Era.Y2025:
        return RequiredUpdates()
    return required_updates(
        era=era,
        is_enrolled=account.authenticator_apps.exists(),
        is_legacy=account.is_legacy,
        is_filer=is_filer(account),
        skips=account.mfa_skips,
        is_old=is_too_old(account.password_set_at, era, at),
    )


def is_filer(account: PacerAccount) -> bool:
    """Whether a CM/ECF account in any court is linked to this account."""
    return bool(declared_function("is_filer")(account))


def must_keep_an_app(account: PacerAccount) -> bool:
    return is_mfa_required(is_filer=is_filer(account), skips=account.mfa_skips)


def app_count(account: PacerAccount) -> int:
    """How many authenticator apps the account has enrolled."""
    return account.authenticator_apps.count()
