"""What becomes of a filing on its last page when the rehearsal changes, and Submit is pressed afterwards."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cmecf.models import AccountOrigin
from dockets.documents import store
from dockets.documents.drafts import folder_of
from dockets.filing.refusals import FilingRefusal
from dockets.filing.services import file_document
from dockets.models import Case, DocketEntry
from dockets.notices.refusals import NoticeRefusal
from linking.merge.services import merge
from linking.unlink.services import unlink
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import JOHN, NOEL
from tests.support.docketed import filer, pacer_of
from tests.support.factories import CmecfAccountFactory
from tests.support.filing_steps import (
    MESA,
    arrive,
    as_filer,
    as_linked_filer,
    press,
    step_path,
    submit,
    to_documents,
    to_final,
    token_of,
)
from tests.support.link_steps import CIVIL, agree, link, on_file
from tests.support.moments import DAY_TWO, FIRST_RUSH, JUST_BEFORE_OUTAGE, LIVE, OUTAGE
from tests.support.page_text import page_text
from tests.support.pdfs import made
from tests.support.submissions import party, submission

FINAL = step_path("final")
ENDED = "This filing has ended Nothing was filed."


@pytest.fixture
def john(visitor):
    link(visitor.at(FIRST_RUSH), JOHN)
    agree(visitor)
    return visitor


def last_page(visitor):
    """The hidden fields of the last page of a filing."""
    to_final(visitor, "motions", "motion-compel", party(visitor.rehearsal).pk)
    return token_of(visitor, "final")


def filed(rehearsal) -> int:
    return DocketEntry.objects.filter(rehearsal=rehearsal).exclude(filing_key="").count()


def uploads(rehearsal) -> list[str]:
    return store.names_in(folder_of(rehearsal))[1]


def test_filing_does_not_outlast_the_outage(rehearsal, visitor):
    as_filer(visitor.at(JUST_BEFORE_OUTAGE), JOHN)
    hidden = last_page(visitor)
    assert "Nothing was filed" in page_text(visitor.at(OUTAGE).post(FINAL, hidden))
    link(visitor.at(LIVE), JOHN)
    agree(visitor)
    answer = visitor.post(FINAL, hidden)
    assert (answer.status_code, filed(rehearsal)) == (409, 0)
    assert ENDED in page_text(answer)


def test_filing_ends_with_the_day_of_the_court_clock_and_its_upload_goes(rehearsal, john):
    before = uploads(rehearsal)  # other tests leave files for a rehearsal of this number
    to_documents(john, "motions", "motion-compel", party(rehearsal).pk)
    press(john, "documents", "add", upload=SimpleUploadedFile("a.pdf", made(), "application/pdf"))
    hidden = token_of(john, "documents")
    as_linked_filer(john.at(DAY_TWO), JOHN)
    assert ENDED in page_text(john.post(step_path("documents"), hidden))
    assert len(uploads(rehearsal)) == len(before) + 1
    john.get(CIVIL)
    assert uploads(rehearsal) == before


def test_submit_again_on_another_day_leads_to_the_notice(rehearsal, john):
    hidden = last_page(john)
    entry = submit(john)
    as_linked_filer(john.at(DAY_TWO), JOHN)
    answer = john.post(FINAL, hidden)
    assert answer.headers["Location"].endswith(f"/filing/{entry.pk}/notice/")
    assert filed(rehearsal) == 1
    assert john.post(FINAL).status_code == 409  # an empty form is no filing of the pack


def test_submit_again_after_undo_says_that_the_filing_was_taken_back(rehearsal, john):
    hidden = last_page(john)
    entry = submit(john)
    kept = rehearsal.bookmarks.get(what="filing.filed")
    with mount.inside_rehearsal(rehearsal):
        url = reverse("training:go_back", args=[kept.pk])
    john.client.post(url, {"confirmed": "1"})
    answer = john.post(FINAL, hidden)
    assert (answer.status_code, filed(rehearsal)) == (409, 0)
    assert "This filing was taken back" in page_text(answer)
    assert "This filing was taken back" in page_text(john.get(FINAL))
    notice = john.get(f"/ecf/nmd/filing/{entry.pk}/notice/")
    assert notice.status_code == 404
    assert NoticeRefusal.NOT_FOUND.todo in page_text(notice)


def test_submit_in_a_case_that_undo_took_back_asks_for_the_case_again(rehearsal, john):
    hidden = last_page(john)
    Case.objects.filter(rehearsal=rehearsal, number=MESA).delete()
    answer = john.post(FINAL, hidden)
    assert answer.headers["Location"].endswith(step_path("case"))
    page = john.get(step_path("case"))
    assert FilingRefusal.NO_SUCH_CASE.sentence in page_text(page)
    assert f'value="{MESA}"' in page.content.decode()
    assert arrive(john.get(step_path("documents"))) == "case"
    assert filed(rehearsal) == 0


def test_submit_after_the_clerk_unlinked_the_account_files_nothing(rehearsal, john):
    hidden = last_page(john)
    with mount.inside_rehearsal(rehearsal):
        unlink(account=on_file(rehearsal, JOHN), reason="Wrong", who="staff x", at=FIRST_RUSH)
    answer = john.post(FINAL, hidden)
    assert (answer.status_code, filed(rehearsal)) == (403, 0)
    assert "Nothing was saved." in page_text(answer)
    link_to_noel(rehearsal)
    answer = john.post(FINAL, hidden)
    assert (answer.status_code, filed(rehearsal)) == (409, 0)
    assert ENDED in page_text(answer)


def link_to_noel(rehearsal) -> None:
    """The PACER account of John is linked to the CM/ECF account of Noel."""
    account = filer(rehearsal, NOEL)
    account.pacer_account, account.linked_at = pacer_of(rehearsal, JOHN), FIRST_RUSH
    account.save()


def test_submit_after_a_merge_files_nothing_under_either_account(rehearsal, visitor):
    second = CmecfAccountFactory(
        court=rehearsal.courts.get(code="nmd"), login="PACER 7030833", persona=JOHN.key,
        origin=AccountOrigin.REGISTRATION, pacer_account=pacer_of(rehearsal, JOHN),
        linked_at=FIRST_RUSH, first_name="John", last_name="Attorney",
    )  # fmt: skip
    as_linked_filer(visitor.at(FIRST_RUSH), JOHN)
    hidden = last_page(visitor)
    with mount.inside_rehearsal(rehearsal):
        earlier = filer(rehearsal, JOHN).pk
        merge(registered=second, earlier_id=earlier, reason="Two", who="staff x", at=FIRST_RUSH)
    answer = visitor.post(FINAL, hidden)
    assert (answer.status_code, filed(rehearsal)) == (409, 0)
    assert ENDED in page_text(answer)


def test_account_that_is_linked_to_someone_else_during_the_submit_files_nothing(rehearsal):
    account = filer(rehearsal, NOEL)  # as the request read it: not linked
    link_to_noel(rehearsal)
    one = submission(rehearsal)
    with mount.inside_rehearsal(rehearsal), pytest.raises(Refused) as refused:
        file_document(court=account.court, account=account, submission=one, at=FIRST_RUSH)
    assert refused.value.reason is FilingRefusal.ACCOUNT_CHANGED
    assert filed(rehearsal) == 0
