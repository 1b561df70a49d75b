import pytest

from tests.support import login_pages
from tests.support.billing_pages import firm_of
from tests.support.cast import ADELE


@pytest.fixture
def firm(rehearsal):
    """The firm's shared legacy account, which has a balance to pay."""
    return firm_of(rehearsal)


@pytest.fixture
def at_the_firm(visitor, firm):
    login_pages.log_in(visitor, ADELE, path=login_pages.PSC)
    return visitor
