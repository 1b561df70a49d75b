"""Group billing in several windows at the very same moment, on whichever database is the default."""

from decimal import Decimal

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
from tests.support.payment_pages import asked, joined, make_paa, make_person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def world(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def accepting(membership):
    return lambda: services.accept(membership=membership, at=SEED_MOMENT)


def test_one_invitation_accepted_four_times_moves_the_balance_once(world):
    paa, paula = make_paa(world), make_person(world, balance="12.30")
    membership = asked(paa, paula)
    results = races.at_once(world, *[accepting(membership)] * 4)
    assert results == {Decimal("12.30"): 1, PaaRefusal.NOT_WAITING: 3}
    paa.refresh_from_db()
    assert paa.balance == Decimal("12.30")


def test_of_two_paas_one_pays(world):
    paula = make_person(world, balance="5.00")
    paas = [make_paa(world, firm=name) for name in ("One", "Two")]
    results = races.at_once(world, *[accepting(asked(paa, paula)) for paa in paas])
    assert results == {Decimal("5.00"): 1, PaaRefusal.HAS_A_PAA: 1}
    assert paula.paa_memberships.in_force().count() == 1


def test_balances_of_many_who_join_at_once_add_up(world):
    paa = make_paa(world)
    people = [make_person(world, balance="1.10") for _ in range(4)]
    races.at_once(world, *[accepting(asked(paa, person)) for person in people])
    paa.refresh_from_db()
    assert paa.balance == Decimal("4.40")


def test_whoever_joins_while_the_paa_changes_its_code_has_the_new_code(world):
    paa = make_paa(world)
    people = [make_person(world) for _ in range(3)]
    acts = [accepting(asked(paa, person)) for person in people]
    change = {
        "shows_receipts": True,
        "requires_client_code": True,
        "client_code_format": "99",
        "at": SEED_MOMENT,
    }
    races.at_once(world, *acts, lambda: set_preferences(account=paa, at=SEED_MOMENT, **change))
    for person in people:
        person.refresh_from_db()
        assert (person.requires_client_code, person.client_code_format) == (True, "99")


def test_leaving_and_being_removed_at_once_ends_once(world):
    paa, paula = make_paa(world), make_person(world)
    held = joined(paa, paula)
    results = races.at_once(
        world,
        lambda: services.leave(account=paula, remark="", at=SEED_MOMENT).pk,
        lambda: services.remove(paa=paa, chosen=[held.pk], remark="", at=SEED_MOMENT)[0].pk,
    )
    assert results[held.pk] == 1
    assert len(results) == 2
    assert world.mails.count() == 2


def test_one_account_asked_twice_at_once_is_asked_once(world):
    paa, paula = make_paa(world), make_person(world)

    def invite():
        return services.invite(
            paa=paa, account_number=paula.account_number, last_name=paula.last_name, remark="",
            at=SEED_MOMENT, wall_at=clock.wall_now(),
        ).account_id  # fmt: skip

    results = races.at_once(world, invite, invite)
    assert results == {paula.pk: 1, PaaRefusal.ALREADY_ASKED: 1}
    assert PaaMembership.objects.count() == 1
