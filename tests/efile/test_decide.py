"""The court's decision on a registration, and what a second account means."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from cmecf.models import AccountOrigin
from efile.choices import Reason, RequestStatus
from efile.models import EfileRegistration, RegistrationDocument
from efile.queue import services
from efile.queue.matches import likely_matches
from efile.queue.refusals import DecisionRefusal
from efile.queue.rules import why_not_ask_for_more, why_not_reject
from linking.unlink.services import unlink
from rehearsals.clock.clock import wall_now
from rehearsals.help.refusals import Refused
from rehearsals.models import CourtClock
from tests.support.cast import ADELE, GILBERT, JOHN, MIRIAM, RUTH
from tests.support.factories import EfileRegistrationFactory
from tests.support.four_steps import steps_of
from tests.support.link_steps import CIVIL, FORM, UTILITIES, agree
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, LIVE, WEEKEND
from tests.support.staff import staff_client
from tests.support.visitor import hold
from training.home.situation import Action, Status

pytestmark = pytest.mark.django_db
LIST = "admin:efile_efileregistration_changelist"
PAGE = "admin:efile_efileregistration_change"
DECIDE = "admin:efile_efileregistration_decide"


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


def ask(rehearsal, who=RUTH, court="nmd", **more):
    hold(rehearsal, FIRST_RUSH)
    account = rehearsal.pacer_accounts.get(account_number=who.number)
    return EfileRegistrationFactory(
        court=rehearsal.courts.get(code=court), pacer_account=account, **more
    )


def press(client, row, verb, **typed):
    return client.post(reverse(DECIDE, args=[row.pk]), {"decision": verb} | typed, follow=True)


def test_approved_filer_can_file_at_once(clerk, rehearsal, new_visitor):
    row = ask(rehearsal)
    assert "Approved" in press(clerk, row, "approve").content.decode()
    row.refresh_from_db()
    account = row.cmecf_account
    assert (row.status, row.decided_by) == (RequestStatus.PROCESSED, "staff clerk")
    assert (account.origin, account.email_frequency) == (AccountOrigin.REGISTRATION, "daily")
    assert not account.has_password("")
    visitor = new_visitor()
    log_in(visitor, RUTH)
    agree(visitor)
    assert "Registered on" in visitor.get(UTILITIES).content.decode()
    filing = visitor.get(CIVIL).content.decode()
    assert "Opened by your approved e-file registration" in filing
    assert "Linked CM/ECF account" not in filing


def test_approval_is_emailed_and_logged(clerk, rehearsal):
    press(clerk, ask(rehearsal), "approve", remark="Welcome to the bar")
    email = rehearsal.mails.get(to=RUTH.email)
    assert "Welcome to the bar" in email.body
    assert RUTH.number in email.body
    line = rehearsal.activities.get(what="efile.approved")
    assert line.who == "staff clerk"


def test_registering_instead_of_linking_makes_two_accounts(clerk, rehearsal, new_visitor):
    row = ask(rehearsal, JOHN)
    press(clerk, row, "approve")
    old = rehearsal.cmecf_accounts.get(login=JOHN.login, court__code="nmd")
    assert not old.is_linked
    step = steps_of(rehearsal, JOHN.key, FIRST_RUSH)[3]
    assert (step.status, step.action) == (Status.PROBLEM, Action.CALL_COURT)
    visitor = new_visitor()
    log_in(visitor, JOHN)
    agree(visitor)
    page = visitor.post(FORM, {"login": JOHN.login, "password": JOHN.ecf_password})
    assert "That registration created a new CM/ECF account" in page.content.decode()
    old.refresh_from_db()
    assert not old.is_linked


def test_approval_completes_the_four_steps(clerk, rehearsal):
    press(clerk, ask(rehearsal), "approve")
    assert [step.status for step in steps_of(rehearsal, RUTH.key, FIRST_RUSH)[2:]] == [
        Status.COMPLETED
    ] * 2


def test_withdrawal_closes_the_account_without_mentioning_a_password(rehearsal, inside_rehearsal):
    row = services.approve(
        request_id=ask(inside_rehearsal).pk, remark="", who="staff clerk", at=FIRST_RUSH
    )
    account = unlink(
        account=row.cmecf_account, reason="Approved by mistake", who="staff clerk", at=FIRST_RUSH
    )
    assert (account.is_active, account.must_reset_password) == (False, False)
    email = rehearsal.mails.get(subject__contains="withdrawn")
    assert "password" not in email.body.lower()


def test_second_approval_gets_a_new_login(inside_rehearsal):
    first = services.approve(
        request_id=ask(inside_rehearsal).pk, remark="", who="staff clerk", at=FIRST_RUSH
    )
    unlink(
        account=first.cmecf_account, reason="Approved by mistake", who="staff clerk", at=FIRST_RUSH
    )
    second = services.approve(
        request_id=ask(inside_rehearsal).pk, remark="", who="staff clerk", at=FIRST_RUSH
    )
    assert second.cmecf_account.login != first.cmecf_account.login


def test_no_approval_after_a_link(clerk, rehearsal):
    row = ask(rehearsal, JOHN)
    rehearsal.cmecf_accounts.filter(login=JOHN.login, court__code="nmd").update(
        pacer_account=row.pacer_account, linked_at=FIRST_RUSH
    )
    assert "already files in this court" in press(clerk, row, "approve").content.decode()
    row.refresh_from_db()
    assert row.is_open


@pytest.mark.parametrize("second", ["approve", "reject", "more"])
def test_second_decision_is_refused(clerk, rehearsal, second):
    row = ask(rehearsal)
    press(clerk, row, "approve")
    page = press(clerk, row, second, reason="document", remark="Late")
    assert "has already been decided" in page.content.decode()
    row.refresh_from_db()
    assert row.status == RequestStatus.PROCESSED
    assert rehearsal.cmecf_accounts.filter(pacer_account=row.pacer_account).count() == 1


def test_rejection_email_has_reason_and_advice(clerk, rehearsal):
    row = ask(rehearsal, JOHN)
    press(clerk, row, "reject", reason="link_instead", remark="You are jattorney")
    row.refresh_from_db()
    assert (row.status, row.reason) == (RequestStatus.REJECTED, Reason.LINK_INSTEAD)
    body = rehearsal.mails.get(subject__contains="not approved").body
    assert "link your accounts instead" in body
    assert FORM in body
    assert "You are jattorney" in body


def test_asking_for_more_leaves_the_request_open(clerk, rehearsal):
    row = ask(rehearsal)
    press(clerk, row, "more", remark="Which bar?")
    row.refresh_from_db()
    assert (row.status, row.is_open) == (RequestStatus.MORE_INFO, True)
    body = rehearsal.mails.get().body
    assert "Which bar?" in body
    assert f"/psc/account/maintenance/requests/{row.pk}/" in body


@pytest.mark.parametrize(
    ("reason", "remark", "refusal"),
    [
        ("", "", DecisionRefusal.REASON_MISSING),
        ("made_up", "x", DecisionRefusal.REASON_MISSING),
        ("other", "  ", DecisionRefusal.REMARK_MISSING),
        ("other", "x", None),
        ("document", "", None),
    ],
)
def test_rejection_needs_a_reason(reason, remark, refusal):
    assert why_not_reject(EfileRegistration(), reason, remark) is refusal


@pytest.mark.parametrize("remark", ["", "  "])
def test_asking_for_more_needs_a_remark(remark):
    refusal = why_not_ask_for_more(EfileRegistration(), remark)
    assert refusal is DecisionRefusal.REMARK_MISSING


def test_disabled_account_is_not_approved(inside_rehearsal):
    row = ask(inside_rehearsal)
    inside_rehearsal.pacer_accounts.filter(pk=row.pacer_account_id).update(is_disabled=True)
    with pytest.raises(Refused) as refused:
        services.approve(request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH)
    assert refused.value.reason is DecisionRefusal.DISABLED


@pytest.mark.parametrize("verb", ["approve", "reject", "more"])
def test_nothing_is_decided_before_go_live(clerk, rehearsal, verb):
    row = ask(rehearsal)
    hold(rehearsal, WEEKEND)
    page = press(clerk, row, verb, reason="document", remark="Too early")
    assert "is not on NextGen" in page.content.decode()
    row.refresh_from_db()
    assert row.status == RequestStatus.SUBMITTED
    hold(rehearsal, LIVE)
    assert (
        "is not on NextGen"
        not in press(clerk, row, verb, reason="document", remark="Now").content.decode()
    )


def test_party_may_file_only_in_the_requested_case(inside_rehearsal):
    row = ask(inside_rehearsal, role="party", recent_case="1:20-cv-00123")
    account = services.approve(
        request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH
    ).cmecf_account
    assert (account.role, account.only_case) == ("party", "1:20-cv-00123")


def test_account_gets_the_address_from_pacer(inside_rehearsal):
    row = ask(inside_rehearsal)
    account = services.approve(
        request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH
    ).cmecf_account
    assert row.pacer_account.city in account.postal_address
    assert account.login == f"PACER {RUTH.number}"


def test_matches_come_strongest_first_with_reasons(rehearsal):
    john = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    court = rehearsal.courts.get(code="nmd")
    matches = likely_matches(john, john.email, court.cmecf_accounts.all())
    assert matches[0].account.login == JOHN.login
    assert "same first and last name" in matches[0].reasons
    assert matches[0].should_link
    assert MIRIAM.login not in [match.account.login for match in matches]


def test_link_instead_is_preselected_for_a_match(clerk, rehearsal):
    row = ask(rehearsal, JOHN)
    page = clerk.get(reverse(PAGE, args=[row.pk])).content.decode()
    assert JOHN.login in page
    assert '<option value="link_instead" selected>' in page


def test_trainer_may_look_but_not_decide(clerk, rehearsal):
    row = ask(rehearsal, GILBERT)
    assert GILBERT.number in clerk.get(reverse(LIST)).content.decode()
    trainer = staff_client("Trainers", rehearsal)
    assert "Clerks decide this." in trainer.get(reverse(PAGE, args=[row.pk])).content.decode()
    assert press(trainer, row, "approve").status_code == 403
    row.refresh_from_db()
    assert row.status == RequestStatus.SUBMITTED


def test_document_is_a_download_of_its_own_request(clerk, rehearsal):
    row, other = ask(rehearsal), ask(rehearsal, ADELE)
    document = RegistrationDocument.objects.create(
        rehearsal=rehearsal, registration=row, name="<b>.pdf", sha256="0", content=b"%PDF-1.4",
        uploaded_at=FIRST_RUSH,
    )  # fmt: skip
    name = "admin:efile_efileregistration_file"
    page = clerk.get(reverse(name, args=[row.pk, document.pk]))
    assert page["Content-Disposition"].startswith("attachment")
    assert page.content == b"%PDF-1.4"
    assert clerk.get(reverse(name, args=[other.pk, document.pk])).status_code == 404
    trainer = staff_client("Trainers", rehearsal)
    User.objects.get(username="trainer").groups.clear()
    assert trainer.get(reverse(name, args=[row.pk, document.pk])).status_code == 403


@pytest.mark.parametrize("verb", ["approve", "reject", "more"])
def test_decision_carries_one_time_on_a_fast_clock(clerk, rehearsal, verb):
    row = ask(rehearsal)
    fast = {"manner": "running", "court_at": LIVE, "wall_at": wall_now(), "speed": 3600.0}
    CourtClock.objects.filter(pk=rehearsal.clock.pk).update(**fast)
    press(clerk, row, verb, reason="document", remark="One time")
    row.refresh_from_db()
    times = {row.decided_at, rehearsal.activities.get(who="staff clerk").court_at}
    times |= {mail.court_at for mail in rehearsal.mails.all()}
    if row.cmecf_account:
        times.add(row.cmecf_account.linked_at)
    assert len(times) == 1
