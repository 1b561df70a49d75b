"""How many pages a report or document is billed as. Public source: the EPA fee schedule."""

BYTES_OF_A_PAGE = 4320  # of a report in HTML, as PACER counts


def report_pages(size: int) -> int:
    """The billable pages of a report of `size` bytes: at least one, also if nothing was found."""
    return max(1, -(-size // BYTES_OF_A_PAGE))
