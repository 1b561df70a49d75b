"""Filings at the same time, on the configured database."""

import pytest

from dockets.filing.opening import FIRST_SERIAL
from dockets.filing.services import file_document
from dockets.filing.submission import IN_FORMA_PAUPERIS, NewParty, Opening
from dockets.models import Case, DocketEntry
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.cast import ADELE, NOEL
from tests.support.docketed import case_of, filer
from tests.support.moments import LAST_HOUR
from tests.support.submissions import submission
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
