"""The court's desk is the one its row names: a clerk who changes the telephone is read everywhere."""

import pytest

from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db
PAGE = "/help/who-to-call/"
NEW_PHONE, NEW_EMAIL = "505-555-0177", "new-desk@example.org"


@pytest.mark.parametrize(
    "path", [PAGE, "/", "/pacer/", "/pacer/contact/", "/cso/csologin/login.jsf", "/ecf/nmd/"]
)
def test_a_new_telephone_of_the_court_stands_on_every_page(visitor, rehearsal, path):
    visitor.at(LIVE)
    court = rehearsal.courts.get(code="nmd")
    before = visitor.get(path, follow=True).content.decode()
    assert court.help_phone in before
    rehearsal.courts.filter(code="nmd").update(help_phone=NEW_PHONE, help_email=NEW_EMAIL)
    after = visitor.get(path, follow=True).content.decode()
    assert NEW_PHONE in after
    assert NEW_EMAIL in after
    assert court.help_phone not in after


def test_another_rehearsals_court_changes_nothing_here(visitor, other_rehearsal):
    other_rehearsal.courts.filter(code="nmd").update(help_phone=NEW_PHONE)
    assert NEW_PHONE not in visitor.get(PAGE).content.decode()


def test_a_rehearsal_without_its_home_court_still_answers(visitor, rehearsal):
    rehearsal.cmecf_accounts.all().delete()
    rehearsal.courts.filter(code="nmd").delete()
    assert "CM/ECF Help Desk, District of New Mexico" in visitor.get(PAGE).content.decode()


def test_seventeen_cards_cost_one_look_at_the_court(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):  # the rehearsal, the court, the persona
        visitor.get(PAGE)
