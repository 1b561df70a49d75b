"""Searches and reports of a full court use the indexes, and the same number of queries as in a small one."""

import re
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dockets.cases.queries import cases_of_number, parties_named
from dockets.feed.queries import recent_entries
from dockets.models import Case
from dockets.query.queries import search
from dockets.reports.docket_sheet.options import SheetOptions
from dockets.reports.docket_sheet.queries import entries_of, member_cases, with_documents
from dockets.reports.opinions.report import opinions
from tests.support.cast import SKYE
from tests.support.docketed import case_of
from tests.support.dockets import court_of, fill_docket
from tests.support.legacy import as_reader
from tests.support.moments import FIRST_RUSH

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
DAY = date(2020, 3, 10)
PERIOD = {"date_from": "03/10/2020", "date_to": "03/10/2020"}
CIVIL_CASES = "/ecf/nmd/cgi-bin/CvCaseFiled-Rpt.pl"
TABLE = r"dockets_(?:case|party|docketentry|entrydocument|deadline)"


def generate(rehearsal, cases):
    call_command(
        "generate_cases",
        court="nmd",
        filers=20,
        cases=cases,
        rehearsal=rehearsal.code,
        stdout=StringIO(),
    )


@pytest.fixture
def full(rehearsal):
    """The rehearsal with 600 more cases and a long docket, with statistics.

    PostgreSQL reads small tables whole. Told that this is dear, it shows which index it has.
    """
    generate(rehearsal, 600)
    fill_docket(case_of(rehearsal), 500)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            cursor.execute("SET LOCAL enable_seqscan = off")
    return rehearsal


def plans(queries):
    """The plan of each SELECT of a docket's tables, as text."""
    explain = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
    for query in queries:
        sql = re.sub(r"^DECLARE .*? FOR SELECT", "SELECT", query["sql"], flags=re.DOTALL)
        if re.search(rf'^SELECT.* FROM "{TABLE}"', sql, re.DOTALL):
            with connection.cursor() as cursor:
                cursor.execute(explain + sql.replace("%", "%%"))
                yield "\n".join(str(row[-1]) for row in cursor.fetchall())


def ask(visitor, what):
    """Run one search or report."""
    court = court_of(visitor.rehearsal)
    case = case_of(visitor.rehearsal)
    asked = {
        "number": lambda: cases_of_number(court, "1:20-cv-90001"),
        "name": lambda: list(parties_named(visitor.rehearsal, "Practice Mesa")[:100]),
        "filing date": lambda: search(court, {"Qry_filed_from": DAY, "Qry_filed_to": DAY}),
        "entries": lambda: list(entries_of(case, SheetOptions())[:20]),
        "documents": lambda: list(with_documents(case, SheetOptions(first=1, last=20))),
        "members": lambda: member_cases(case),
        "opinions": lambda: list(opinions(court, DAY, DAY + timedelta(days=1))),
        "activity": lambda: visitor.post("/ecf/nmd/cgi-bin/DktActivity-Rpt.pl", PERIOD),
        "calendar": lambda: visitor.post("/ecf/nmd/cgi-bin/CalEvents-Rpt.pl", PERIOD),
        "civil cases": lambda: visitor.post(CIVIL_CASES, PERIOD | {"which": "filed"}),
        "closed cases": lambda: visitor.post(CIVIL_CASES, PERIOD | {"which": "closed"}),
        "feed": lambda: list(recent_entries(court, at=FIRST_RUSH)),
    }
    with CaptureQueriesContext(connection) as seen:
        asked[what]()
    return seen.captured_queries


INDEXES = {
    "number": "cases_by_serial",
    "name": "parties_by_name",
    "filing date": "cases_by_filing_date",
    "entries": "entries_by_filing_date|entry_sequence_once_a_case|entry_number_once_a_case",
    "documents": "attachment_once_an_entry|dockets_entrydocument_entry_id|entry_number_once_a_case",
    "members": "cases_by_lead_case",
    "opinions": "opinions_by_day",
    "activity": "entries_by_day",
    "calendar": "deadlines_by_day",
    "civil cases": "cases_by_kind",
    "closed cases": "cases_by_closing_date",
    "feed": "entries_by_entry_time",
}


def test_searches_of_a_full_court_use_the_indexes(visitor, full):
    as_reader(visitor, SKYE)
    for what, index in INDEXES.items():
        found = "\n".join(plans(ask(visitor, what)))
        assert re.search(index, found), (what, found)
        if connection.vendor == "sqlite":  # PostgreSQL reads small tables whole when it joins them
            assert not re.search(rf"^SCAN {TABLE}$", found, re.MULTILINE), (what, found)


def test_full_court_takes_no_more_queries(visitor):
    as_reader(visitor, SKYE)
    before = {what: len(ask(visitor, what)) for what in INDEXES}
    generate(visitor.rehearsal, 150)
    assert Case.objects.filter(rehearsal=visitor.rehearsal).count() > 150
    after = {what: len(ask(visitor, what)) for what in INDEXES}
    assert {what: n for what, n in after.items() if n > before[what] + 1} == {}
