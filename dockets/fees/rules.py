"""How many pages a report is billed as, and which filing fee is due."""

from decimal import Decimal

BYTES_OF_A_PAGE = 4320  # of a report in HTML, as PACER counts (PACER FAQ)
NO_FEE = Decimal("0.00")


def report_pages(size: int) -> int:
    """The billable pages of a report of `size` bytes, before the cap.

    At least one: a search without a result costs one page (PACER FAQ).
    """
    return max(1, -(-size // BYTES_OF_A_PAGE))


def fee_due(fee: Decimal, *, in_forma_pauperis: bool) -> Decimal:
    """The filing fee due now. None with a motion to proceed in forma pauperis (28 U.S.C. 1915)."""
    return NO_FEE if in_forma_pauperis else fee
