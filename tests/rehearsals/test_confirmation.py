"""Actions of the staff lists ask first, and show what will happen to each row."""

import pytest
from django.urls import reverse_lazy

from tests.support.cast import GILBERT, JOHN, NOEL
from tests.support.moments import FIRST_RUSH
from tests.support.page_text import page_text
from tests.support.staff import chosen, confirmed, staff_client

pytestmark = pytest.mark.django_db
FILERS = reverse_lazy("admin:cmecf_cmecfaccount_changelist")


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


def filer(rehearsal, who):
    return rehearsal.cmecf_accounts.get(login=who.login, court__code="nmd")


def test_nothing_is_mailed_before_the_confirmation(clerk, rehearsal):
    john, gilbert = filer(rehearsal, JOHN), filer(rehearsal, GILBERT)
    asked = page_text(clerk.post(FILERS, chosen("mail_reset", john, gilbert)))
    assert f"E-mail password resets in Test rehearsal ({rehearsal.code})?" in asked
    assert f"A reset link goes to {JOHN.email}" in asked
    assert "A reset link goes to gb@oldfirm.example.net" in asked
    assert "Send 2 reset e-mails" in asked
    assert not rehearsal.mails.exists()
    done = page_text(clerk.post(FILERS, confirmed("mail_reset", john, gilbert), follow=True))
    assert f"practice mailbox: 2, in Test rehearsal ({rehearsal.code})." in done
    assert rehearsal.mails.count() == 2


def test_all_rows_of_a_list_are_listed_before_anything_is_mailed(clerk, rehearsal):
    every = chosen("mail_reset", filer(rehearsal, JOHN), select_across="1")
    asked = clerk.post(FILERS, every)
    count = rehearsal.cmecf_accounts.count()
    assert f"Send {count} reset e-mails" in page_text(asked)
    assert len(asked.context["ready"]) == count
    assert not rehearsal.mails.exists()


def test_confirmation_says_which_mail_a_linked_or_locked_login_gets(clerk, rehearsal):
    john, noel = filer(rehearsal, JOHN), filer(rehearsal, NOEL)
    john.pacer_account = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    john.linked_at = FIRST_RUSH
    john.save()
    clerk.post(FILERS, confirmed("lock", noel))
    asked = page_text(clerk.post(FILERS, chosen("mail_reset", john, noel)))
    assert f"log in with PACER account {JOHN.number}" in asked
    assert f"An e-mail to {NOEL.email} says that the account is not active" in asked


def test_rows_that_will_be_refused_are_named_and_left_out(clerk, rehearsal):
    noel, john = filer(rehearsal, NOEL), filer(rehearsal, JOHN)
    clerk.post(FILERS, confirmed("lock", noel))
    page = clerk.post(FILERS, chosen("lock", noel, john))
    assert "Not done. The court locked this login already." in page_text(page)
    assert "Lock 1 login" in page_text(page)
    assert [row.pk for row in page.context["ready"]] == [john.pk]
    assert "Nothing can be done" in page_text(clerk.post(FILERS, chosen("lock", noel)))


def test_cancel_and_the_confirmed_action_keep_the_lists_filters(clerk, rehearsal):
    narrow = f"{FILERS}?court__code=nmd"
    john = filer(rehearsal, JOHN)
    assert f'href="{narrow}">Cancel' in clerk.post(narrow, chosen("lock", john)).content.decode()
    assert clerk.post(narrow, confirmed("lock", john)).url == narrow


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [("/staff/?from=a-person", "/staff/?from=a-person"), ("https://evil.example/", FILERS)],
)
def test_button_on_another_page_leads_back_there_but_not_elsewhere(
    clerk, rehearsal, path, leads_to
):
    john = filer(rehearsal, JOHN)
    assert clerk.post(FILERS, chosen("lock", john, next=path)).context["back"] == leads_to
    answer = clerk.post(FILERS, confirmed("lock", john, next=path))
    assert answer.url == leads_to


def test_page_of_an_account_offers_its_actions(clerk, rehearsal):
    url = f"{FILERS}{filer(rehearsal, JOHN).pk}/change/"
    offered = clerk.get(url).context["row_actions"]
    assert [name for name, _ in offered] == ["mail_reset", "lock", "unlock"]
    trainer = staff_client("Trainers", rehearsal)
    looked_at = trainer.get(url)
    assert looked_at.status_code == 200
    assert looked_at.context["row_actions"] == []


def test_history_shows_the_activity_of_that_login_only(clerk, rehearsal):
    john, noel = filer(rehearsal, JOHN), filer(rehearsal, NOEL)
    clerk.post(FILERS, confirmed("lock", john))
    page = page_text(clerk.get(f"{FILERS}{john.pk}/history/"))
    assert "Locked a CM/ECF login" in page
    assert "by staff clerk" in page
    assert "UTC" in page
    assert "Nothing has happened yet" in page_text(clerk.get(f"{FILERS}{noel.pk}/history/"))
