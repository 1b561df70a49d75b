"""The admin pages of courts and CM/ECF accounts."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse, reverse_lazy

from cmecf.legacy.rules import LEGACY_LOCKOUT
from rehearsals.clock.clock import wall_now
from rehearsals.models import Mail
from rehearsals.security import login_attempts
from tests.support.cast import GILBERT, JOHN
from tests.support.page_text import page_text
from tests.support.staff import confirmed, staff_client

pytestmark = pytest.mark.django_db
LIST = reverse_lazy("admin:cmecf_cmecfaccount_changelist")


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


def account_of(rehearsal, member):
    return rehearsal.cmecf_accounts.get(login=member.login, court__code="nmd")


def run(client, action, *accounts):
    return client.post(LIST, confirmed(action, *accounts), follow=True)


def change(client, account, **values):
    fields = ("first_name", "middle_name", "last_name", "email", "role", "only_case")
    data = {name: getattr(account, name) for name in fields} | values
    url = reverse("admin:cmecf_cmecfaccount_change", args=[account.pk])
    return client.post(url, data, follow=True)


def test_clerk_finds_filer_by_name_or_login(clerk, rehearsal):
    for query in ("barrister", "gbarrister", "gb@oldfirm"):
        page = clerk.get(reverse("admin:cmecf_cmecfaccount_changelist"), {"q": query})
        assert "Gilbert Barrister" in page.content.decode()


def test_clerk_changes_email_and_both_addresses_get_a_message(clerk, rehearsal):
    account = account_of(rehearsal, GILBERT)
    saved = change(clerk, account, email="gilbert@example.com")
    assert f"Saved: {account}, in {rehearsal}." in page_text(saved)
    account.refresh_from_db()
    assert account.email == "gilbert@example.com"
    emails = Mail.objects.filter(rehearsal=rehearsal, subject__contains="E-mail on file changed")
    assert {message.to for message in emails} == {"gb@oldfirm.example.net", "gilbert@example.com"}
    line = rehearsal.activities.get(what="cmecf.email_changed")
    assert "staff clerk" in line.detail


def test_clerk_emails_reset_link(clerk, rehearsal):
    run(clerk, "mail_reset", account_of(rehearsal, JOHN))
    message = rehearsal.mails.get()
    assert message.to == JOHN.email
    assert f"{rehearsal.mount}/ecf/nmd/cgi-bin/resetPassword.pl/" in message.body


def test_clerk_locks_and_unlocks_login(clerk, rehearsal):
    account = account_of(rehearsal, JOHN)
    run(clerk, "lock", account)
    account.refresh_from_db()
    assert not account.is_active
    run(clerk, "unlock", account)
    account.refresh_from_db()
    assert account.is_active
    assert set(rehearsal.activities.values_list("what", flat=True)) >= {
        "cmecf.locked",
        "cmecf.unlocked",
    }


def test_clerk_changes_go_live_in_court_time(clerk, rehearsal):
    court = rehearsal.courts.get(code="nmd")
    url = reverse("admin:cmecf_court_change", args=[court.pk])
    assert 'value="2020-04-20 08:00:00"' in clerk.get(url).content.decode()
    kept = ("name", "title", "masthead", "time_zone", "help_phone", "help_email")
    data = {name: getattr(court, name) for name in kept} | {
        "outage_starts_at": "2020-04-17 15:00:00",
        "go_live_at": "2020-04-20 09:30:00",
    }
    assert clerk.post(url, data).status_code == 302
    court.refresh_from_db()
    assert court.go_live_at == datetime(2020, 4, 20, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize("model", ["court", "cmecfaccount"])
def test_admin_refuses_adding_and_deleting(clerk, rehearsal, model):
    assert clerk.get(reverse(f"admin:cmecf_{model}_add")).status_code == 403
    row = rehearsal.courts.first() if model == "court" else account_of(rehearsal, JOHN)
    assert clerk.get(reverse(f"admin:cmecf_{model}_delete", args=[row.pk])).status_code == 403


@pytest.mark.parametrize("wrong_id", ["x", "1/clock", "9" * 30])
def test_court_with_wrong_id_is_not_found(clerk, wrong_id):
    page = clerk.get(reverse("admin:cmecf_court_change", args=[wrong_id]))
    assert page.status_code == 404


def listed(client, **query) -> dict[str, str]:
    """The logins in the list, with their states."""
    rows = client.get(LIST, query).context["cl"].result_list
    return {row.login: row.login_state for row in rows if row.court.code == "nmd"}


def test_locked_logins_are_listed_also_after_wrong_passwords(clerk, rehearsal):
    assert listed(clerk, state="locked") == {}
    run(clerk, "lock", account_of(rehearsal, JOHN))
    for _ in range(6):
        login_attempts.register_attempt(
            rehearsal, "cmecf:nmd", GILBERT.login, rule=LEGACY_LOCKOUT, at=wall_now()
        )
    locked = {JOHN.login: "by_court", GILBERT.login: "wrong_passwords"}
    assert listed(clerk, state="locked") == locked
    assert (
        f'<span class="queue-count">{len(locked)}</span>' in clerk.get("/staff/").content.decode()
    )
    run(clerk, "unlock", account_of(rehearsal, JOHN), account_of(rehearsal, GILBERT))
    assert listed(clerk, state="locked") == {}


def test_list_is_sorted_by_state(clerk, rehearsal):
    run(clerk, "lock", account_of(rehearsal, JOHN))
    states = list(listed(clerk, o="2").values())
    assert states == sorted(states)
    assert len(set(states)) > 1


def test_list_query_count_is_constant(
    clerk, rehearsal, other_rehearsal, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        clerk.get(reverse("admin:cmecf_cmecfaccount_changelist"))
