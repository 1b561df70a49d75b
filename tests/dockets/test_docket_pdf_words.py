"""Lines of a docket sheet as PDF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockets.reports.docket_sheet.pdf.words import BOLD, PLAIN, Run, is_changed, printable, wrapped

LINK = "http://court.example/ecf/nmd/doc1/12110000001"
runs = st.builds(
    Run,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from([PLAIN, BOLD]),
    st.sampled_from(["", LINK]),
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("José — “§ 5” €", "José — “§ 5” €"),
        ("Jose\u0301", "José"),
        ("Gonzālez", "Gonzalez"),
        ("ﬁling", "filing"),
        ("漢字 😀", "?? ?"),
        ("a\tb\nc\u2003d\x07\u202e\u200de", "a b c de"),
    ],
)
def test_text_has_only_characters_of_the_fonts(text, printed):
    assert printable(text) == printed


@pytest.mark.parametrize(
    ("text", "changed"),
    [("José\tPeña", False), ("Jose\u0301", False), ("Gonzālez", True), ("漢", True), ("?", False)],
)
def test_a_change_of_letters_is_noticed_and_one_of_spaces_is_not(text, changed):
    assert is_changed(text) == changed


def test_spaces_are_outside_of_a_link():
    (line,) = wrapped(
        [Run("re "), Run("6", url=LINK), Run(" MOTION (#\xa0"), Run("1", url=LINK)], 500
    )
    assert [run.text for run in line] == ["re ", "6", " MOTION (#\xa0", "1"]


def test_word_that_is_wider_than_the_column_is_divided_and_the_next_one_follows_it():
    lines = wrapped([Run("to WWWWWWWWWWWW be")], 60)
    assert [run.text for line in lines for run in line] == ["to", "WWWWWW", "WWWWWW", "be"]


@given(st.lists(runs, max_size=6), st.integers(20, 400))
def test_lines_fit_and_no_character_or_link_is_lost(runs, width):
    lines = wrapped(runs, width)
    assert all(sum(run.width for run in line) <= width + 0.01 for line in lines)
    for url in ("", LINK):
        before = "".join(printable(run.text) for run in runs if run.url == url)
        after = "".join(run.text for line in lines for run in line if run.url == url)
        assert after.replace(" ", "") == before.replace(" ", "")
    assert all(run.text.encode("cp1252") for line in lines for run in line)
