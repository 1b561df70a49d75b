"""The free look: one for each address and document, for 15 days."""

from datetime import timedelta

import pytest

from dockets.models import EntryDocument, FreeLook
from dockets.notices.free_looks import LookState
from dockets.notices.services import use_free_look
from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.web import mount
from tests.support import races
from tests.support.cast import ADELE, NOEL
from tests.support.docketed import add_entry, case_of, filer
from tests.support.moments import FIRST_RUSH, SECOND

DAYS_15 = timedelta(days=15)


@pytest.fixture
def entry(inside_rehearsal):
    case = case_of(inside_rehearsal)
    return add_entry(case, FIRST_RUSH, filer(inside_rehearsal, ADELE), attachments=1)


def look(entry, number: str, at=FIRST_RUSH, attachment: int = 0, **kwargs):
    documents = EntryDocument.objects.select_related("entry__case")
    document = documents.get(entry=entry, attachment=attachment)
    return use_free_look(document=document, magic_number=number, at=at, **kwargs)


def number_of(entry, name: str = "Noel Attorney") -> str:
    return entry.notice.recipients.get(name=name).magic_number


def test_each_address_has_one_look_at_each_document(entry):
    noel, adele = number_of(entry), number_of(entry, "Adele Counsel")
    assert look(entry, noel).is_granted
    again = look(entry, noel, FIRST_RUSH + SECOND)
    assert (again.state, again.look.used_at, again.look.by_scanner) == (
        LookState.SPENT, FIRST_RUSH, False,
    )  # fmt: skip
    assert look(entry, noel, attachment=1).is_granted
    assert look(entry, adele).is_granted
    assert FreeLook.objects.count() == 3


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (-SECOND, LookState.EARLY),
        (timedelta(0), LookState.USED_NOW),
        (DAYS_15 - SECOND, LookState.USED_NOW),
        (DAYS_15, LookState.EXPIRED),
    ],
)
def test_a_free_look_lasts_fifteen_days(entry, after, state):
    result = look(entry, number_of(entry), FIRST_RUSH + after)
    assert (result.state, result.ends_at) == (state, FIRST_RUSH + DAYS_15)


def test_a_used_look_stays_spent_after_the_fifteen_days(entry):
    look(entry, number_of(entry))
    assert look(entry, number_of(entry), FIRST_RUSH + DAYS_15).state is LookState.SPENT


def test_a_wrong_number_or_that_of_another_entry_gives_nothing(entry):
    other = add_entry(entry.case, FIRST_RUSH)
    for number in ("", "1", "9" * 500, number_of(other)):
        assert look(entry, number).state is LookState.UNKNOWN
    assert not FreeLook.objects.exists()


@pytest.mark.parametrize("field", ["document", "entry", "case"])
def test_a_restricted_document_asks_for_a_login_first(entry, field):
    if field == "document":
        entry.documents.update(restriction="participants")
    elif field == "entry":
        entry.restriction = "participants"
        entry.save()
    else:
        type(entry.case).objects.update(nature_of_suit="863 Social Security: DIWC/DIWW")
    assert look(entry, number_of(entry)).state is LookState.NEEDS_LOGIN
    assert look(entry, number_of(entry), is_participant=True).is_granted


@pytest.mark.parametrize("field", ["document", "entry", "case"])
def test_a_sealed_document_has_no_free_look_for_anyone(entry, field):
    if field == "case":
        type(entry.case).objects.update(access="sealed")
    else:
        (entry.documents if field == "document" else type(entry).objects).update(
            restriction="sealed"
        )
    assert look(entry, number_of(entry), is_participant=True).state is LookState.NEEDS_LOGIN
    assert not FreeLook.objects.exists()


def test_a_transcript_has_no_free_copy(entry):
    entry.is_transcript = True
    entry.save()
    assert look(entry, number_of(entry)).state is LookState.TRANSCRIPT


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_a_double_click_uses_one_look(transactional_db):
    rehearsal = services.start(wall_at=wall_now(), title="Race")
    with mount.inside_rehearsal(rehearsal):
        entry = add_entry(case_of(rehearsal), FIRST_RUSH, filer(rehearsal, NOEL))
    number = number_of(entry)
    states = races.at_once(rehearsal, *[lambda: look(entry, number).state] * 4)
    assert states == {LookState.USED_NOW: 1, LookState.SPENT: 3}
