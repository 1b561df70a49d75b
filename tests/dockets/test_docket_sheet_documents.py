"""From the docket sheet to its documents: their headers, those you select, and the next hundred."""

import re
from urllib.parse import urlencode

import pytest

from dockets.models import Restriction
from pacer_accounts.models import UsageTransaction
from tests.support.docket_sheet import SHEET, html_of, run_report
from tests.support.docketed import case_of
from tests.support.dockets import fill_docket
from tests.support.page_text import page_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("short_docket")]
SELECTED = "/ecf/nmd/cgi-bin/show_multidocs.pl"


def test_range_of_documents_leads_to_the_next_hundred(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 150)
    html = html_of(
        run_report(skye, case, documents_numbered_from_="1", documents_numbered_to_="100")
    )
    query = f"?caseid={case.pk}&amp;documents_numbered_from_=101&amp;documents_numbered_to_=151"
    assert query in html
    form = html_of(skye.get(SHEET + query.replace("&amp;", "&")))
    assert 'value="101"' in form


def test_headers_left_out_in_the_form_are_left_out_on_the_receipt_page(skye, rehearsal):
    case = case_of(rehearsal)
    with_headers, without = run_report(skye, case, pdf_header="1"), run_report(skye, case)
    assert "?pdf_header=0" not in html_of(with_headers)
    calls = [
        re.search(r"goDLS\(([^)]*)\)", html_of(page))[1].split(",")
        for page in (with_headers, without)
    ]
    assert [call[4] for call in calls] == ["'1'", "''"]
    links = re.findall(r'href="([^"]+\?pdf_header=0)"[^>]*>1<', html_of(without))
    link = links[-1]  # attachment 1, which has no menu before it
    boxes = [
        re.search(r'<input[^>]*name="pdf_header"[^>]*>', html_of(skye.get(address)))[0]
        for address in (link, link.removesuffix("?pdf_header=0"))
    ]
    assert ["checked" in box for box in boxes] == [False, True]


def test_selected_documents_are_listed_with_their_cost_and_not_charged(skye, rehearsal):
    case = case_of(rehearsal)
    plain, page = (
        run_report(skye, case, pdf_header="1"),
        run_report(skye, case, pdf_header="1", view_multi_docs="on"),
    )
    assert 'name="doc"' not in html_of(plain)
    html = html_of(page)
    keys = re.findall(r'name="doc" value="(\d+)" form="view_selected"', html)
    documents = list(case.entries.get(number=1).documents.order_by("attachment"))
    assert keys == [str(document.pk) for document in documents]
    assert 'value="View Selected"' in html
    charged = UsageTransaction.objects.count()
    chosen = {"caseid": case.pk, "doc": keys[:2], "pdf_header": "0"}
    selected = skye.get(f"{SELECTED}?{urlencode(chosen, doseq=True)}")
    assert "Together they cost $2.60." in page_text(selected)  # 24 pages and 2
    assert html_of(selected).count("?pdf_header=0") == 2
    assert UsageTransaction.objects.count() == charged
    documents[0].restriction = Restriction.PARTICIPANTS
    documents[0].save()
    assert "Together they cost $0.20." in page_text(
        skye.get(f"{SELECTED}?{urlencode(chosen, doseq=True)}")
    )


@pytest.mark.parametrize(
    ("keys", "words"),
    [([], "You selected no document."), (range(1, 102), "more than 100 documents")],
)
def test_selection_of_none_or_too_many_says_so(skye, rehearsal, keys, words):
    chosen = {"caseid": case_of(rehearsal).pk, "doc": list(keys)}
    assert words in page_text(skye.get(f"{SELECTED}?{urlencode(chosen, doseq=True)}"))
