from django import template

from dockets.fees import receipt as receipts
from dockets.fees.queries import fees_this_quarter
from pacer_accounts.models import UsageTransaction

register = template.Library()
register.filter("criteria_label", receipts.criteria_label)
register.filter("receipt_time", receipts.time_text)


@register.simple_tag
def receipt_help(receipt: UsageTransaction) -> str:
    """What a receipt means for the bill. One query, or none if nothing is billed to the account itself."""
    is_own = receipt.payer == receipt.account
    is_billed = receipt.fee and is_own
    used = fees_this_quarter(receipt.account, at=receipt.at) if is_billed else None
    return receipts.explain(receipt, used)


@register.simple_tag
def is_billed_to_others(receipt: UsageTransaction) -> bool:
    """Whether a PAA pays. Then the charge is on the PAA's list in Usage, not on the account's."""
    return receipt.payer != receipt.account
