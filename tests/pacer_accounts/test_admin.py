"""The admin pages of PACER accounts."""

import pytest
from django.contrib.auth.models import Permission, User

from rehearsals.models import Activity
from tests.support import login_pages
from tests.support.cast import ADELE, JOHN, NOEL
from tests.support.staff import confirmed, working
from tests.support.upgrade_pages import account, log_in

pytestmark = pytest.mark.django_db

LIST = "/admin/pacer_accounts/paceraccount/"


@pytest.fixture
def clerk(client, rehearsal):
    """A client for Carla, a clerk who can only view and change PACER accounts."""
    carla = User.objects.create_user("carla", is_staff=True)
    names = ["view_paceraccount", "change_paceraccount"]
    carla.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(carla)
    return working(client, rehearsal)


def page_of(who, visitor) -> str:
    return f"{LIST}{account(visitor, who).pk}/change/"


def form_of(clerk, path) -> dict:
    form = clerk.get(path).context["adminform"].form
    return {name: form[name].value() or "" for name in form.fields}


@pytest.mark.parametrize("query", ["7030833", "noelattorney", "Noel", "noel@example.com"])
def test_account_found_by_number_username_name_and_email(clerk, visitor, query):
    result = clerk.get(LIST, {"q": query}).context["cl"].result_list
    assert [row.account_number for row in result] == [NOEL.number]


def test_list_costs_the_same_for_two_rehearsals(
    clerk, visitor, other_rehearsal, django_assert_max_num_queries
):
    clerk.get(LIST)
    with django_assert_max_num_queries(11):
        clerk.get(LIST)


def test_corrected_email_saved_and_logged(clerk, visitor):
    path = page_of(NOEL, visitor)
    typed = form_of(clerk, path) | {"email": "noel@example.org"}
    assert clerk.post(path, typed).status_code == 302
    assert account(visitor, NOEL).email == "noel@example.org"
    line = Activity.objects.get(what="pacer.corrected")
    assert (line.who, line.detail) == ("staff carla", "PACER 7030833: email")
    assert line.rehearsal == visitor.rehearsal


def test_saving_without_a_change_writes_nothing(clerk, visitor):
    path = page_of(NOEL, visitor)
    clerk.post(path, form_of(clerk, path))
    assert not Activity.objects.filter(what="pacer.corrected").exists()


def test_identity_cannot_be_changed(clerk, visitor):
    path = page_of(NOEL, visitor)
    forged = {"account_number": "7990099", "username": "x", "account_type": "upgraded"}
    forged |= {"password": "x", "holder_kind": "paa", "is_disabled": "on", "balance": "9"}
    clerk.post(path, form_of(clerk, path) | forged)
    row = account(visitor, NOEL)
    assert row.is_legacy
    assert (row.username, row.holder_kind, row.balance) == ("noelattorney", "individual", 0)
    assert not row.is_disabled
    assert row.has_password(NOEL.password)


def test_no_page_shows_a_hash_or_an_answer(clerk, visitor):
    row = account(visitor, NOEL)
    page = clerk.get(page_of(NOEL, visitor)).content.decode()
    assert row.password not in page
    assert 'name="answer_1"' not in page


def test_accounts_cannot_be_added_or_deleted(clerk, visitor):
    assert clerk.get(f"{LIST}add/").status_code == 403
    row = account(visitor, NOEL)
    assert clerk.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_disabling_ends_sign_ons_and_can_be_undone(clerk, visitor):
    log_in(visitor, JOHN)
    john = account(visitor, JOHN)
    clerk.post(LIST, confirmed("disable", john))
    assert account(visitor, JOHN).is_disabled
    assert not login_pages.is_signed_on(visitor)
    clerk.post(LIST, confirmed("enable", john))
    assert not account(visitor, JOHN).is_disabled
    lines = Activity.objects.filter(what__in=("pacer.disabled", "pacer.enabled"))
    assert {(line.who, line.detail) for line in lines} == {("staff carla", f"PACER {JOHN.number}")}


def test_disable_needs_the_change_permission(clerk, visitor):
    user = User.objects.get(username="carla")
    user.user_permissions.set(Permission.objects.filter(codename="view_paceraccount"))
    clerk.post(LIST, confirmed("disable", account(visitor, ADELE)))
    assert not account(visitor, ADELE).is_disabled


def test_clerk_activates_case_search_as_the_service_center(clerk, visitor):
    noel = account(visitor, NOEL)
    noel.case_search_status = "inactive"
    noel.save()
    action = confirmed("activate_search", noel)
    answer = clerk.post(LIST, action, follow=True).content.decode()
    assert (
        "Case search activated and e-mail sent: 7030833 noelattorney, in Test rehearsal" in answer
    )
    noel.refresh_from_db()
    assert noel.get_case_search_status_display() == "Active"
    line = noel.rehearsal.activities.get(what="pacer.activate_search")
    assert (line.who, noel.account_number in line.detail) == ("staff carla", True)
    assert noel.rehearsal.mails.filter(to=noel.email).count() == 1
    assert "already active" in clerk.post(LIST, action, follow=True).content.decode()
