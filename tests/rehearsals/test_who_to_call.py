"""The court's help desk comes from its row, on every page. The problem cards can be searched."""

import re

import pytest
from django.utils.html import escape

from tests.support.moments import LIVE
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db
PAGE = "/help/who-to-call/"
NEW_PHONE, NEW_EMAIL = "505-555-0177", "new-desk@example.org"


@pytest.mark.parametrize(
    "path", [PAGE, "/", "/pacer/", "/pacer/contact/", "/cso/csologin/login.jsf", "/ecf/nmd/"]
)
def test_changed_help_desk_shows_on_every_page(visitor, rehearsal, path):
    visitor.at(LIVE)
    court = rehearsal.courts.get(code="nmd")
    before = visitor.get(path, follow=True).content.decode()
    assert court.help_phone in before
    rehearsal.courts.filter(code="nmd").update(help_phone=NEW_PHONE, help_email=NEW_EMAIL)
    after = visitor.get(path, follow=True).content.decode()
    assert NEW_PHONE in after
    assert court.help_email not in after
    assert court.help_phone not in after


def test_help_desk_of_another_rehearsal_is_not_shown(visitor, other_rehearsal):
    other_rehearsal.courts.filter(code="nmd").update(help_phone=NEW_PHONE)
    assert NEW_PHONE not in visitor.get(PAGE).content.decode()


def test_page_works_without_the_home_court(visitor, rehearsal):
    rehearsal.cmecf_accounts.all().delete()
    rehearsal.courts.filter(code="nmd").delete()
    assert "CM/ECF Help Desk, District of New Mexico" in visitor.get(PAGE).content.decode()


def test_who_to_call_query_count(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):  # the rehearsal, the court, the persona
        visitor.get(PAGE)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("forgot pacer PASSWORD", {"pacer-password"}),
        ("email reset cmecf", {"old-email"}),
        ("own office", {"shared-account"}),
        ("“disabled”", {"account-disabled"}),
        ("no such problem", set()),
    ],
    ids=["every word, any case", "without punctuation", "the desk", "quotes", "none"],
)
def test_search_finds_cards_with_every_word(visitor, query, found):
    page = visitor.get(PAGE, data={"q": query}).content.decode()
    assert set(re.findall(r'class="problem" id="([^"]+)"', page)) == found
    assert f'value="{escape(query)}"' in page


def test_search_counts_what_it_finds_and_names_both_desks_if_nothing(visitor):
    assert "1 problem matches “forgot pacer password”." in page_text(
        visitor.get(PAGE, data={"q": "forgot pacer password"})
    )
    nothing = page_text(visitor.get(PAGE, data={"q": "xylophone"}))
    assert "No problem matches “xylophone”." in nothing
    assert "(800) 676-6856" in nothing
    assert "(505) 348-2075" in nothing
    assert "word for word" in nothing
