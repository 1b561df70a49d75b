"""Searches among many cases: both databases use the indexes."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dockets.models import Case, Party
from dockets.query.queries import search
from tests.support.dockets import court_of

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
MANY, COMMON = 2000, "Mesa"


@pytest.fixture
def court(rehearsal):
    """A court with many cases, each with a party of its own name."""
    court = court_of(rehearsal)
    first = date(2010, 1, 1)
    cases = Case.objects.bulk_create(
        Case(
            rehearsal=rehearsal, court=court, number=f"1:20-cv-{number}", kind="cv", office="1",
            year=2020, serial=number, title=f"Name {number} v. X", lead_case="",
            filed_on=first + timedelta(days=number), last_filed_on=first + timedelta(days=number),
        )
        for number in range(1, MANY + 1)
    )  # fmt: skip
    Party.objects.bulk_create(
        Party(
            rehearsal=rehearsal, case=case, position=position, role="Plaintiff",
            last_name=name, name_key=f"{name.casefold()} {case.serial}", added_on=case.filed_on,
        )
        for case in cases
        for position, name in enumerate(("Name", COMMON), 1)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return court


def plan(court, criteria):
    """How the database finds the rows of the first page."""
    with CaptureQueriesContext(connection) as queries:
        assert search(court, criteria).rows
    sql = queries[0]["sql"]
    explain = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql}".replace("%", "%%"), [])
        return str(cursor.fetchall())


def test_searches_use_indexes(court):
    first, last = date(2010, 1, 2), date(2010, 1, 5)
    by_name = plan(court, {"last_name": "Name 19"})
    by_filing = plan(court, {"Qry_filed_from": first, "Qry_filed_to": last})
    by_entry = plan(court, {"lastentry_from": first, "lastentry_to": last})
    assert "parties_by_name" in by_name
    assert "cases_by_filing_date" in by_filing
    assert "cases_by_last_entry" in by_entry


def test_the_first_page_of_a_common_name_reads_no_other_rows(court):
    by_name = plan(court, {"last_name": COMMON})
    assert "parties_by_name" in by_name
    for sort_of_all_rows in ("'Sort ", "  ->  Sort ", "USE TEMP B-TREE FOR ORDER BY"):
        assert sort_of_all_rows not in by_name
