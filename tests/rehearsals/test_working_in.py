"""Staff work in one rehearsal: they choose it first, and every list and action is limited to it."""

import pytest
from django.urls import reverse

from tests.support.cast import GILBERT, NOEL
from tests.support.staff import confirmed, staff_client

pytestmark = pytest.mark.django_db
HOME, CHOOSE, LOG = "/staff/", "/staff/rehearsals/", "/admin/rehearsals/activity/"
FILERS = reverse("admin:cmecf_cmecfaccount_changelist")


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


@pytest.fixture
def newly_signed_in(rehearsal):
    client = staff_client("Clerks")  # a clerk who sees all would have to be a trainer
    session = client.session
    session.clear()
    client.force_login(client.get(CHOOSE).wsgi_request.user)
    return client


def filer(rehearsal, who):
    return rehearsal.cmecf_accounts.get(login=who.login)


def words(page) -> str:
    return page.content.decode()


def test_home_and_lists_ask_which_rehearsal_first(newly_signed_in):
    assert newly_signed_in.get(HOME).url == f"{CHOOSE}?next=%2Fstaff%2F"
    assert newly_signed_in.get(FILERS).url == f"{CHOOSE}?next=%2Fadmin%2Fcmecf%2Fcmecfaccount%2F"


@pytest.mark.parametrize("how", ["title", "code", "address"])
def test_rehearsal_is_found_and_chosen(newly_signed_in, rehearsal, other_rehearsal, how):
    text = {
        "title": "test reh",
        "code": rehearsal.code,
        "address": f"https://example.org{rehearsal.mount}/mail/",
    }[how]
    page = words(newly_signed_in.get(CHOOSE, {"q": text}))
    assert rehearsal.code in page
    assert other_rehearsal.code not in page
    answer = newly_signed_in.post(CHOOSE, {"code": rehearsal.code, "next": FILERS})
    assert answer.url == FILERS
    page = words(newly_signed_in.get(FILERS))
    assert f"Working in: <strong>Test rehearsal</strong> ({rehearsal.code})" in page


@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example/staff/", "/r/demo/"])
def test_choosing_leads_to_staff_pages_only(newly_signed_in, rehearsal, path):
    answer = newly_signed_in.post(CHOOSE, {"code": rehearsal.code, "next": path})
    assert answer.url == HOME


def test_lists_show_the_chosen_rehearsal_only(clerk, rehearsal, other_rehearsal):
    result = clerk.get(FILERS).context["cl"].result_list
    assert {row.rehearsal for row in result} == {rehearsal}


def test_page_of_another_rehearsal_names_it_and_offers_to_switch(clerk, other_rehearsal):
    row = filer(other_rehearsal, GILBERT)
    page = clerk.get(f"{FILERS}{row.pk}/change/")
    assert page.status_code == 404
    assert f"Switch to Another rehearsal ({other_rehearsal.code})" in words(page)
    saved = clerk.post(f"{FILERS}{row.pk}/change/", {"email": "thief@example.org"})
    assert saved.status_code == 404
    row.refresh_from_db()
    assert row.email != "thief@example.org"


def test_action_from_a_tab_of_another_rehearsal_does_nothing(clerk, rehearsal, other_rehearsal):
    row = filer(rehearsal, NOEL)
    old_tab = confirmed("lock", row, rehearsal=rehearsal.code)
    clerk.post(CHOOSE, {"code": other_rehearsal.code})
    answer = clerk.post(FILERS, old_tab, follow=True)
    assert "You switched to another rehearsal in another tab" in words(answer)
    row.refresh_from_db()
    assert row.is_active


def test_only_trainers_may_see_all_rehearsals(clerk, rehearsal, other_rehearsal):
    assert "See all rehearsals" not in words(clerk.get(CHOOSE))
    assert clerk.post(CHOOSE, {"all": "1"}).status_code == 403
    trainer = staff_client("Trainers", rehearsal)
    trainer.post(CHOOSE, {"all": "1"})
    page = trainer.get(LOG)
    assert "You see all rehearsals" in words(page)
    shown = {line.rehearsal for line in page.context["cl"].result_list}
    assert shown == {rehearsal, other_rehearsal}


def test_choice_ends_with_the_rehearsal(clerk, rehearsal):
    rehearsal.is_ending = True
    rehearsal.save(update_fields=["is_ending"])
    assert clerk.get(FILERS).status_code == 302


def test_number_of_queries_does_not_grow_with_rehearsals(
    clerk, rehearsal, other_rehearsal, django_assert_max_num_queries
):
    with django_assert_max_num_queries(7):
        clerk.get(CHOOSE)
