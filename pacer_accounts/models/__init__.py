from pacer_accounts.models.account import PacerAccount, PacerAccountQuerySet
from pacer_accounts.models.billing import Payment, StoredCard, UsageTransaction
from pacer_accounts.models.paa import PaaMembership

__all__ = [
    "PaaMembership",
    "PacerAccount",
    "PacerAccountQuerySet",
    "Payment",
    "StoredCard",
    "UsageTransaction",
]
