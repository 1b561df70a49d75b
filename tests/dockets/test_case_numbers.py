"""Case numbers as people type them: what is read, and that nothing else does harm."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockets.cases.numbers import PIVOT, CaseNumber, parse_number

years = st.integers(1900 + PIVOT, 1999 + PIVOT)
serials = st.integers(0, 999_999)
kinds = st.sampled_from(["cv", "cr", "mc", "mj"])
rests = st.sampled_from(["", "trn", "trn-sim", "q7"])


@given(st.sampled_from(["1", "2", "12"]), years, kinds, serials, rests)
@settings(max_examples=60, deadline=None)
def test_full_number_gives_its_parts_in_each_way_to_type_it(office, year, kind, serial, rest):
    parts = CaseNumber(year=year, serial=serial, kind=kind, office=office, rest=rest)
    tail = f"-{rest}" if rest else ""
    short = f"{year % 100:02}"
    for text in (
        f"{office}:{short}-{kind}-{serial:05}{tail}",
        f"{office}:{short}{kind}{serial}{tail}",
        f"{office}:{year}{kind}{serial}{tail}",
        f"  {office}:{year}-{kind}-{serial}{tail} ".upper(),
    ):
        assert parse_number(text) == parts


@given(years, serials, st.sampled_from(["", "q7", "x13"]))
@settings(max_examples=40, deadline=None)
def test_number_without_office_and_kind_gives_year_and_serial(year, serial, rest):
    text = f"{year % 100:02}-{serial}" + (f"-{rest}" if rest else "")
    assert parse_number(text) == CaseNumber(year=year, serial=serial, rest=rest)


@given(st.text(max_size=60) | st.text("0123456789:-cvCR \u0663\u00b2", max_size=40))
@settings(max_examples=150, deadline=None)
def test_junk_never_raises_and_what_is_read_is_in_bounds(text):
    number = parse_number(text)
    if number:
        assert 1900 <= number.year <= 9999 or len(text.strip()) >= 4
        assert 0 <= number.serial <= 999_999
        assert text.isascii()


@pytest.mark.parametrize("part", ["0", "1:", "20-", "-", "cv", "20-cv-", "a-"])
def test_long_input_is_read_in_linear_time(part):
    began = perf_counter()
    assert parse_number(part * 20_000 + "!") is None
    assert perf_counter() - began < 0.5


@pytest.mark.parametrize(
    "text",
    ["", "1:20-cv-", "cv-90001", "20--90001", "1:20-xx-90001", "20-1234567", "\u0662\u0660-1"],
)
def test_what_is_no_number_gives_none(text):
    assert parse_number(text) is None
