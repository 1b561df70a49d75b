"""Billable pages of a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockets.fees.rules import report_pages


@pytest.mark.parametrize(
    ("size", "pages"), [(0, 1), (1, 1), (4320, 1), (4321, 2), (8640, 2), (129_601, 31)]
)
def test_a_page_is_4320_bytes_and_an_empty_search_is_one_page(size, pages):
    assert report_pages(size) == pages


@given(st.integers(0, 10**9), st.integers(0, 10**6))
def test_pages_hold_the_report_and_grow_with_it(size, more):
    pages = report_pages(size)
    assert pages >= 1
    assert (pages - 1) * 4320 <= size <= pages * 4320
    assert pages <= report_pages(size + more)
