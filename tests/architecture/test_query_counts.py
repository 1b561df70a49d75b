"""A page makes the same number of queries for twenty more filers as for forty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support.addresses import PAGES
from tests.support.cast import JOHN
from tests.support.login_pages import log_in
from tests.support.many_people import MOST_QUERIES, grow
from tests.support.moments import LIVE, SEED_MOMENT

pytestmark = pytest.mark.django_db


def count(visitor, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    return len(queries)


@pytest.mark.parametrize("at", [SEED_MOMENT, LIVE], ids=["legacy", "nextgen"])
def test_number_of_queries_does_not_grow_with_people(visitor, at):
    visitor.at(at)
    log_in(visitor, JOHN)
    grow(visitor.rehearsal)
    before = {path: (visitor.get(path), count(visitor, path))[1] for path in PAGES}
    grow(visitor.rehearsal)
    after = {path: (visitor.get(path), count(visitor, path))[1] for path in PAGES}
    assert after == before
    assert {path: queries for path, queries in before.items() if queries > MOST_QUERIES} == {}
