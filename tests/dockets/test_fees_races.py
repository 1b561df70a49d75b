"""Charges at the same time, on the configured database."""

from decimal import Decimal

import pytest

from pacer_accounts.billing.charge_services import QUARTER_ENDS, charge
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.cast import SKYE
from tests.support.moments import LIVE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def test_first_charges_of_a_quarter_at_once_are_all_kept_and_billed_once(transactional_db):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    account = rehearsal.pacer_accounts.get(account_number=SKYE.number)
    values = {"account": account, "court_code": "nmd", "description": "Docket Report", "at": LIVE}
    results = races.at_once(rehearsal, *[lambda: charge(pages=31, **values).fee] * 4)
    assert results == {Decimal("3.00"): 4}
    assert account.billed_transactions.count() == 4
    assert rehearsal.due_events.filter(what=QUARTER_ENDS, payload__payer=account.pk).count() == 1


def test_receipt_page_sent_several_times_at_once_is_charged_once(transactional_db):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    account = rehearsal.pacer_accounts.get(account_number=SKYE.number)
    values = {"account": account, "court_code": "nmd", "description": "Docket Report", "at": LIVE}
    results = races.at_once(rehearsal, *[lambda: charge(pages=2, form="f" * 32, **values).pk] * 4)
    assert list(results.values()) == [4]
    assert account.billed_transactions.count() == 1
