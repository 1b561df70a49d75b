"""PACER's receipt: what it means for the bill, and what its page promises before a charge."""

from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.utils.crypto import get_random_string

from pacer_accounts.billing.rules import NOTHING, WAIVED_UP_TO, billed
from pacer_accounts.choices import FeeKind
from pacer_accounts.models import UsageTransaction

ABOUT_ONE_CASE = (FeeKind.CASE, FeeKind.TRANSCRIPT, FeeKind.AUDIO, FeeKind.OPINION)
OTHER_TERMS = (
    "The PACER account, its client code or the cost has changed since you opened the receipt. You weren't"
    " charged. Check the receipt below before you accept it."
)
_HALF = 16  # characters of a form's token


def time_text(at: datetime, time_zone: str) -> str:
    """ "04/20/2020 08:05:11", in the court's time, as real receipts show it."""
    return f"{at.astimezone(ZoneInfo(time_zone)):%m/%d/%Y %H:%M:%S}"


def criteria_label(receipt: UsageTransaction) -> str:
    """The receipt's label of what was asked for."""
    return "Case Number:" if receipt.kind in ABOUT_ONE_CASE else "Search Criteria:"


def explain(receipt: UsageTransaction, used: Decimal | None) -> str:
    """What the receipt means, in sentences.

    A receipt that isn't saved is a quote: nothing is charged yet. `used`: the payer's fees of the
    quarter so far, or None if a PAA pays.
    """
    if receipt.is_exempt:
        return "Your fee exemption is on, so this costs nothing."
    if not receipt.fee:
        return "Written opinions are free."
    is_quote = receipt.pk is None
    start = f"This {'will cost' if is_quote else 'cost'} ${receipt.fee:.2f}."
    if used is None:
        payer = f"{receipt.payer.mailing_name}, account {receipt.payer.account_number}"
        return f"{start} PACER bills it to {payer}, which pays your fees."
    total = f"Your fees this quarter are ${used:.2f} {'so far' if is_quote else 'now'}."
    return f"{start} {total} {_waiver(used, receipt.fee if is_quote else NOTHING)}"


def _waiver(used: Decimal, more: Decimal) -> str:
    """`used`: the fees of the quarter. `more`: what accepting a quote adds to them."""
    if billed(used + more) and not billed(used):
        return (
            f"With this charge they are more than ${WAIVED_UP_TO:.2f}, so PACER bills all of them when the"
            " quarter ends."
        )
    if billed(used):
        return f"They are more than ${WAIVED_UP_TO:.2f}, so PACER bills all of them when the quarter ends."
    return f"If they stay at ${WAIVED_UP_TO:.2f} or less until the quarter ends, you pay nothing."


def new_form(receipt: UsageTransaction) -> str:
    """A token for the page of a receipt that isn't saved yet: random, then what the page promises."""
    return get_random_string(_HALF) + _terms(receipt)


def keeps_promise(form: str, receipt: UsageTransaction) -> bool:
    """Whether a charge of `receipt` is what the page with this token promised.

    Another person may have logged in since, or the fee exemption was switched off. Client programs send
    no token, which is fine.
    """
    return not form or form[_HALF:] == _terms(receipt)


def _terms(receipt: UsageTransaction) -> str:
    account, payer = receipt.account.account_number, receipt.payer.account_number
    terms = f"{account} {payer} {receipt.fee:.2f} {receipt.client_code}"
    return sha256(terms.encode()).hexdigest()[:_HALF]
