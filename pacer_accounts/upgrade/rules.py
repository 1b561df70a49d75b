from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.upgrade.refusals import UpgradeRefusal


def why_not_upgrade(account: PacerAccount) -> UpgradeRefusal | None:
    """Why `account` cannot be upgraded: "once, one way" (seed, Step 2).

    A shared account can be upgraded, because real systems can't detect sharing. The search status
    doesn't matter.
    """
    if not account.is_legacy:
        return UpgradeRefusal.ALREADY_UPGRADED
    if account.is_disabled:
        return UpgradeRefusal.DISABLED
    return UpgradeRefusal.BILLING_ONLY if account.holder_kind == HolderKind.PAA else None
