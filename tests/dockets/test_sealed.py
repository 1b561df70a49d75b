"""What is sealed is named, counted and linked nowhere: cases, entries, and single documents of an entry."""

import pytest

from dockets.clerk.services import restrict_entry
from dockets.documents.numbers import MENU, document_number
from dockets.filing.services import file_document
from dockets.models import Case, Deadline, DocketEntry, Restriction
from dockets.query.nonce import make_nonce
from dockets.urls import urlpatterns
from rehearsals.web import mount
from tests.support.cast import ADELE, NOEL, SKYE
from tests.support.docketed import add_entry, case_of, filer
from tests.support.dockets import court_of, make_case, make_party
from tests.support.legacy import as_filer, as_reader, log_in
from tests.support.moments import LAST_HOUR
from tests.support.page_text import page_text
from tests.support.submissions import submission

CGI = "/ecf/nmd/cgi-bin/"
SHEET, SECRET = f"{CGI}DktRpt.pl", "Diary of a Secret Trust"
TODAY = {"date_from": "4/17/2020", "date_to": "4/17/2020"}


@pytest.fixture
def skye(visitor):
    return as_reader(visitor.at(LAST_HOUR), SKYE)


@pytest.fixture
def entry(rehearsal):
    """A public entry with two attachments; the second is sealed."""
    with mount.inside_rehearsal(rehearsal):
        entry = add_entry(case_of(rehearsal), LAST_HOUR, filer(rehearsal, NOEL), attachments=2)
    entry.documents.filter(attachment=2).update(
        restriction=Restriction.SEALED, description=SECRET, pages=77
    )
    return entry


def number_of(document, flag: str = "1") -> str:
    return document_number(document.entry.case.court.document_prefix, document.pk, flag)


def menu_of(visitor, entry) -> str:
    number = number_of(entry.documents.get(attachment=0), MENU)
    return page_text(visitor.get(f"/ecf/nmd/doc1/{number}"))


def docket_of(visitor, case) -> str:
    return page_text(visitor.post(f"{SHEET}?{make_nonce(case)}", {"all_case_ids": str(case.pk)}))


def activity_of(visitor) -> str:
    return page_text(visitor.post(f"{CGI}DktActivity-Rpt.pl?{make_nonce()}", TODAY))


def scripts() -> list[str]:
    """The paths of all pages of dockets that have the address of a script, also of new ones."""
    paths = {str(one.pattern) for feature in urlpatterns for one in feature.url_patterns}
    return sorted(path for path in paths if path.startswith("cgi-bin/"))


def pages_that_name(visitor, secret: str, case) -> set[str]:
    """The scripts whose pages show `secret`, each asked for `case` and for a report of the day."""
    period = TODAY | {"filed_from": "4/17/2020", "filed_to": "4/17/2020"}
    wide = {"Qry_filed_from": "4/17/2020", "QueryType": "History", "DisplayDktText": "on"}
    choices = {"list_of_member_cases": "on", "with_satisfied": "on"}
    asked = period | wide | choices
    found = set()
    for script in scripts():
        path = f"/ecf/nmd/{script}"
        answers = [visitor.get(f"{path}?{case.pk}")]
        for keys in ({"which": "filed"}, {"all_case_ids": str(case.pk)}):
            answers.append(visitor.post(f"{path}?{make_nonce(case)}", asked | keys))
        assert all(answer.status_code < 500 for answer in answers), script
        if any(secret in page_text(answer) for answer in answers):
            found.add(script.removeprefix("cgi-bin/"))
    return found


def test_no_report_or_search_names_what_is_sealed(rehearsal, skye, entry):
    case = entry.case
    with mount.inside_rehearsal(rehearsal):
        secret = add_entry(
            case, LAST_HOUR, filer(rehearsal, NOEL), text=SECRET, short_text=SECRET,
            filed_by=SECRET, refers_to=[1], restriction="sealed",
        )  # fmt: skip
    due = {"rehearsal": rehearsal, "due_on": LAST_HOUR.date(), "label": SECRET}
    sealed = make_case(
        court_of(rehearsal), "1:20-cv-91", SECRET, access="sealed", lead_case=case.number,
        filed_on=LAST_HOUR.date(), related_cases=[case.number],
    )  # fmt: skip
    make_party(sealed, SECRET)
    for row in ({"case": case, "entry": secret}, {"case": sealed}):
        Deadline.objects.create(**due, **row)
    assert pages_that_name(skye, SECRET, case) == set()
    assert pages_that_name(skye, SECRET, sealed) == set()
    DocketEntry.objects.filter(pk=secret.pk).update(restriction="public")
    Case.objects.filter(pk=sealed.pk).update(access="open")
    assert pages_that_name(skye, SECRET, case) == {
        "CalEvents-Rpt.pl", "CvCaseFiled-Rpt.pl", "DktActivity-Rpt.pl", "DktRpt.pl", "FilerQry.pl",
        "HistDocQry.pl", "RelTransactQry.pl", "SchedQry.pl", "iquery.pl", "qryAscCases.pl",
        "rss_outside.pl",
    }  # fmt: skip


def test_sealed_attachment_is_on_no_docket_menu_or_report(skye, new_visitor, entry):
    noel = as_filer(new_visitor().at(LAST_HOUR), NOEL)
    log_in(noel, NOEL.username, NOEL.password, at=SHEET)
    for reader in (skye, noel):
        pages = (docket_of(reader, entry.case), menu_of(reader, entry), activity_of(reader))
        assert all("Exhibit A" in page for page in pages[:2])
        assert "MOTION to Dismiss" in pages[2]
        assert not any(SECRET in page or "77 pages" in page for page in pages)


def test_sealed_document_is_not_found_by_its_number(skye, entry):
    form = f"{CGI}qryDocument.pl?{entry.case_id}"
    for number, attachment in ((entry.number, 2), (add_sealed(entry), 0)):
        typed = {"document": f"{number}-{attachment}"}
        assert "has no document with this number" in page_text(skye.post(form, typed))
        verify = {"case": entry.case.number, "sha256": "0" * 64} | typed
        page = page_text(skye.post(f"{CGI}DocVerify.pl", verify))
        assert "has no document with this number" in page
        found = f"{CGI}show_case_doc?{number},{entry.case_id},{attachment},,"
        assert skye.get(found).status_code == 404


def add_sealed(entry) -> int:
    """The number of one more entry of the case, which is sealed."""
    with mount.inside_rehearsal(entry.rehearsal):
        sealed = add_entry(
            case_of(entry.rehearsal), LAST_HOUR, filer(entry.rehearsal, NOEL), restriction="sealed"
        )
    return sealed.number


def test_restricted_attachment_shows_others_no_pages(skye, entry):
    entry.documents.filter(attachment=2).update(restriction=Restriction.PARTICIPANTS)
    page = menu_of(skye, entry)
    assert f"{SECRET} (restricted)" in page
    assert "77 pages" not in page


def test_feed_links_public_documents_only(visitor, entry):
    main = entry.documents.get(attachment=0)
    feed = f"{CGI}rss_outside.pl"
    entry.documents.filter(attachment=1).update(restriction=Restriction.SEALED)
    assert number_of(main) in visitor.at(LAST_HOUR).get(feed).content.decode()  # not to the menu
    entry.documents.filter(attachment=0).update(restriction=Restriction.PARTICIPANTS)
    source = visitor.get(feed).content.decode()
    assert "[Motion to Dismiss]" in source
    assert "doc1" not in source


def test_sealed_lead_and_related_cases_are_not_named(skye, rehearsal):
    case, court = case_of(rehearsal), court_of(rehearsal)
    for number in ("1:19-cv-91", "1:19-cv-92"):
        make_case(court, number, "Sealed v. Sealed", access="sealed")
    case.lead_case, case.related_cases = "1:19-cv-91", ["1:19-cv-92", "20-2901"]
    case.save()
    pages = [docket_of(skye, case), page_text(skye.get(f"{CGI}qrySummary.pl?{case.pk}"))]
    assert "Related case: 20-2901" in pages[0]
    assert not any("1:19-cv-9" in page for page in pages)
    case.lead_case = "1:20-cv-1"
    case.save()
    assert "Lead case 1:20-cv-1" in page_text(skye.get(f"{CGI}qrySummary.pl?{case.pk}"))


def test_number_that_a_sealed_case_has_too_leads_to_the_open_one(skye, rehearsal):
    case = case_of(rehearsal)
    make_case(court_of(rehearsal), "1:20-cr-90001", "Sealed v. Sealed", access="sealed")
    page = page_text(skye.post(SHEET, {"case_num": "20-90001"}))
    assert f"CIVIL DOCKET FOR CASE #: {case.full_number}" in page


def test_sealed_entries_are_not_counted(skye, entry):
    url = f"{CGI}mobile_query.pl?search=caseInfo&caseid={entry.case_id}"
    before = skye.get(url).content.decode()
    count = f'<span class="ui-li-count">{entry.sequence}</span>'
    assert count in before
    add_sealed(entry)
    assert count in skye.get(url).content.decode()


def test_day_of_a_sealed_entry_is_not_the_last_filing(rehearsal, skye):
    case = case_of(rehearsal)
    url, before = f"{CGI}iqquerymenu.pl?{case.pk}", f"{case.last_filed_on:%m/%d/%Y}"
    one = submission(rehearsal, "sealed-motion")
    with mount.inside_rehearsal(rehearsal):
        entry = file_document(
            court=case.court, account=filer(rehearsal, NOEL), submission=one, at=LAST_HOUR
        )
    assert f"Date of last filing: {before}" in page_text(skye.get(url))
    change = {"entry": entry, "reason": "Order", "who": "staff x", "at": LAST_HOUR}
    restrict_entry(restriction="public", **change)
    assert "Date of last filing: 04/17/2020" in page_text(skye.get(url))
    restrict_entry(restriction="sealed", **change)
    assert f"Date of last filing: {before}" in page_text(skye.get(url))


def test_notice_shows_a_sealed_attachment_to_its_filer_only(new_visitor, entry):
    for who, is_filer in ((NOEL, True), (ADELE, False)):
        reader = as_filer(new_visitor().at(LAST_HOUR), who)
        page = page_text(reader.get(f"/ecf/nmd/filing/{entry.pk}/notice/"))
        assert "Exhibit A" in page
        assert (SECRET in page) is is_filer


def test_notice_of_an_entry_that_was_sealed_is_for_its_filer_only(new_visitor, entry):
    entry.restriction = Restriction.SEALED
    entry.save()
    answers = [
        as_filer(new_visitor().at(LAST_HOUR), who).get(f"/ecf/nmd/filing/{entry.pk}/notice/")
        for who in (NOEL, ADELE)
    ]
    assert [answer.status_code for answer in answers] == [200, 404]
