"""Step 1 of somebody who only pays for an office: a billing account instead of one that files.

A PACER Administrative Account (PAA) can neither search nor file (PACER, Firm Billing).
"""

from pacer_accounts.choices import HolderKind
from training.home.situation import Action, Standing, Status, Step


def register(standing: Standing, title: str) -> Step:
    """The office's billing account, then the accounts that it pays for."""
    paa = next((one for one in standing.shared if one.holder_kind == HolderKind.PAA), None)
    if paa is None:
        reason = (
            "You only keep the books, so you need no account that files. Open a billing account for"
            " the office (Firm Billing); each attorney registers an account of her own."
        )
        return Step(1, title, Status.NOT_STARTED, reason, Action.OPEN_BILLING)
    reason = (
        f"Billing account {paa.account_number} pays for the office. Add the attorneys' own accounts"
        " under PAA Maintenance; each of them accepts. There is nothing else for you to do."
    )
    return Step(1, title, Status.COMPLETED, reason, Action.ADD_ACCOUNTS)
