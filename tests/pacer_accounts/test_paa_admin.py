"""The admin pages of group billing."""

import pytest

from tests.support.moments import LIVE
from tests.support.payment_pages import FIRM, add_invitation, add_membership, make_paa, make_person
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db

LIST = "/admin/pacer_accounts/paamembership/"


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


@pytest.fixture
def paa(rehearsal):
    return make_paa(rehearsal)


def page_of(account) -> str:
    return f"/admin/pacer_accounts/paceraccount/{account.pk}/change/"


def test_list_shows_the_state_of_each_membership(clerk, rehearsal, paa):
    add_membership(paa, make_person(rehearsal))
    add_invitation(paa, make_person(rehearsal))
    ended, declined = (
        add_membership(paa, make_person(rehearsal)),
        add_invitation(paa, make_person(rehearsal)),
    )
    for row in (ended, declined):
        row.ended_at = LIVE
        row.save()
    page = clerk.get(LIST, {"q": paa.account_number}).content.decode()
    states = ("In force", "Waiting for the holder", ">Ended<", "Declined or withdrawn")
    for state in states:
        assert state in page


def test_each_filter_works(clerk, rehearsal, paa):
    row = add_membership(paa, make_person(rehearsal))
    add_invitation(paa, make_person(rehearsal))
    page = clerk.get(LIST, {"state": "in_force"})
    assert [one.pk for one in page.context["cl"].result_list] == [row.pk]


def test_memberships_cannot_be_changed(clerk, rehearsal, paa):
    row = add_membership(paa, make_person(rehearsal))
    page = clerk.get(f"{LIST}{row.pk}/change/")
    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    assert clerk.post(f"{LIST}{row.pk}/change/", {"remark": "x"}).status_code == 403
    assert clerk.get(f"{LIST}add/").status_code == 403
    assert clerk.post(f"{LIST}{row.pk}/delete/").status_code == 403


def test_account_page_shows_who_pays(clerk, rehearsal, paa):
    paula, alone = make_person(rehearsal), make_person(rehearsal)
    add_membership(paa, paula)
    assert f"Paid by {paa.account_number}" in clerk.get(page_of(paula)).content.decode()
    assert FIRM in clerk.get(page_of(paula)).content.decode()
    assert "A PAA that pays for 1 account<" in clerk.get(page_of(paa)).content.decode()
    assert "Pays its own fees" in clerk.get(page_of(alone)).content.decode()


def test_list_costs_the_same_for_more_rows(clerk, rehearsal, paa, django_assert_max_num_queries):
    for _ in range(10):
        add_membership(paa, make_person(rehearsal))
    clerk.get(LIST)
    with django_assert_max_num_queries(11):
        clerk.get(LIST)
