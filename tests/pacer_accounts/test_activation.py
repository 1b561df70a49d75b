"""Activating case search: the letter and its code, another letter, a card."""

import re
from datetime import timedelta

import pytest

from pacer_accounts.search_activation import queries, services
from pacer_accounts.search_activation.refusals import ActivationRefusal
from rehearsals.help.refusals import Refused
from tests.support import login_pages, registration_pages
from tests.support.cast import JOHN, NOEL
from tests.support.factories import PacerAccountFactory
from tests.support.moments import SEED_MOMENT
from tests.support.payment_pages import enter
from tests.support.registration_pages import register

pytestmark = pytest.mark.django_db
PAGE = "/psc/account/settings/activate-search/"
FORTNIGHT = timedelta(days=20)
CARD = {
    "action": "card", "card_number": "4111 1111 1111 1111", "name_on_card": "Pat Practice",
    "expiry_month": "12", "expiry_year": "2021",
}  # fmt: skip


@pytest.fixture
def account(inside_rehearsal):
    fields = {"case_search_status": "not_activated", "address": "7 Practice Way", "city": "Taos"}
    account = PacerAccountFactory(
        rehearsal=inside_rehearsal, state="New Mexico", zip_code="87571", **fields
    )
    services.schedule_letter(account=account, at=SEED_MOMENT)
    return account


def code_in(letter) -> str:
    return re.search(r"^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$", letter.body, re.M)[0]


def next_letter(visitor):
    """The newest paper letter, three weeks later."""
    visitor.at(visitor.rehearsal.clock.read(SEED_MOMENT) + FORTNIGHT).get("/letters/")
    return visitor.rehearsal.mails.filter(medium="post").first()


def status(account) -> str:
    account.refresh_from_db()
    return account.get_case_search_status_display()


def send(visitor, **typed):
    return visitor.post(PAGE, typed, follow=True).content.decode()


def test_letter_comes_by_mail_in_seven_to_ten_business_days(visitor, account):
    event = queries.pending_letter(account)
    assert timedelta(days=10) < event.due_at - SEED_MOMENT < timedelta(days=15)
    assert "A letter is on its way" in visitor.get("/letters/").content.decode()
    letter = next_letter(visitor)
    assert letter.court_at == event.due_at
    assert "7 Practice Way" in letter.to
    assert "Taos, New Mexico 87571" in letter.to


def test_letter_is_in_the_letter_box_and_not_in_the_mailbox(visitor, account):
    letter = next_letter(visitor)
    assert letter.subject in visitor.get("/letters/").content.decode()
    assert letter.subject not in visitor.get("/mail/").content.decode()
    assert code_in(letter) in visitor.get(f"/mail/{letter.pk}/").content.decode()


def test_account_stores_only_a_digest_of_the_code(visitor, account):
    assert account.activation_digest == ""
    code = code_in(next_letter(visitor))
    account.refresh_from_db()
    assert len(account.activation_digest) == 64
    assert code.replace("-", "") not in account.activation_digest


def test_code_activates_search_once(visitor, account):
    code = code_in(next_letter(visitor))
    enter(visitor, account)
    assert "Case search is active" in send(visitor, action="code", code=f" {code.lower()} ")
    assert status(account) == "Active"
    assert account.rehearsal.mails.filter(to=account.email, medium="email").count() == 1
    assert "already active" in send(visitor, action="code", code=code)
    assert account.rehearsal.mails.filter(to=account.email, medium="email").count() == 1


def test_wrong_code_not_shown_or_logged_and_sixth_locks(visitor, account):
    code = code_in(next_letter(visitor))
    enter(visitor, account)
    pages = [send(visitor, action="code", code=login_pages.WRONG) for _ in range(6)]
    assert "did not accept" in pages[0]
    assert "Someone entered too many wrong codes" in pages[5]
    assert login_pages.WRONG not in "".join(pages)
    assert not account.rehearsal.activities.filter(detail__contains=login_pages.WRONG).exists()
    assert "Someone entered too many wrong codes" in send(visitor, action="code", code=code)
    assert status(account) == "Not Activated"


def test_empty_code_does_not_match_the_empty_digest(visitor, account):
    enter(visitor, account)
    for typed in ("", "---"):
        send(visitor, action="code", code=typed)
    assert status(account) == "Not Activated"


def test_new_letter_ends_the_old_code_and_only_one_is_pending(visitor, account):
    old = code_in(next_letter(visitor))
    enter(visitor, account)
    assert "A new letter will arrive" in send(visitor, action="letter")
    assert "already in the mail" in send(visitor, action="letter")
    assert "did not accept" in send(visitor, action="code", code=old)
    visitor.at(SEED_MOMENT + 3 * FORTNIGHT).get("/letters/")
    new = code_in(visitor.rehearsal.mails.filter(medium="post").first())
    enter(visitor, account)
    send(visitor, action="code", code=new)
    assert status(account) == "Active"


def test_card_activates_search_at_once_and_cancels_the_letter(visitor, account):
    enter(visitor, account)
    assert "Case search is active" in send(visitor, **CARD)
    assert status(account) == "Active"
    card = account.stored_cards.get()
    assert (str(card), card.pays_pacer_fees) == ("Visa ending in 1111", True)
    assert next_letter(visitor) is None


def test_declined_card_activates_nothing_and_is_not_stored(visitor, account):
    enter(visitor, account)
    assert "declined" in send(visitor, **(CARD | {"card_number": "4000 0000 0000 0002"}))
    assert status(account) == "Not Activated"
    assert not account.stored_cards.exists()


def test_account_under_review_sent_to_the_service_center(visitor, account):
    account.case_search_status = "inactive"
    account.save()
    enter(visitor, account)
    page = visitor.get(PAGE).content.decode()
    assert "only the PACER Service Center" in page
    assert "(800) 676-6856" in page
    send(visitor, **CARD)
    assert status(account) == "Inactive"
    assert next_letter(visitor) is None


def test_letter_to_a_deleted_account_does_nothing(visitor, account):
    account.delete()
    assert next_letter(visitor) is None


def test_service_center_activates_search(account):
    services.activate_by_service_center(account=account, by="staff carla", at=SEED_MOMENT)
    assert status(account) == "Active"
    assert account.rehearsal.activities.first().who == "staff carla"
    with pytest.raises(Refused) as refused:
        services.activate_by_service_center(account=account, by="staff carla", at=SEED_MOMENT)
    assert refused.value.reason is ActivationRefusal.ALREADY_ACTIVE


def test_legacy_account_must_upgrade_first(visitor):
    login_pages.log_in(visitor, NOEL, path=login_pages.PSC)
    assert "/psc/upgrade/" in visitor.get(PAGE).headers["Location"]


def test_landing_page_offers_activation_only_when_needed(visitor, account):
    link = f"{visitor.rehearsal.mount}{PAGE}"
    enter(visitor, account)
    assert link in text_above_the_tabs(visitor)
    visitor.post("/psc/logout/")
    login_pages.log_in(visitor, JOHN, path=login_pages.PSC)
    assert link not in text_above_the_tabs(visitor)


def text_above_the_tabs(visitor) -> str:
    return visitor.get("/psc/account/").content.decode().partition('class="tabs"')[0]


def test_empty_letter_box_says_how_long_mail_takes(visitor):
    assert "7 to 10 business days" in visitor.get("/letters/").content.decode()


def test_registering_without_a_card_schedules_the_letter(visitor, rehearsal):
    register(visitor)
    assert rehearsal.due_events.filter(what=queries.LETTER).count() == 1


def test_registering_with_a_card_schedules_no_letter(visitor, rehearsal):
    register(visitor, card=registration_pages.CARD)
    assert not rehearsal.due_events.exists()
