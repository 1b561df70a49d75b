"""The court's help desk comes from its row, on every page."""

import pytest

from tests.support.moments import LIVE

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
    assert NEW_EMAIL in after
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
