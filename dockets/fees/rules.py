"""How many pages a report is billed as."""

BYTES_OF_A_PAGE = 4320  # of a report in HTML, as PACER counts (PACER FAQ)


def report_pages(size: int) -> int:
    """The billable pages of a report of `size` bytes, before the cap.

    At least one: a search without a result costs one page (PACER FAQ).
    """
    return max(1, -(-size // BYTES_OF_A_PAGE))
