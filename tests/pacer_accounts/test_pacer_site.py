"""The public PACER site."""

import re

import pytest

from pacer_accounts.registration.kinds import KINDS
from tests.support.factories import CourtFactory
from tests.support.moments import (
    JUST_BEFORE_LIVE,
    JUST_BEFORE_OUTAGE,
    LIVE,
    OUTAGE,
    SEED_MOMENT,
    WEEKEND,
)

pytestmark = pytest.mark.django_db

PAGES = ["", "register/", "nextgen/", "efile/", "court-links/", "quick-links/", "help/", "contact/"]
PAGES += [f"register/{kind.slug}/" for kind in KINDS]
FIVE = [
    "PACER - Case Search Only",
    "Attorney Filers",
    "Non-Attorney Filers",
    "District/Bankruptcy Filers (Legacy)",
    "Firm Billing",
]


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


def panel_of(response) -> str:
    return re.search(r'class="side-panel".*?</nav>', response.content.decode(), re.S)[0]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("moment", [SEED_MOMENT, WEEKEND, LIVE], ids=["before", "outage", "after"])
def test_every_page_open_to_everyone_in_every_phase(visitor, page, moment):
    response = visitor.at(moment).get(f"/pacer/{page}")
    assert response.status_code == 200
    for label in ("HOME", "REGISTER", "E-FILE", "QUICK LINKS", "HELP", "CONTACT US"):
        assert f">{label}</a>" in response.content.decode()
    assert "(800) 676-6856" in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_works(visitor, page):
    html = visitor.get(f"/pacer/{page}").content.decode()
    links = {link.split("#")[0] for link in re.findall(r'href="(/r/[^"]*)"', html)}
    assert len(links) > 8
    for link in links:
        assert visitor.get(link).status_code in (200, 302), link


@pytest.mark.parametrize("page", PAGES)
def test_pages_refuse_post(visitor, page):
    assert visitor.post(f"/pacer/{page}").status_code == 405


def test_upper_right_links_to_both_logins(visitor):
    html = visitor.get("/pacer/").content.decode()
    mount = visitor.rehearsal.mount
    assert f'<a href="{mount}/psc/login/">Manage My Account</a>' in html
    assert f'<a href="{mount}/cso/csologin/login.jsf">Case Search Sign In</a>' in html


def test_left_panel_lists_five_kinds_in_the_seeds_order(visitor):
    panel = panel_of(visitor.get("/pacer/register/"))
    assert re.findall(r"<a [^>]*>([^<]*)</a>", panel) == FIVE
    assert "REGISTER" in panel


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_register_now_shown_only_for_kinds_with_a_form(visitor, kind):
    response = visitor.get(f"/pacer/register/{kind.slug}/")
    works = kind.slug != "district-bankruptcy-filers-legacy"
    assert ("Register Now" in response.content.decode()) is works
    assert ("Register Now" in panel_of(response)) is works
    if not works:
        assert "Who to contact" in response.content.decode()


def test_unknown_kind_not_found(visitor):
    assert visitor.get("/pacer/register/judges/").status_code == 404


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (JUST_BEFORE_OUTAGE, "CurrentGen until Friday, April 17, 2020, at 3:00 pm MT"),
        (OUTAGE, "Closed until Monday, April 20, 2020, at 8:00 am MT"),
        (JUST_BEFORE_LIVE, "Closed until Monday, April 20, 2020, at 8:00 am MT"),
        (LIVE, "District of New Mexico NextGen CM/ECF"),
    ],
)
def test_court_links_follow_the_court_clock_to_the_second(visitor, moment, expected):
    assert expected in text_of(visitor.at(moment).get("/pacer/court-links/"))


def test_nextgen_page_says_when_linking_opens(visitor):
    before = text_of(visitor.at(JUST_BEFORE_LIVE).get("/pacer/nextgen/"))
    assert (
        "Linking in the District of New Mexico opens Monday, April 20, 2020, at 8:00 am MT"
        in before
    )
    assert "Linking is open in the District of New Mexico." in text_of(
        visitor.at(LIVE).get("/pacer/nextgen/")
    )


def test_court_links_cost_the_same_for_more_courts(visitor, django_assert_num_queries):
    visitor.get("/pacer/court-links/")
    with django_assert_num_queries(3):  # the rehearsal, its courts, the clock bar's court
        visitor.get("/pacer/court-links/")
    CourtFactory.create_batch(10, rehearsal=visitor.rehearsal)
    with django_assert_num_queries(3):
        visitor.get("/pacer/court-links/")


def test_courts_of_another_rehearsal_not_listed(visitor, other_rehearsal):
    CourtFactory(rehearsal=other_rehearsal, name="District of Elsewhere")
    assert "Elsewhere" not in text_of(visitor.get("/pacer/court-links/"))
