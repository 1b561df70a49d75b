"""Who asks a court for the right to e-file."""

import pytest

from tests.support.cast import RUTH
from tests.support.login_pages import log_in
from tests.support.moments import LIVE
from tests.support.visitor import Visitor


@pytest.fixture
def ruth(visitor: Visitor) -> Visitor:
    """Ruth has no CM/ECF account anywhere; here she plays an attorney who is new to the court."""
    visitor.at(LIVE)
    log_in(visitor, RUTH)
    return visitor
