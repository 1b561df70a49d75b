"""Going back to before a wrong link takes back what was filed through it: entry, documents, notice, mail."""

import re

import pytest

from dockets.filing.services import file_document
from dockets.models import DocketEntry, EntryDocument, NoticeOfElectronicFiling
from rehearsals.web import mount
from tests.support.cast import GRANT, JOHN
from tests.support.docketed import case_of, filer
from tests.support.link_steps import link
from tests.support.moments import FIRST_RUSH
from tests.support.page_text import page_text
from tests.support.submissions import party, submission

pytestmark = pytest.mark.django_db
K2 = "2:19-cv-90002"


def file_as_john(rehearsal):
    account = filer(rehearsal, JOHN)
    plaintiff = party(rehearsal, number=K2)
    of_k2 = {
        "case_id": plaintiff.case_id,
        "filers": (plaintiff.pk,),
        "associations": (plaintiff.pk,),
    }
    with mount.inside_rehearsal(rehearsal):
        filing = submission(rehearsal, **of_k2)
        return file_document(court=account.court, account=account, submission=filing, at=FIRST_RUSH)


def counts(rehearsal):
    rows = [
        model.objects.filter(rehearsal=rehearsal).count()
        for model in (DocketEntry, EntryDocument, NoticeOfElectronicFiling)
    ]
    return [*rows, rehearsal.mails.count(), case_of(rehearsal, K2).last_number]


def test_undo_of_a_wrong_link_takes_its_filing_back(visitor, rehearsal):
    visitor.at(FIRST_RUSH)
    visitor.post(f"/people/{GRANT.key}/")
    before = counts(rehearsal)
    link(visitor, GRANT, JOHN)
    entry = file_as_john(rehearsal)
    assert (entry.entered_by.login, entry.entered_with.account_number) == (
        JOHN.login,
        GRANT.number,
    )
    assert all(now > then for now, then in zip(counts(rehearsal), before, strict=True))
    home = visitor.get("/")
    assert f"document {entry.number}" in page_text(home)
    undo = re.search(r'next__undo.*?action="([^"]+)"', home.content.decode(), re.S)[1]
    visitor.post(undo, {"confirmed": "yes"})
    assert counts(rehearsal) == before
    assert f"document {entry.number}" not in page_text(visitor.get("/"))
