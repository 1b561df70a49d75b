"""Group billing: a PAA invites, a holder accepts, either ends it."""

from decimal import Decimal

import pytest

from pacer_accounts.group_billing import services
from pacer_accounts.group_billing.queries import payer_of
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.models import PaaMembership
from tests.support.cast import ADELE, JOHN, NOEL
from tests.support.moments import SEED_MOMENT
from tests.support.payment_pages import (
    ADD,
    FIRM,
    INVITATIONS,
    LEAVE,
    PAA,
    REMOVE,
    add_invitation,
    add_membership,
    answer,
    emails_to,
    enter,
    make_paa,
    make_person,
    pair_of,
)
from tests.support.stored import everything_stored
from tests.support.upgrade_pages import account, log_in, rows, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def paa(visitor):
    return make_paa(visitor.rehearsal)


@pytest.fixture
def paula(visitor):
    return make_person(visitor.rehearsal, balance="12.30")


def test_only_a_paa_has_the_fifth_tab(visitor, paa, paula):
    assert "PAA Maintenance" in text(enter(visitor, paa).get("/psc/account/"))
    assert "PAA Maintenance" not in text(enter(visitor, paula).get("/psc/account/"))


def test_landing_page_of_a_paa_links_to_its_members(visitor, paa):
    page = enter(visitor, paa).get("/psc/account/").content.decode()
    coach = page.partition('class="coach"')[2].partition("</aside>")[0]
    assert f'<a href="{visitor.rehearsal.mount}{PAA}">Open PAA Maintenance</a>' in coach


@pytest.mark.parametrize("path", [PAA, ADD, REMOVE])
def test_other_accounts_refused_on_paa_pages(visitor, paula, path):
    page = enter(visitor, paula).get(path)
    assert page.status_code == 409
    assert PaaRefusal.NOT_A_PAA.sentence in text(page)


def test_empty_tab_explains_how_to_start(visitor, paa):
    page = text(enter(visitor, paa).get(PAA))
    assert "Add Existing PACER Account to My PAA" in page
    assert "None yet. To add an attorney's account" in page
    assert "There is nothing to remove" in text(visitor.get(REMOVE))


def test_paa_invites_by_email_and_holder_accepts(visitor, paa, paula):
    assert enter(visitor, paa).post(ADD, pair_of(paula)).status_code == 302
    assert emails_to(paula) == ["A PAA offers to pay for your PACER account"]
    assert paula.account_number in text(visitor.get(PAA))
    assert payer_of(paula) == paula

    membership = PaaMembership.objects.get()
    notice = text(enter(visitor, paula).get("/psc/account/"))
    assert "A PAA offers to pay for this account" in notice
    assert FIRM in text(visitor.get(INVITATIONS))
    page = text(visitor.get(f"{INVITATIONS}{membership.pk}/"))
    assert "Your current balance, $12.30, moves to the PAA." in page
    assert "For the firm" in page

    done = answer(visitor, membership, "accept")
    landing = visitor.get(done.url)
    assert "Your balance of $12.30 moved to the PAA." in text(landing)
    assert rows(landing)["Account Balance"] == "$0.00"
    assert "A PAA offers to pay" not in text(landing)
    paa.refresh_from_db()
    assert paa.balance == Decimal("12.30")
    assert payer_of(paula) == paa
    assert emails_to(paa) == ["An account joined your PAA"]
    assert emails_to(paula)[-1] == "A PAA pays for your PACER account"
    assert "Paula Practice" in text(enter(visitor, paa).get(PAA))


def test_paa_sees_its_own_invitation_only_in_the_table(visitor, paa, paula):
    add_invitation(paa, paula)
    page = text(enter(visitor, paa).get(PAA))
    assert "Paula Practice" in page
    assert "A PAA offers to pay for this account" not in page


def test_declining_changes_nothing_and_notifies_the_paa(visitor, paa, paula):
    membership = add_invitation(paa, paula)
    answer(enter(visitor, paula), membership, "decline")
    paula.refresh_from_db()
    assert (paula.balance, payer_of(paula)) == (Decimal("12.30"), paula)
    assert emails_to(paa) == ["An account declined to join your PAA"]
    assert answer(visitor, membership, "accept").status_code == 409


@pytest.mark.parametrize("word", ["accept", "decline"])
def test_only_the_holder_can_answer(visitor, paa, paula, word):
    membership = add_invitation(paa, paula)
    other_person = make_person(visitor.rehearsal, last_name="Stranger")
    for other in (paa, other_person):
        assert answer(enter(visitor, other), membership, word).status_code == 404
    membership.refresh_from_db()
    assert (membership.accepted_at, membership.ended_at) == (None, None)


def test_viewing_an_invitation_answers_nothing(visitor, paa, paula):
    membership = add_invitation(paa, paula)
    enter(visitor, paula).get(f"{INVITATIONS}{membership.pk}/?answer=accept")
    membership.refresh_from_db()
    assert membership.accepted_at is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"last_name": "Else"}, PaaRefusal.NO_SUCH_PAIR),
        ({"account_number": "7999998"}, PaaRefusal.NO_SUCH_PAIR),
    ],
)
def test_wrong_number_or_name_refused_without_saying_which(visitor, paa, paula, change, reason):
    page = enter(visitor, paa).post(ADD, pair_of(paula, **change))
    assert reason.sentence in text(page)
    assert reason.todo in text(page)
    assert not PaaMembership.objects.exists()
    assert emails_to(paula) == []


def test_last_name_matches_in_any_case(visitor, paa, paula):
    assert enter(visitor, paa).post(ADD, pair_of(paula, last_name=" PRACTICE ")).status_code == 302


def test_guesses_counted_and_not_stored(visitor, paa, paula):
    enter(visitor, paa)
    for _ in range(10):
        visitor.post(ADD, pair_of(paula, last_name="Canaryguess"))
    page = visitor.post(ADD, pair_of(paula))
    assert PaaRefusal.TOO_MANY_TRIES.sentence in text(page)
    assert not PaaMembership.objects.exists()
    assert "Canaryguess" not in everything_stored()


def test_known_account_does_not_buy_more_guesses(visitor, paa, paula):
    add_invitation(paa, paula)
    enter(visitor, paa)
    for _ in range(5):
        visitor.post(ADD, pair_of(paula, last_name="Else"))
        visitor.post(ADD, pair_of(paula))
    assert PaaRefusal.TOO_MANY_TRIES.sentence in text(visitor.post(ADD, pair_of(paula)))


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ({"acknowledged": ""}, "Check the box to confirm that this PAA will be billed."),
        ({"account_number": "12345"}, "Enter the seven digits of the account number."),
        ({"last_name": ""}, "Enter Last Name."),
    ],
)
def test_form_requires_its_fields(visitor, paa, paula, missing, message):
    page = enter(visitor, paa).post(ADD, pair_of(paula, **missing))
    assert message in text(page)
    assert not PaaMembership.objects.exists()


def test_legacy_individual_must_upgrade_and_shared_account_need_not(visitor, paa):
    noel, adele = account(visitor, NOEL), account(visitor, ADELE)
    enter(visitor, paa)
    assert PaaRefusal.LEGACY.sentence in text(visitor.post(ADD, pair_of(noel)))
    assert visitor.post(ADD, pair_of(adele)).status_code == 302
    visitor.post("/psc/logout/")
    log_in(visitor, ADELE)
    answer(visitor, PaaMembership.objects.get(account=adele), "accept")
    assert payer_of(adele) == paa
    assert FIRM in text(visitor.get(LEAVE))
    visitor.post(LEAVE, {"remark": "Own bill"})
    assert payer_of(adele) == adele
    assert "/psc/upgrade/" in visitor.get(LEAVE).url


def test_account_has_one_paa_at_a_time(visitor, paa, paula):
    other = make_paa(visitor.rehearsal, firm="Another Firm")
    other_invitation = add_invitation(other, paula)
    add_membership(paa, paula)
    assert PaaRefusal.HAS_A_PAA.sentence in text(
        answer(enter(visitor, paula), other_invitation, "accept")
    )
    assert PaaRefusal.HAS_A_PAA.sentence in text(
        visitor.get(f"{INVITATIONS}{other_invitation.pk}/")
    )
    third = make_paa(visitor.rehearsal, firm="Third Firm")
    page = enter(visitor, third).post(ADD, pair_of(paula))
    assert PaaRefusal.HAS_A_PAA.sentence in text(page)


def test_leaving_suspends_search_and_notifies_both_sides(visitor, paa, paula):
    add_membership(paa, paula)
    page = text(enter(visitor, paula).get(LEAVE))
    assert "After you submit, your Case Search Status is Inactive" in page
    assert FIRM in page
    landing = visitor.get(visitor.post(LEAVE, {"remark": "New job"}).url)
    assert rows(landing)["Case Search Status"] == "Inactive"
    assert emails_to(paula) == ["Removed from a PAA"]
    assert emails_to(paa) == ["Removed from your PAA"]
    assert "New job" in paa.rehearsal.mails.get(to=paa.email).body
    assert payer_of(paula) == paula
    assert "No PAA pays for this account" in text(visitor.get(LEAVE))
    assert visitor.post(LEAVE).status_code == 409


def test_new_paa_restores_search(visitor, paa, paula):
    add_membership(paa, paula)
    enter(visitor, paula).post(LEAVE)
    invitation = add_invitation(make_paa(visitor.rehearsal, firm="New Firm"), paula)
    page = text(visitor.get(f"{INVITATIONS}{invitation.pk}/"))
    assert "Your Case Search Status becomes Active again." in page
    landing = visitor.get(answer(visitor, invitation, "accept").url)
    assert rows(landing)["Case Search Status"] == "Active"


def test_paa_does_not_restore_search_that_the_service_center_withholds(inside_rehearsal, paa):
    account = make_person(inside_rehearsal, case_search_status="inactive")
    services.accept(membership=add_invitation(paa, account), at=SEED_MOMENT)
    services.leave(account=account, remark="", at=SEED_MOMENT)
    services.accept(membership=add_invitation(paa, account), at=SEED_MOMENT)
    account.refresh_from_db()
    assert account.case_search_status == "inactive"


def test_paa_removes_members_and_withdraws_invitations(visitor, paa, paula):
    one = add_membership(paa, paula)
    waiting = make_person(visitor.rehearsal, first_name="Wanda", last_name="Waiting")
    two = add_invitation(paa, waiting)
    kept = add_membership(paa, make_person(visitor.rehearsal, last_name="Kept"))
    done = enter(visitor, paa).post(REMOVE, {"chosen": [one.pk, two.pk], "remark": "Left us"})
    assert "Removed from this PAA: Paula Practice, Wanda Waiting" in text(visitor.get(done.url))
    assert list(PaaMembership.objects.filter(ended_at=None)) == [kept]
    paula.refresh_from_db()
    waiting.refresh_from_db()
    assert (paula.case_search_status, waiting.case_search_status) == ("inactive", "active")
    assert emails_to(paula) == ["Removed from a PAA"]
    assert emails_to(waiting) == ["A PAA withdrew its invitation"]
    assert sorted(emails_to(paa)) == ["Removed from your PAA", "You withdrew an invitation"]


def test_paa_cannot_remove_members_of_another(visitor, paa, paula):
    other = add_membership(make_paa(visitor.rehearsal, firm="Another Firm"), paula)
    add_membership(paa, make_person(visitor.rehearsal, last_name="Kept"))
    page = enter(visitor, paa).post(REMOVE, {"chosen": [other.pk]})
    assert "One of the accounts is no longer with this PAA" in text(page)
    assert "Select at least one account." in text(visitor.post(REMOVE, {}))
    other.refresh_from_db()
    assert other.ended_at is None


def test_client_code_rule_of_the_paa_replaces_the_members(visitor, paa, paula):
    paa.requires_client_code, paa.client_code_format = True, "9999-AA"
    paa.save()
    membership = add_invitation(paa, paula)
    page = text(enter(visitor, paula).get(f"{INVITATIONS}{membership.pk}/"))
    assert "A client code is required for case search: 4 digits, a hyphen, 2 letters." in page
    answer(visitor, membership, "accept")
    paula.refresh_from_db()
    assert (paula.requires_client_code, paula.client_code_format) == (True, "9999-AA")


def test_account_of_another_rehearsal_not_found(visitor, paa, other_rehearsal):
    elsewhere = make_person(other_rehearsal, last_name="Elsewhere")
    page = enter(visitor, paa).post(ADD, pair_of(elsewhere))
    assert PaaRefusal.NO_SUCH_PAIR.sentence in text(page)


@pytest.mark.parametrize("path", [PAA, REMOVE])
def test_lists_cost_the_same_for_more_members(visitor, paa, path, django_assert_max_num_queries):
    for number in range(12):
        person = make_person(visitor.rehearsal, last_name=f"Member{number}")
        (add_membership if number % 2 else add_invitation)(paa, person)
    enter(visitor, paa).get(path)
    with django_assert_max_num_queries(6):
        visitor.get(path)


def test_log_describes_invitation_and_acceptance(visitor, paa, paula):
    enter(visitor, paa).post(ADD, pair_of(paula))
    answer(enter(visitor, paula), PaaMembership.objects.get(), "accept")
    page = text(visitor.get("/activity/"))
    assert "Invite a PACER account to a PAA" in page
    assert "Accepted a PAA's invitation" in page


def test_page_without_invitations_says_so(visitor):
    log_in(visitor, JOHN)
    assert "You have no invitations." in text(visitor.get(INVITATIONS))
