"""The home page: choose a person, my four steps, links to the sites, the cast table."""

import re

import pytest

from tests.support.cast import JOHN, NOEL
from tests.support.factories import CmecfAccountFactory, PacerAccountFactory
from tests.support.link_steps import link
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db


def switch_person(visitor, key):
    return visitor.post(f"/people/{key}/", follow=True)


def cast_table(response) -> list[list[str]]:
    """The cells of table#cast as a plain parser reads them."""
    table = re.search(r'<table[^>]*id="cast".*?</table>', response.content.decode(), re.S)[0]
    return [
        [
            re.sub(r"<[^>]+>", "", cell).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)
        ]
        for row in re.findall(r"<tr.*?</tr>", table, re.S)
    ]


def test_first_visit_asks_for_a_person_and_suggests_noel(visitor):
    page = visitor.get("/")
    assert page.status_code == 200
    assert "Who are you today?" in page_text(page)
    assert "Noel Attorney Start here" in page_text(page)
    assert page.content.decode().count("/people/p") == 10


def test_switching_person_shows_four_steps_and_one_button(visitor):
    page = switch_person(visitor, "p01")
    assert "My four steps" in page_text(page)
    assert "Next: step 2 of 4" in page_text(page)
    button = re.search(r'usa-button--big" href="([^"]+)">([^<]+)<', page.content.decode())
    assert button.groups() == (
        visitor.rehearsal.mount + "/psc/upgrade/",
        "Upgrade your PACER account",
    )
    assert "Linking opens on Monday, April 20, 2020, at 8:00 am MT" in page_text(page)


@pytest.mark.parametrize("key", [f"p{n:02}" for n in range(1, 11)])
@pytest.mark.parametrize("at", [SEED_MOMENT, WEEKEND, FIRST_RUSH], ids=["legacy", "outage", "live"])
def test_next_step_of_each_person_opens_in_every_phase(visitor, key, at):
    visitor.at(at)
    page = switch_person(visitor, key)
    assert page.status_code == 200
    button = re.search(r'usa-button--big" href="(/[^"]+)"', page.content.decode())
    if button:
        assert visitor.get(button[1]).status_code in (200, 302)


def test_cast_table_has_six_columns_and_plain_cells(visitor):
    header, *rows = cast_table(visitor.get("/"))
    assert header == [
        "Person", "PACER username", "PACER password", "Court", "CM/ECF login", "CM/ECF password",
    ]  # fmt: skip
    assert ["Noel Attorney", NOEL.username, NOEL.password] == rows[0][:3]
    assert rows[0][4:] == [NOEL.login, NOEL.ecf_password]
    assert {len(row) for row in rows} == {6}
    assert "o&amp;solicitor" in [row[4] for row in rows]


def test_listed_credentials_sign_on(visitor):
    row = next(row for row in cast_table(visitor.get("/")) if row[0] == JOHN.name)
    assert log_in(visitor, username=row[1], password=row[2]).status_code == 302


def test_home_shows_the_link(visitor):
    switch_person(visitor.at(FIRST_RUSH), "p02")
    link(visitor, JOHN)
    page = page_text(visitor.get("/"))
    assert "All four steps are done" in page
    assert "1 unread e-mail" in page
    assert "Linked on April 20, 2020." in page


def test_side_column_links_every_site_and_shows_each_phase(visitor):
    page = visitor.get("/").content.decode()
    for path in ("/www/nmd/cmecf-nextgen/", "/pacer/", "/psc/login/", "/clock/", "/mail/"):
        assert f'href="{visitor.rehearsal.mount}{path}"' in page
    for court, phase in (("nmd", "legacy"), ("nmb", "nextgen"), ("ca10", "nextgen")):
        link = page.split(f'href="{visitor.rehearsal.mount}/ecf/{court}/"')[1][:200]
        assert f"phase--{phase}" in link


def test_hiding_practice_help_hides_the_hazard(visitor):
    planted = "Has a legacy PACER account. It must be upgraded before it can be linked."
    assert planted in page_text(switch_person(visitor, "p01"))
    visitor.post("/help-layer/")
    assert planted not in page_text(visitor.get("/"))


def test_only_a_person_who_must_call_the_court_reads_who_plays_it(visitor):
    assert "use Staff sign-in on the site's first page" in page_text(switch_person(visitor, "p04"))
    assert "Staff sign-in" not in page_text(switch_person(visitor, "p02"))


def test_home_shows_nothing_of_another_rehearsal(visitor, other_rehearsal):
    switch_person(visitor.at(FIRST_RUSH), "p02")
    link(visitor, JOHN)
    page = visitor.client.get(other_rehearsal.mount + "/")
    assert "Who are you today?" in page_text(page)
    assert "linked: no longer works" not in page_text(page).split("mesquire")[0]


def test_names_are_escaped(visitor):
    PacerAccountFactory(rehearsal=visitor.rehearsal, first_name="<script>", last_name='"><b>')
    page = visitor.get("/").content.decode()
    assert "&lt;script&gt; &quot;&gt;&lt;b&gt;" in page


def test_query_count_does_not_grow_with_accounts(visitor, django_assert_num_queries):
    switch_person(visitor, "p01")
    PacerAccountFactory.create_batch(20, rehearsal=visitor.rehearsal)
    CmecfAccountFactory.create_batch(20, court=visitor.rehearsal.courts.get(code="nmd"))
    with django_assert_num_queries(11):
        visitor.get("/")
