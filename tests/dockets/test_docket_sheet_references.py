"""Numbers of earlier entries in a docket text: which of them are links."""

import re

import pytest

from dockets.models import Restriction
from tests.support.docket_sheet import html_of, run_report
from tests.support.docketed import case_of
from tests.support.dockets import fill_docket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("short_docket")]


def refer(case, number, earlier, text):
    case.entries.filter(number=number).update(refers_to=earlier, text=text)


def test_number_of_an_earlier_entry_leads_to_its_document(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 3)  # numbers 2 to 4; 2 has an attachment
    refer(case, 4, [2, 3], "REPLY, not 12 Notice, re 2 NOTICE, 3 Notice & <b>3 Notice</b> by <i>.")
    two, three = (case.entries.get(number=n).documents.get(attachment=0).pk for n in (2, 3))
    page = run_report(
        skye, case, documents_numbered_from_="4", view_multi_docs="on", pdf_header="1"
    )
    text = re.search(r"<!--SB-->(.*)</td>", html_of(page))[1]
    plain = re.sub(r' onclick="[^"]+"', "", text)
    path = re.search(r'href="([^"]+/doc1/)', text)[1]
    assert plain == (
        f'REPLY, not 12 Notice, re <a href="{path}1210{two:07}">2</a> NOTICE,'
        f' <a href="{path}1211{three:07}">3</a> Notice &amp; &lt;b&gt;3 Notice&lt;/b&gt; by &lt;i&gt;.'
        " (Entered: 01/22/2020)"
    )
    assert text.count('onclick="goDLS(') == 2


@pytest.mark.parametrize("changed", ["entry", "document"])
@pytest.mark.parametrize("restriction", [Restriction.SEALED, Restriction.PARTICIPANTS])
def test_number_of_an_entry_that_may_not_be_read_is_not_linked(
    skye, rehearsal, changed, restriction
):
    case = case_of(rehearsal)
    fill_docket(case, 2)
    refer(case, 3, [2], "RESPONSE re 2 NOTICE by Sample Ditch Company.")
    assert "re <a " in html_of(run_report(skye, case))
    entry = case.entries.get(number=2)
    rows = case.entries.filter(pk=entry.pk) if changed == "entry" else entry.documents
    rows.update(restriction=restriction)
    assert "RESPONSE re 2 NOTICE by" in html_of(run_report(skye, case))


def test_corrected_text_that_names_an_earlier_entry_otherwise_has_no_link(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 2)
    refer(case, 3, [2], "RESPONSE to the notice of 2 parties.")
    assert "RESPONSE to the notice of 2 parties." in html_of(run_report(skye, case))
