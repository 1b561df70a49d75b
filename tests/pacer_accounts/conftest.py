"""The firm that owes something, and a browser logged in with its account."""

import pytest

from tests.cast import ADELE
from tests.cso import doors
from tests.pacer_accounts.billing_pages import firm_of


@pytest.fixture
def firm(rehearsal):
    """The firm's shared, legacy account: the one that owes something."""
    return firm_of(rehearsal)


@pytest.fixture
def at_the_firm(visitor, firm):
    doors.log_in(visitor, ADELE, path=doors.PSC)
    return visitor
