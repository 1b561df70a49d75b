"""An account registered without a card: the letter, its code, another letter, a card."""

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
def newcomer(inside_rehearsal):
    told = {"case_search_status": "not_activated", "address": "7 Practice Way", "city": "Taos"}
    account = PacerAccountFactory(
        rehearsal=inside_rehearsal, state="New Mexico", zip_code="87571", **told
    )
    services.schedule_letter(account=account, at=SEED_MOMENT)
    return account


def code_in(letter) -> str:
    return re.search(r"^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$", letter.body, re.M)[0]


def arrived(visitor):
    """The newest paper letter, three weeks later."""
    visitor.at(visitor.rehearsal.clock.read(SEED_MOMENT) + FORTNIGHT).get("/letters/")
    return visitor.rehearsal.mails.filter(medium="post").first()


def status(account) -> str:
    account.refresh_from_db()
    return account.get_case_search_status_display()


def send(visitor, **typed):
    return visitor.post(PAGE, typed, follow=True).content.decode()


def test_the_letter_comes_seven_to_ten_business_days_later_to_the_postal_address(visitor, newcomer):
    event = queries.pending_letter(newcomer)
    assert timedelta(days=10) < event.due_at - SEED_MOMENT < timedelta(days=15)
    assert "A letter is on its way" in visitor.get("/letters/").content.decode()
    letter = arrived(visitor)
    assert letter.court_at == event.due_at
    assert "7 Practice Way" in letter.to
    assert "Taos, New Mexico 87571" in letter.to


def test_it_lies_in_the_letter_box_and_never_in_the_mailbox(visitor, newcomer):
    letter = arrived(visitor)
    assert letter.subject in visitor.get("/letters/").content.decode()
    assert letter.subject not in visitor.get("/mail/").content.decode()
    assert code_in(letter) in visitor.get(f"/mail/{letter.pk}/").content.decode()


def test_only_a_digest_of_the_code_stays_with_the_account(visitor, newcomer):
    assert newcomer.activation_digest == ""
    code = code_in(arrived(visitor))
    newcomer.refresh_from_db()
    assert len(newcomer.activation_digest) == 64
    assert code.replace("-", "") not in newcomer.activation_digest


def test_the_code_activates_search_once(visitor, newcomer):
    code = code_in(arrived(visitor))
    enter(visitor, newcomer)
    assert "Case search is active" in send(visitor, action="code", code=f" {code.lower()} ")
    assert status(newcomer) == "Active"
    assert newcomer.rehearsal.mails.filter(to=newcomer.email, medium="email").count() == 1
    assert "already active" in send(visitor, action="code", code=code)
    assert newcomer.rehearsal.mails.filter(to=newcomer.email, medium="email").count() == 1


def test_a_wrong_code_is_neither_shown_nor_logged_and_the_sixth_is_locked_out(visitor, newcomer):
    code = code_in(arrived(visitor))
    enter(visitor, newcomer)
    pages = [send(visitor, action="code", code=login_pages.WRONG) for _ in range(6)]
    assert "did not accept" in pages[0]
    assert "Too many codes" in pages[5]
    assert login_pages.WRONG not in "".join(pages)
    assert not newcomer.rehearsal.activities.filter(detail__contains=login_pages.WRONG).exists()
    assert "Too many codes" in send(visitor, action="code", code=code)
    assert status(newcomer) == "Not Activated"


def test_an_empty_code_never_fits_the_empty_digest(visitor, newcomer):
    enter(visitor, newcomer)
    for typed in ("", "---"):
        send(visitor, action="code", code=typed)
    assert status(newcomer) == "Not Activated"


def test_a_new_letter_kills_the_old_code_and_only_one_is_on_its_way(visitor, newcomer):
    old = code_in(arrived(visitor))
    enter(visitor, newcomer)
    assert "A new letter will arrive" in send(visitor, action="letter")
    assert "already in the mail" in send(visitor, action="letter")
    assert "did not accept" in send(visitor, action="code", code=old)
    visitor.at(SEED_MOMENT + 3 * FORTNIGHT).get("/letters/")
    new = code_in(visitor.rehearsal.mails.filter(medium="post").first())
    send(visitor, action="code", code=new)
    assert status(newcomer) == "Active"


def test_with_a_card_search_is_active_at_once_and_no_letter_comes(visitor, newcomer):
    enter(visitor, newcomer)
    assert "Case search is active" in send(visitor, **CARD)
    assert status(newcomer) == "Active"
    card = newcomer.stored_cards.get()
    assert (str(card), card.pays_pacer_fees) == ("Visa ending in 1111", True)
    assert arrived(visitor) is None


def test_a_declined_card_activates_nothing_and_is_not_kept(visitor, newcomer):
    enter(visitor, newcomer)
    assert "declined" in send(visitor, **(CARD | {"card_number": "4000 0000 0000 0002"}))
    assert status(newcomer) == "Not Activated"
    assert not newcomer.stored_cards.exists()


def test_an_account_under_review_is_sent_to_the_service_center(visitor, newcomer):
    newcomer.case_search_status = "inactive"
    newcomer.save()
    enter(visitor, newcomer)
    words = visitor.get(PAGE).content.decode()
    assert "only the PACER Service Center" in words
    assert "(800) 676-6856" in words
    send(visitor, **CARD)
    assert status(newcomer) == "Inactive"
    assert arrived(visitor) is None


def test_a_letter_to_an_account_that_is_gone_does_nothing(visitor, newcomer):
    newcomer.delete()
    assert arrived(visitor) is None


def test_the_service_center_makes_search_active_again(newcomer):
    services.activate_by_service_center(account=newcomer, by="staff carla", at=SEED_MOMENT)
    assert status(newcomer) == "Active"
    assert newcomer.rehearsal.activities.first().who == "staff carla"
    with pytest.raises(Refused) as refused:
        services.activate_by_service_center(account=newcomer, by="staff carla", at=SEED_MOMENT)
    assert refused.value.reason is ActivationRefusal.ALREADY_ACTIVE


def test_a_legacy_account_is_led_to_the_upgrade_first(visitor):
    login_pages.log_in(visitor, NOEL, path=login_pages.PSC)
    assert "/psc/upgrade/" in visitor.get(PAGE).headers["Location"]


def test_the_landing_offers_it_to_whom_it_concerns(visitor, newcomer):
    link = f"{visitor.rehearsal.mount}{PAGE}"
    enter(visitor, newcomer)
    assert link in words_above_the_tabs(visitor)
    visitor.post("/psc/logout/")
    login_pages.log_in(visitor, JOHN, path=login_pages.PSC)
    assert link not in words_above_the_tabs(visitor)


def words_above_the_tabs(visitor) -> str:
    return visitor.get("/psc/account/").content.decode().partition('class="tabs"')[0]


def test_an_empty_letter_box_says_what_comes_by_post(visitor):
    assert "7 to 10 business days" in visitor.get("/letters/").content.decode()


def test_registering_without_a_card_sends_the_letter(visitor, rehearsal):
    register(visitor)
    assert rehearsal.due_events.filter(what=queries.LETTER).count() == 1


def test_registering_with_a_card_sends_none(visitor, rehearsal):
    register(visitor, card=registration_pages.CARD)
    assert not rehearsal.due_events.exists()
