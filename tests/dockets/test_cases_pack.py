"""The pack's cases as rows of a new rehearsal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dockets.cases.charges import Count, read_charges
from dockets.models import Appearance, Case, Deadline, DocketEntry, EntryDocument, Party
from rehearsals.packs.pack import faults, get_pack

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
    "usage",
    [one for one in PACK.usage if one.search.partition(":")[0] != "Last Name"],
    ids=lambda one: f"{one.at:%m-%d} {one.description}",
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


FIRST = PACK.cases[0]  # K1


def with_case(**changes):
    """The pack with K1 changed."""
    return replace(PACK, cases=(replace(FIRST, **changes), *PACK.cases[1:]))


def with_entry(place, **changes):
    entries = list(FIRST.entries)
    entries[place] = replace(entries[place], **changes)
    return with_case(entries=tuple(entries))


COMPLAINT, LAST = FIRST.entries[0], FIRST.entries[-1]
DEADLINE = FIRST.deadlines[0]
LATE = PACK.moment(PACK.start).at + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (with_case(number="20_90001"), "that is no case number"),
        (with_case(lead_case="1:20-cv-99999"), "the lead case 1:20-cv-99999 isn't in the pack"),
        (with_case(lead_case="20-2901"), "the lead case 20-2901 isn't in the pack"),
        (with_case(related_cases=("7",)), "the related case 7 isn't in the pack"),
        (with_entry(0, event="compliant"), "the event compliant isn't in the catalog"),
        (with_entry(0, refers_to=(1,)), "entry 1 refers to 1, which isn't an earlier entry"),
        (
            with_entry(0, documents=(replace(COMPLAINT.documents[0], kind="picture"),)),
            "picture isn't a kind of practice document",
        ),
        (
            with_entry(0, documents=(replace(COMPLAINT.documents[0], pages=0),)),
            "a document of entry 1 has no pages",
        ),
        (
            with_case(deadlines=(replace(DEADLINE, entry=13),)),
            "'Answer due' is of entry 13, which it doesn't have",
        ),
        (
            with_entry(0, at=COMPLAINT.at - timedelta(days=1)),
            "an entry is from before the case was filed",
        ),
        (
            with_entry(0, at=COMPLAINT.at + timedelta(hours=9)),
            "the entries aren't in the order of their times",
        ),
        (with_entry(-1, at=LATE), "an entry is later than the start of the rehearsal"),
        (
            with_case(parties=(replace(FIRST.parties[0], charges={"x": 1}),)),
            "the charges of Practice Mesa Water Cooperative: unknown: x",
        ),
    ],
)
def test_mistake_in_a_case_is_reported(broken, fault):
    assert faults(broken) == [f"case {broken.cases[0].number}: {fault}"]
