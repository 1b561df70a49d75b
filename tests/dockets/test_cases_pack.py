"""The pack's cases as rows of a new rehearsal."""

from datetime import date

import pytest

from dockets.cases.charges import Count, read_charges
from dockets.models import Appearance, Case, Deadline, DocketEntry, EntryDocument, Party
from rehearsals.packs.pack import get_pack

PACK = get_pack("nmd-2020")


def ours(model, rehearsal):
    return model.objects.filter(rehearsal=rehearsal)


@pytest.mark.django_db
@pytest.mark.both_databases
def test_new_rehearsal_has_the_packs_cases_and_no_other_rehearsals_rows(rehearsal, other_rehearsal):
    for case in ours(Case, rehearsal):
        assert case.court.rehearsal_id == rehearsal.pk
        assert list(case.entries.order_by("sequence").values_list("sequence", flat=True)) == list(
            range(1, case.last_sequence + 1)
        )
        assert case.entries.filter(number__isnull=False).count() == case.last_number
    assert {case.number for case in ours(Case, rehearsal)} == {case.number for case in PACK.cases}
    entries = [entry for case in PACK.cases for entry in case.entries]
    assert ours(DocketEntry, rehearsal).count() == len(entries)
    assert ours(EntryDocument, rehearsal).count() == sum(len(one.documents) for one in entries)
    foreign = {"case__rehearsal": other_rehearsal}
    assert not ours(Party, rehearsal).filter(**foreign).exists()
    assert not ours(DocketEntry, rehearsal).filter(**foreign).exists()
    assert not (
        ours(Appearance, rehearsal).filter(cmecf_account__rehearsal=other_rehearsal).exists()
    )


@pytest.mark.django_db
def test_case_of_the_freeze_has_a_response_due_on_saturday(rehearsal):
    due = ours(Deadline, rehearsal).get(case__number="1:20-cv-90005", due_on=date(2020, 4, 18))
    assert due.entry.number == 8
    assert due.entry.event == "motion-summary-judgment"
    gilbert = Appearance.objects.get(party__case=due.case, party__role="Defendant")
    assert gilbert.cmecf_account.login == "gbarrister"


@pytest.mark.django_db
def test_owner_of_a_one_case_permission_is_the_party_of_that_case(rehearsal):
    dana = rehearsal.cmecf_accounts.get(login="dlitigant")
    party = Party.objects.get(cmecf_account=dana)
    assert party.is_pro_se
    assert party.case.full_number == dana.only_case


def bill_of(number):
    return next(case for case in PACK.cases if number.startswith(case.number))


@pytest.mark.parametrize(
    "usage", [one for one in PACK.usage if one.search.partition(":")[0] != "Last Name"], ids=str
)
def test_what_was_billed_before_the_start_is_in_the_cases(usage):
    """A page of "Image22-1" is attachment 1 of entry 22, filed before it was read."""
    case = bill_of(usage.search)
    assert case.court == usage.court
    assert case.filed_on <= usage.at.date()
    documents = [
        (f"Image{number}-{attachment}", document.pages)
        for number, entry in enumerate((one for one in case.entries if one.has_number), start=1)
        if entry.at <= usage.at
        for attachment, document in enumerate(entry.documents)
    ]
    transcripts = {
        entry.documents[0].pages for entry in case.entries if entry.event == "transcript"
    }
    if usage.description.startswith("Image"):
        assert (usage.description, usage.pages) in documents
    elif usage.description == "Transcript":
        assert usage.pages in transcripts


def test_charges_of_the_defendants_can_be_read():
    parties = [party for case in PACK.cases for party in case.parties if party.charges]
    sandy = read_charges(parties[0].charges)
    assert sandy.pending[0] == Count("18:1343 WIRE FRAUD", "1")
    assert sandy.pending[0].label == "18:1343 WIRE FRAUD (1)"
    assert sandy.terminated[0].disposition == "Dismissed on motion of the United States"
    quinn = read_charges(parties[1].charges)
    assert (quinn.pending, quinn.complaints, quinn.terminated_level) == ((), (), "Felony")


@pytest.mark.parametrize(
    "stored",
    [{"counts": []}, {"pending": [{"count": "1"}]}, {"pending": [{"charge": "", "x": ""}]}],
)
def test_charges_with_unknown_keys_are_refused(stored):
    with pytest.raises(ValueError, match="unknown|not a count"):
        read_charges(stored)
