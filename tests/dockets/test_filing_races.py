"""Filings at the same time, on the configured database."""

from functools import partial

import pytest

from dockets.documents import store
from dockets.documents.drafts import discard
from dockets.documents.selection import ChosenDocument
from dockets.filing.opening import FIRST_SERIAL
from dockets.filing.services import file_document
from dockets.filing.submission import IN_FORMA_PAUPERIS, NewParty, Opening
from dockets.models import Case, DocketEntry, EntryDocument
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from rehearsals.documents.document import Document
from tests.support import races
from tests.support.cast import ADELE, NOEL
from tests.support.docketed import case_of, filer
from tests.support.moments import LAST_HOUR
from tests.support.pdfs import PDF
from tests.support.submissions import drafted, submission
from tests.support.visitor import hold

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
ROUNDS = 2


@pytest.fixture
def rehearsal(transactional_db):
    made = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(made, LAST_HOUR)
    return made


def ask(rehearsal, who, whole):
    account = filer(rehearsal, who)
    return lambda: (
        file_document(court=account.court, account=account, submission=whole, at=LAST_HOUR).number
    )


def test_numbers_never_repeat_or_skip_under_eight_filers(rehearsal):
    first = case_of(rehearsal).last_number
    for _ in range(ROUNDS):
        asks = [ask(rehearsal, who, submission(rehearsal)) for who in (NOEL, ADELE) * 4]
        results = races.at_once(rehearsal, *asks)
        assert results == dict.fromkeys(range(first + 1, first + 9), 1)
        first += 8
    rows = DocketEntry.objects.filter(case=case_of(rehearsal)).order_by("sequence")
    sequences = list(rows.values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))


def test_filing_finds_its_upload_while_others_with_the_same_file_are_left(rehearsal):
    chosen = ChosenDocument(Document("brief.pdf", PDF, 1))
    for _ in range(ROUNDS):
        left = [drafted(rehearsal, chosen, who) for who in (ADELE, NOEL)]
        whole = submission(rehearsal, documents=(drafted(rehearsal, chosen),))
        number = case_of(rehearsal).last_number + 1
        acts = [partial(discard, draft) for draft in left]
        results = races.at_once(rehearsal, ask(rehearsal, NOEL, whole), *acts)
        assert results == {number: 1, None: 2}
        row = EntryDocument.objects.get(entry__filing_key=whole.key)
        assert store.read(row.path) == PDF
    assert store.names_in(f"drafts/{rehearsal.pk}")[1] == []


def test_double_submit_files_once(rehearsal):
    whole, first = submission(rehearsal), case_of(rehearsal).last_number
    results = races.at_once(rehearsal, *[ask(rehearsal, NOEL, whole)] * 4)
    assert results == {first + 1: 4}
    assert DocketEntry.objects.filter(filing_key=whole.key).count() == 1


def test_double_submit_opens_one_case(rehearsal):
    whole = submission(
        rehearsal,
        "complaint",
        case_id=None,
        filers=(),
        associations=(),
        opening=Opening("1", "Diversity", "110 Insurance", "28:1332", "None", ""),
        new_parties=(NewParty("Plaintiff", "A"), NewParty("Defendant", "B", is_filer=False)),
        fee=IN_FORMA_PAUPERIS,
    )
    assert races.at_once(rehearsal, *[ask(rehearsal, NOEL, whole)] * 4) == {1: 4}
    assert Case.objects.filter(rehearsal=rehearsal, serial__gte=FIRST_SERIAL).count() == 1
