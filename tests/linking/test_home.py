"""The rehearsal's home: the picker, my steps, the doors, the cast."""

import re

import pytest

from tests.support.cast import JOHN, NOEL
from tests.support.factories import CmecfAccountFactory, PacerAccountFactory
from tests.support.legacy import words
from tests.support.link_steps import link
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, SEED_MOMENT, WEEKEND

pytestmark = pytest.mark.django_db


def sit_down(visitor, key):
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


def test_a_newcomer_is_asked_who_she_is_and_noel_is_suggested(visitor):
    page = visitor.get("/")
    assert page.status_code == 200
    assert "Who are you today?" in words(page)
    assert "Noel Attorney Start here" in words(page)
    assert page.content.decode().count("/people/p") == 10


def test_sitting_down_shows_four_steps_and_one_button(visitor):
    page = sit_down(visitor, "p01")
    assert "My four steps" in words(page)
    assert "Next: step 2 of 4" in words(page)
    button = re.search(r'usa-button--big" href="([^"]+)">([^<]+)<', page.content.decode())
    assert button.groups() == (
        visitor.rehearsal.mount + "/psc/upgrade/",
        "Upgrade your PACER account",
    )
    assert "Opens on Monday, April 20, 2020, at 8:00 am MT" in words(page)


@pytest.mark.parametrize("key", [f"p{n:02}" for n in range(1, 11)])
@pytest.mark.parametrize("at", [SEED_MOMENT, WEEKEND, FIRST_RUSH], ids=["legacy", "outage", "live"])
def test_everybody_has_a_home_in_every_phase_and_its_doors_open(visitor, key, at):
    visitor.at(at)
    page = sit_down(visitor, key)
    assert page.status_code == 200
    button = re.search(r'usa-button--big" href="(/[^"]+)"', page.content.decode())
    if button:
        assert visitor.get(button[1]).status_code in (200, 302)


def test_the_cast_table_has_the_six_columns_and_plain_cells(visitor):
    header, *rows = cast_table(visitor.get("/"))
    assert header == [
        "Person", "PACER username", "PACER password", "Court", "CM/ECF login", "CM/ECF password",
    ]  # fmt: skip
    assert ["Noel Attorney", NOEL.username, NOEL.password] == rows[0][:3]
    assert rows[0][4:] == [NOEL.login, NOEL.ecf_password]
    assert {len(row) for row in rows} == {6}
    assert "o&amp;solicitor" in [row[4] for row in rows]


def test_what_the_table_says_signs_one_on(visitor):
    row = next(row for row in cast_table(visitor.get("/")) if row[0] == JOHN.name)
    assert log_in(visitor, username=row[1], password=row[2]).status_code == 302


def test_after_the_link_the_home_says_so(visitor):
    sit_down(visitor.at(FIRST_RUSH), "p02")
    link(visitor, JOHN)
    page = words(visitor.get("/"))
    assert "All four steps are done" in page
    assert "1 unread letter" in page
    assert "Linked on April 20, 2020." in page


def test_the_doors_lead_to_every_site_and_say_each_courts_phase(visitor):
    page = visitor.get("/").content.decode()
    for path in ("/www/nmd/cmecf-nextgen/", "/pacer/", "/psc/login/", "/clock/", "/mail/"):
        assert f'href="{visitor.rehearsal.mount}{path}"' in page
    for court, phase in (("nmd", "legacy"), ("nmb", "nextgen"), ("ca10", "nextgen")):
        door = page.split(f'href="{visitor.rehearsal.mount}/ecf/{court}/"')[1][:200]
        assert f"phase--{phase}" in door


def test_the_planted_condition_goes_with_the_help_layer(visitor):
    planted = "A legacy PACER account: it must be upgraded before it can be linked."
    assert planted in words(sit_down(visitor, "p01"))
    visitor.post("/help-layer/")
    assert planted not in words(visitor.get("/"))


def test_gilbert_alone_reads_who_plays_the_court_he_has_to_call(visitor):
    assert "Staff sign-in is on the site's first page" in words(sit_down(visitor, "p04"))
    assert "Staff sign-in" not in words(sit_down(visitor, "p02"))


def test_the_home_of_another_world_shows_nothing_of_this_one(visitor, other_rehearsal):
    sit_down(visitor.at(FIRST_RUSH), "p02")
    link(visitor, JOHN)
    page = visitor.client.get(other_rehearsal.mount + "/")
    assert "Who are you today?" in words(page)
    assert "linked: this login is dead" not in words(page).split("mesquire")[0]


def test_a_name_full_of_markup_is_only_a_name(visitor):
    PacerAccountFactory(rehearsal=visitor.rehearsal, first_name="<script>", last_name='"><b>')
    page = visitor.get("/").content.decode()
    assert "&lt;script&gt; &quot;&gt;&lt;b&gt;" in page


def test_the_home_takes_as_many_queries_for_a_class_as_for_one(visitor, django_assert_num_queries):
    sit_down(visitor, "p01")
    PacerAccountFactory.create_batch(20, rehearsal=visitor.rehearsal)
    CmecfAccountFactory.create_batch(20, court=visitor.rehearsal.courts.get(code="nmd"))
    with django_assert_num_queries(10):
        visitor.get("/")
