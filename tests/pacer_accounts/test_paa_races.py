"""Group billing in several transactions at the same time, on either database."""

from decimal import Decimal
from functools import partial

import pytest

from pacer_accounts.group_billing import services
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.models import PaaMembership
from pacer_accounts.preferences.services import set_preferences
from rehearsals import services as rehearsals
from rehearsals.clock import clock
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.moments import SEED_MOMENT
from tests.support.payment_pages import add_invitation, add_membership, make_paa, make_person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def rehearsal(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def accepting(membership):
    return lambda: services.accept(membership=membership, at=SEED_MOMENT)


def test_invitation_accepted_four_times_moves_the_balance_once(rehearsal):
    paa, paula = make_paa(rehearsal), make_person(rehearsal, balance="12.30")
    membership = add_invitation(paa, paula)
    results = races.at_once(rehearsal, *[accepting(membership)] * 4)
    assert results == {Decimal("12.30"): 1, PaaRefusal.NOT_WAITING: 3}
    paa.refresh_from_db()
    assert paa.balance == Decimal("12.30")


def test_only_one_of_two_paas_pays(rehearsal):
    paula = make_person(rehearsal, balance="5.00")
    paas = [make_paa(rehearsal, firm=name) for name in ("One", "Two")]
    results = races.at_once(rehearsal, *[accepting(add_invitation(paa, paula)) for paa in paas])
    assert results == {Decimal("5.00"): 1, PaaRefusal.HAS_A_PAA: 1}
    assert paula.paa_memberships.in_force().count() == 1


def test_balances_of_simultaneous_joins_add_up(rehearsal):
    paa = make_paa(rehearsal)
    people = [make_person(rehearsal, balance="1.10") for _ in range(4)]
    races.at_once(rehearsal, *[accepting(add_invitation(paa, person)) for person in people])
    paa.refresh_from_db()
    assert paa.balance == Decimal("4.40")


def test_member_joining_during_a_code_change_gets_the_new_code(rehearsal):
    paa = make_paa(rehearsal)
    people = [make_person(rehearsal) for _ in range(3)]
    calls = [accepting(add_invitation(paa, person)) for person in people]
    rule = {"requires_client_code": True, "client_code_format": "99"}
    change = partial(set_preferences, account=paa, shows_receipts=True, at=SEED_MOMENT, **rule)
    races.at_once(rehearsal, *calls, change)
    for person in people:
        person.refresh_from_db()
        assert (person.requires_client_code, person.client_code_format) == (True, "99")


def test_leaving_and_removing_at_once_ends_once(rehearsal):
    paa, paula = make_paa(rehearsal), make_person(rehearsal)
    membership = add_membership(paa, paula)
    results = races.at_once(
        rehearsal,
        lambda: services.leave(account=paula, remark="", at=SEED_MOMENT).pk,
        lambda: services.remove(paa=paa, chosen=[membership.pk], remark="", at=SEED_MOMENT)[0].pk,
    )
    assert results[membership.pk] == 1
    assert len(results) == 2
    assert rehearsal.mails.count() == 2


def test_two_invitations_at_once_create_one(rehearsal):
    paa, paula = make_paa(rehearsal), make_person(rehearsal)

    def invite():
        return services.invite(
            paa=paa, account_number=paula.account_number, last_name=paula.last_name, remark="",
            at=SEED_MOMENT, wall_at=clock.wall_now(),
        ).account_id  # fmt: skip

    results = races.at_once(rehearsal, invite, invite)
    assert results == {paula.pk: 1, PaaRefusal.ALREADY_ASKED: 1}
    assert PaaMembership.objects.count() == 1
