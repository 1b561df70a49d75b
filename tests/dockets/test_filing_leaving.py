"""An unfinished filing: what aborts it, and what doesn't."""

from django.core.files.uploadedfile import SimpleUploadedFile

from dockets.documents import store
from tests.support.cast import JOHN
from tests.support.docketed import entry_count
from tests.support.filing_steps import (
    CIVIL,
    arrive,
    as_filer,
    press,
    step_path,
    submit,
    to_documents,
    to_final,
    token_of,
)
from tests.support.moments import LAST_HOUR, OUTAGE
from tests.support.page_text import page_text
from tests.support.pdfs import PDF
from tests.support.submissions import party

ABORTED = "This filing was aborted because you left by a menu"


def test_leaving_by_a_menu_aborts_the_filing(rehearsal, noel, plaintiff):
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    hidden, before = token_of(noel, "final"), entry_count(rehearsal)
    assert "Your filing was aborted because you opened another page" in page_text(noel.get(CIVIL))
    assert "Your filing was aborted" not in page_text(noel.get(CIVIL))
    for answer in (noel.get(step_path("final")), noel.post(step_path("final"), hidden)):
        assert answer.status_code == 409
        assert ABORTED in page_text(answer)
        assert "Nothing was filed" in page_text(answer)
    assert entry_count(rehearsal) == before


def test_leaving_by_a_menu_keeps_the_same_upload_of_another_filer(rehearsal, noel, new_visitor):
    john = as_filer(new_visitor().at(LAST_HOUR), JOHN)
    plaintiff = party(rehearsal)
    for person in (john, noel):
        to_documents(person, "motions", "motion-compel", plaintiff.pk)
        file = SimpleUploadedFile("brief.pdf", PDF)
        assert arrive(press(person, "documents", upload=file)) == "refer"
    john.get(CIVIL)
    assert arrive(press(noel, "refer")) == "docket-text"
    assert arrive(press(noel, "docket-text", words="of discovery")) == "final"
    document = submit(noel).documents.get()
    assert store.read(document.path) == PDF


def test_reading_a_document_beside_a_filing_does_not_abort_it(noel, plaintiff):
    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    noel.get("/ecf/nmd/doc1/12300000001")
    noel.get("/ecf/nmd/cgi-bin/possible_case_numbers.pl?20-90001")
    assert noel.get(step_path("documents")).status_code == 200


def test_outage_page_says_that_an_unfinished_filing_was_not_filed(rehearsal, noel, plaintiff):
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    hidden, before = token_of(noel, "final"), entry_count(rehearsal)
    answer = noel.at(OUTAGE).post(step_path("final"), hidden)
    assert answer.status_code == 503
    assert "You had a filing that you had not submitted. Nothing was filed" in page_text(answer)
    assert entry_count(rehearsal) == before
