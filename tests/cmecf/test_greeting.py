"""Who the masthead of a court's CM/ECF greets, on error pages too."""

import pytest

from tests.support import legacy, login_pages
from tests.support.cast import GRANT, JOHN
from tests.support.moments import LIVE, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

NOWHERE = "/ecf/nmd/no-such-page/"


def test_error_page_of_legacy_cmecf_greets_the_filer_of_that_court(visitor):
    visitor.at(SEED_MOMENT)
    login_pages.log_in(visitor, GRANT)  # at PACER, in the same browser
    assert "Grant" not in page_text(visitor.get(NOWHERE))
    legacy.as_filer(visitor, JOHN)
    page = visitor.get(NOWHERE)
    assert page.status_code == 404
    assert legacy.menu_of(page)[0] == "Civil"
    text = page_text(page)
    assert "Logged in as jattorney, John Attorney" in text
    assert "Grant" not in text
    assert "CM/ECF Help Desk, District of New Mexico" in text


def test_error_page_of_nextgen_greets_the_pacer_user(visitor):
    visitor.at(SEED_MOMENT)
    legacy.as_filer(visitor, JOHN)
    visitor.at(LIVE)
    login_pages.log_in(visitor, GRANT)
    page = visitor.get(NOWHERE)
    assert page.status_code == 404
    assert "Welcome, Counsel Grant" in page_text(page)
    assert "jattorney" not in page_text(page)


def test_outage_page_greets_nobody(visitor):
    visitor.at(WEEKEND)
    login_pages.log_in(visitor, GRANT)
    assert "Welcome" not in page_text(visitor.get(NOWHERE))
