"""`manage.py generate_cases`: how many, in what proportions, the same for the same seed."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, Q

from cmecf.models import CmecfAccount
from dockets.cases.numbers import parse_number
from dockets.generation import proportions as of
from dockets.generation.drawn import Source
from dockets.generation.draws import draw_case
from dockets.models import Appearance, Case, Deadline, DocketEntry, EntryDocument, Party
from rehearsals.packs.pack import get_pack
from tests.support.cast import NOEL
from tests.support.dockets import court_of

PACK = get_pack("nmd-2020")
TODAY = PACK.moment(PACK.start).at.date()


def generate(rehearsal, court="nmd", *, filers=12, cases=60, **options):
    output = StringIO()
    call_command(
        "generate_cases",
        court=court,
        filers=filers,
        cases=cases,
        rehearsal=rehearsal.code,
        stdout=output,
        **options,
    )
    return output.getvalue()


def generated(rehearsal):
    return Case.objects.filter(rehearsal=rehearsal, serial__gte=of.FIRST_SERIAL)


def rows(rehearsal):
    """All that was generated, without keys."""
    theirs = Q(entry__case__in=(cases := generated(rehearsal)))
    return [
        list(found)
        for found in (
            cases.order_by("serial").values_list("number", "title", "closed_on", "access"),
            Party.objects.filter(case__in=cases)
            .order_by("case__serial", "position")
            .values_list("name_key", "role", "terminated_on", "charges"),
            Appearance.objects.filter(party__case__in=cases)
            .order_by("party__case__serial", "party__position", "name")
            .values_list("name", "cmecf_account__login", "is_lead"),
            DocketEntry.objects.filter(case__in=cases)
            .order_by("case__serial", "sequence")
            .values_list("text", "entered_at", "entered_by__login", "restriction"),
            EntryDocument.objects.filter(theirs)
            .order_by("entry__case__serial", "entry__sequence", "attachment")
            .values_list("path", "pages"),
        )
    ]


@pytest.mark.django_db
@pytest.mark.both_databases
def test_same_seed_gives_the_same_rows_in_each_rehearsal(rehearsal, other_rehearsal):
    generate(rehearsal, seed=7)
    generate(other_rehearsal, seed=7)
    made = rows(rehearsal)
    assert all(made)
    assert made == rows(other_rehearsal)
    source = Source(seed=7, court_kind="district", today=TODAY, cases=60, filers=12)
    drawn = [draw_case(source, place) for place in range(60)]
    assert [case[0] for case in made[0]] == [case.number for case in drawn]
    assert len(made[3]) == sum(len(case.entries) for case in drawn)


@pytest.mark.django_db
def test_another_seed_gives_other_cases_and_a_second_run_adds_numbers(rehearsal, other_rehearsal):
    generate(rehearsal, seed=7, cases=20)
    generate(other_rehearsal, seed=8, cases=20)
    assert rows(rehearsal)[0] != rows(other_rehearsal)[0]
    generate(rehearsal, seed=7, cases=5, filers=0)
    serials = sorted(generated(rehearsal).values_list("serial", flat=True))
    assert serials == list(range(of.FIRST_SERIAL, of.FIRST_SERIAL + 25))
    assert rehearsal.cmecf_accounts.filter(login__startswith="gen").count() == 12


@pytest.mark.django_db
def test_rows_stay_in_their_rehearsal_and_court(rehearsal, other_rehearsal):
    generate(rehearsal)
    court = court_of(rehearsal)
    assert not generated(other_rehearsal).exists()
    for model, path in (
        (Case, "court"),
        (Party, "case__court"),
        (Appearance, "party__case__court"),
        (DocketEntry, "case__court"),
        (EntryDocument, "entry__case__court"),
        (Deadline, "case__court"),
    ):
        rows = model.objects.filter(**{f"{path}__rehearsal": rehearsal, path: court})
        assert rows.exists()
        assert not rows.exclude(rehearsal=rehearsal).exists()
    accounts = CmecfAccount.objects.filter(appearances__party__case__in=generated(rehearsal))
    assert set(accounts.values_list("court", flat=True)) == {court.pk}


@pytest.mark.django_db
def test_entries_count_from_one_and_come_in_the_order_of_their_dates(rehearsal):
    generate(rehearsal, entries=30)
    for case in generated(rehearsal).prefetch_related("entries"):
        entries = sorted(case.entries.all(), key=lambda entry: entry.sequence)
        assert [entry.number for entry in entries] == list(range(1, case.last_number + 1))
        assert len(entries) == case.last_sequence <= 30
        times = [entry.entered_at for entry in entries]
        assert times == sorted(times)
        assert case.filed_on == entries[0].filed_on
        shown = [entry for entry in entries if entry.restriction != "sealed"]
        assert case.last_filed_on == shown[-1].filed_on <= (case.closed_on or TODAY)


@pytest.mark.django_db
def test_filers_have_a_practice_password_and_some_a_stale_address(rehearsal):
    said = generate(rehearsal, filers=60, cases=0)
    assert "60 filers" in said
    logins = "CM/ECF logins of the filers added: gen000001 to gen000060, password Docket-Noel-1."
    assert logins in said
    assert "gen000061, password" in generate(rehearsal, filers=1, cases=0)
    filers = rehearsal.cmecf_accounts.filter(login__startswith="gen").exclude(login="gen000061")
    assert filers.first().has_password(NOEL.ecf_password)
    stale = filers.filter(email__endswith="@oldfirm.example.net").count()
    assert 0 < stale < 20


@pytest.mark.parametrize("court", ["nmb", "ca10"])
@pytest.mark.django_db
def test_numbers_of_other_courts_are_of_their_kind(rehearsal, court):
    generate(rehearsal, court, cases=10)
    for case in generated(rehearsal):
        assert parse_number(case.number).serial == case.serial
        assert (case.kind, case.office) == ({"nmb": "bk", "ca10": "ap"}[court], "")


def test_proportions_are_those_of_the_constants():
    source = Source(seed=1, court_kind="district", today=TODAY, cases=700, filers=100)
    cases = [draw_case(source, place) for place in range(700)]
    lengths = sorted(len(case.entries) for case in cases)

    def share(is_one):
        return sum(is_one(case) for case in cases) / len(cases)

    assert share(lambda case: case.kind == "cr") == pytest.approx(of.CRIMINAL_SHARE, abs=0.05)
    assert share(lambda case: case.office == "2") == pytest.approx(of.SECOND_OFFICE_SHARE, abs=0.05)
    assert 0.5 < share(lambda case: case.closed_on is not None) < of.CLOSED_SHARE
    assert lengths[350] == pytest.approx(of.MEDIAN_ENTRIES, abs=1)
    assert lengths[-1] > 8 * of.MEDIAN_ENTRIES
    assert all(case.parties[0].terminated_on is None for case in cases)
    assert any(party.terminated_on for case in cases for party in case.parties)
    assert {entry.restriction for case in cases for entry in case.entries} == {
        "public",
        "participants",
        "sealed",
    }
    assert cases == [draw_case(source, place) for place in range(700)]


@pytest.mark.django_db
def test_bookmarks_are_turned_off_for_many_cases(rehearsal, monkeypatch):
    monkeypatch.setattr(of, "MOST_WITH_BOOKMARKS", 10)
    assert "Bookmarks are off" not in generate(rehearsal, cases=10)
    rehearsal.refresh_from_db()
    assert rehearsal.keeps_bookmarks
    assert "Bookmarks are off" in generate(rehearsal, cases=11)
    rehearsal.refresh_from_db()
    assert not rehearsal.keeps_bookmarks


@pytest.mark.django_db
def test_member_cases_have_the_case_before_them_as_lead(rehearsal, monkeypatch):
    monkeypatch.setattr(of, "MEMBER_SHARE", 0.5)
    monkeypatch.setattr(of, "CHUNK", 7)
    generate(rehearsal)
    members = generated(rehearsal).exclude(lead_case="")
    assert members.count() > 10
    for member in members:
        assert generated(rehearsal).get(number=member.lead_case).serial == member.serial - 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"court": "txs"}, "txs is not a court of this rehearsal. Choose one of ca10, nmb, nmd."),
        ({"cases": 900_000}, "There are no case numbers left for so many cases."),
    ],
)
def test_what_cannot_be_generated_is_refused(rehearsal, options, said):
    with pytest.raises(CommandError, match=said.replace(".", r"\.")):
        generate(rehearsal, **options)
    assert not generated(rehearsal).exists()


@pytest.mark.django_db
def test_unknown_rehearsal_and_negative_numbers_are_refused(rehearsal):
    with pytest.raises(CommandError, match="There is no rehearsal nobody"):
        call_command("generate_cases", "--rehearsal=nobody", court="nmd", filers=1, cases=1)
    with pytest.raises(CommandError, match="-1 must be a whole number, 0 or more"):
        call_command("generate_cases", "--court=nmd", "--filers=1", "--cases=-1")
    assert Case.objects.aggregate(n=Count("pk", filter=Q(serial__gte=of.FIRST_SERIAL))) == {"n": 0}
