"""The first step of a filing: which case, Find This Case, and cases that can't be filed in."""

import pytest

from dockets.filing.refusals import FilingRefusal
from tests.support.cast import DANA
from tests.support.docketed import case_of
from tests.support.filing_steps import (
    MESA,
    arrive,
    as_filer,
    choose,
    press,
    step_path,
    submit,
    to_final,
)
from tests.support.moments import LAST_HOUR
from tests.support.page_text import page_text
from tests.support.submissions import party

CLOSED = "1:17-cv-90008"  # since March 19, 2018


def test_party_with_one_case_is_told_so_in_another(visitor):
    dana = as_filer(visitor.at(LAST_HOUR), DANA)
    choose(dana, "notices", "notice-other")
    press(dana, "case", case_number="1:20-cv-90001")
    page = page_text(dana.get(step_path("case")))
    assert FilingRefusal.ONLY_ONE_CASE.sentence in page
    assert "Your case is 1:20-cv-90004-TRN-SIM." in page
    assert arrive(press(dana, "case", case_number="1:20-cv-90004")) == "caption"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("1:20-cv-90007", FilingRefusal.SEALED_CASE),
        ("1:20-cr-90003", FilingRefusal.WRONG_MENU),
    ],
)
def test_case_that_cannot_be_filed_in_is_refused_at_once(noel, number, reason):
    choose(noel, "notices", "notice-other")
    press(noel, "case", case_number=number)
    assert reason.sentence in page_text(noel.get(step_path("case")))


def test_closed_case_is_warned_about_and_can_be_filed_in(rehearsal, noel):
    plaintiff = party(rehearsal, number=CLOSED)
    choose(noel, "motions", "motion-compel")
    assert arrive(press(noel, "case", case_number=CLOSED)) == "caption"
    caption = page_text(noel.get(step_path("caption")))
    assert "WARNING: CASE CLOSED on 03/19/2018. You can still file." in caption
    to_final(noel, "motions", "motion-compel", plaintiff.pk, CLOSED)
    assert submit(noel).case.number == CLOSED


def test_open_case_has_no_warning(noel):
    choose(noel, "motions", "motion-compel")
    press(noel, "case", case_number=MESA)
    assert "WARNING" not in page_text(noel.get(step_path("caption")))


def test_find_this_case_names_the_cases_without_a_script_and_keeps_the_number(rehearsal, noel):
    choose(noel, "notices", "notice-other")
    assert arrive(press(noel, "case", "find", case_number="20-90001")) == "case"
    page = noel.get(step_path("case"))
    assert "1:20-cv-90001-TRN-SIM Practice Mesa Water" in page_text(page)
    assert 'value="20-90001"' in page.content.decode()
    make_twin(rehearsal)
    press(noel, "case", "find", case_number="20-90001")
    page = noel.get(step_path("case"))
    assert page.content.decode().count('type="radio" name="case"') == 2
    assert 'value="20-90001"' in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("20-77777", "There is no case with this number in this court."),
        ("water", "There is no case with this number in this court."),
        ("20-90007", "This case is under seal"),
    ],
)
def test_find_this_case_says_why_it_shows_no_case(noel, rehearsal, typed, sentence):
    sealed = case_of(rehearsal, "1:20-cv-90007")
    choose(noel, "notices", "notice-other")
    assert arrive(press(noel, "case", "find", case_number=typed)) == "case"
    page = noel.get(step_path("case"))
    assert sentence in page_text(page)
    assert f'value="{typed}"' in page.content.decode()
    assert sealed.title not in page_text(page)


def make_twin(rehearsal):
    """A case in another office with the number of the first case."""
    twin = case_of(rehearsal)
    twin.pk, twin.number, twin.office, twin.title = None, "2:20-cv-90001", "2", "Twin v. Twin"
    twin.save()
    return twin


def test_several_cases_of_a_number_are_offered(rehearsal, noel):
    twin = make_twin(rehearsal)
    choose(noel, "notices", "notice-other")
    assert arrive(press(noel, "case", case_number="20-90001")) == "case"
    assert "Twin v. Twin" in page_text(noel.get(step_path("case")))
    assert arrive(press(noel, "case", case_number="20-90001", case=twin.pk)) == "caption"
