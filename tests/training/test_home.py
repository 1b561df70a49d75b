"""The home page: choose a person, my four steps, links to the sites, the cast table."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support.cast import GRANT, JOHN, MIRIAM, NOEL, SKYE
from tests.support.factories import CmecfAccountFactory, PacerAccountFactory
from tests.support.link_steps import link
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, JUST_BEFORE_LIVE, LIVE, SEED_MOMENT, WEEKEND
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


def test_switching_person_shows_four_steps_and_one_button_to_where_a_person_starts(visitor):
    page = switch_person(visitor, "p01")
    assert "My four steps" in page_text(page)
    assert "Next: step 2 of 4 Upgrade your PACER account" in page_text(page)
    buttons = re.findall(r'usa-button--big" href="([^"]+)">([^<]+)<', page.content.decode())
    assert buttons == [(visitor.rehearsal.mount + "/pacer/", "Open the PACER site")]
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


def test_account_with_a_fee_exemption_is_told_from_the_account_to_link(visitor):
    page = switch_person(visitor, MIRIAM.key).content.decode()
    headings = re.findall(r"<dt>(PACER[^<]*)</dt>\s*<dd.*?(miriam\w+)", page, re.S)
    assert headings == [("PACER", "miriamesquire"), ("PACER, for CJA cases", "miriamcja")]
    assert "for CJA cases" not in page_text(switch_person(visitor, NOEL.key))


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


def test_link_of_a_colleagues_login_can_be_undone_from_the_problem(visitor):
    switch_person(visitor.at(FIRST_RUSH), GRANT.key)
    link(visitor, GRANT, JOHN)
    page = visitor.get("/")
    assert "Next: step 4 of 4" in page_text(page)
    assert f"Undo: link of {JOHN.login}, 8:05 am" in page_text(page)
    assert "In real life, only the court can undo a link." in page_text(page)
    undo = re.search(r'next__undo.*?action="([^"]+)"', page.content.decode(), re.S)[1]
    visitor.post(undo, {"confirmed": "yes"})
    assert "login of John Attorney" not in page_text(visitor.get("/"))


def test_side_column_links_every_site_and_shows_each_phase(visitor):
    page = visitor.get("/").content.decode()
    for path in ("/www/nmd/", "/pacer/", "/psc/login/", "/clock/", "/mail/"):
        assert f'href="{visitor.rehearsal.mount}{path}"' in page
    for court, phase in (("nmd", "legacy"), ("nmb", "nextgen"), ("ca10", "nextgen")):
        link = page.split(f'href="{visitor.rehearsal.mount}/ecf/{court}/"')[1][:200]
        assert f"phase--{phase}" in link


def test_people_and_cast_are_collapsed_until_switch_person_asks_for_them(visitor):
    collapsed = '<details class="home__everyone" id="people">'
    assert collapsed in switch_person(visitor, "p01").content.decode()
    asked = visitor.get("/?people").content.decode()
    assert collapsed.replace(">", " open>") in asked
    assert "Everyone in this rehearsal (16 people and their credentials)" in asked


def test_copy_buttons_copy_credentials_but_no_remarks(visitor):
    noel = switch_person(visitor, "p01").content.decode()
    copied = re.findall(r'hidden data-copy="([^"]+)"', noel)
    assert copied[-4:] == [NOEL.username, NOEL.password, NOEL.login, NOEL.ecf_password]
    walter = switch_person(visitor, "x05").content.decode()
    assert 'data-copy="forgotten"' not in walter


def test_private_rehearsal_shows_its_address_and_says_why_it_is_not_mailed(visitor):
    page = visitor.get("/").content.decode()
    address = f"http://testserver{visitor.rehearsal.mount}/"
    assert f'hidden data-copy="{address}">Copy link' in page
    assert f'<p class="address">{address}</p>' in page
    assert "We can't e-mail it to you, because nothing leaves this machine." in page


def test_sites_show_the_step_that_home_showed_last(visitor):
    assert "Your step" not in page_text(visitor.get("/www/nmd/"))
    assert "Your step" not in page_text(switch_person(visitor, "p01"))
    shown = "Your step 2 of 4 Upgrade your PACER account"
    assert shown in page_text(visitor.get("/www/nmd/"))
    visitor.post("/cso/logout/")
    assert shown in page_text(visitor.get("/pacer/"))
    visitor.post("/people/p02/")
    visitor.get("/")
    assert "Your step 3 of 4" in page_text(visitor.get("/www/nmd/"))


def test_card_on_the_page_after_the_link_is_about_the_first_filing(visitor):
    switch_person(visitor.at(FIRST_RUSH), JOHN.key)
    assert "Your step 4 of 4 Link your PACER account" in page_text(visitor.get("/www/nmd/"))
    done = visitor.get(link(visitor, JOHN)["Location"].removeprefix(visitor.rehearsal.mount))
    assert "All four steps are done File a notice in" in page_text(done)
    assert "Your step 4" not in page_text(done)


def test_card_changes_when_the_running_clock_reaches_the_next_phase(visitor):
    switch_person(visitor.at(JUST_BEFORE_LIVE), JOHN.key)
    assert "Wait for NextGen to open" in page_text(visitor.get("/www/nmd/"))
    assert "Link your PACER account" in page_text(visitor.at(LIVE).get("/www/nmd/"))


def test_card_reads_one_row_until_something_happens(visitor):
    switch_person(visitor, "p01")
    with CaptureQueriesContext(connection) as queries:
        assert "Your step 2 of 4" in page_text(visitor.get("/www/nmd/"))
    assert [one["sql"] for one in queries if "rehearsals_activity" in one["sql"]] != []
    assert [one["sql"] for one in queries if "efile" in one["sql"]] == []


def test_person_who_only_searches_is_told_which_steps_apply(visitor):
    page = switch_person(visitor.at(FIRST_RUSH), SKYE.key)
    assert "<title>Skye Researcher: 2 of 2 steps done" in page.content.decode()
    assert "you need only steps 1 and 2, and both are done." in page_text(page)
    assert "You don't need a CM/ECF login or a link." in page_text(page)
    buttons = re.findall(r'usa-button--big" href="([^"]+)">([^<]+)<', page.content.decode())
    assert [label for _, label in buttons] == ["Open Query"]


def test_person_who_only_pays_is_not_offered_a_search(visitor):
    assert "Open Query" not in page_text(switch_person(visitor.at(FIRST_RUSH), "x06"))


def test_hiding_practice_help_hides_the_hazard(visitor):
    planted = "Has a legacy PACER account. It must be upgraded before it can be linked."
    assert planted in page_text(switch_person(visitor, "p01"))
    visitor.post("/help-layer/")
    assert planted not in page_text(visitor.get("/"))
    assert "Your step" not in page_text(visitor.get("/www/nmd/"))


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
    with django_assert_num_queries(15):
        visitor.get("/")
