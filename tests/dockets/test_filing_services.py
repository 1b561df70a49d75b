"""The commit of a filing: whole or not at all, once, and only with permission."""

import pytest

from cmecf.models import CmecfAccount
from dockets.filing import opening, services
from dockets.filing.refusals import FilingRefusal
from dockets.filing.services import file_document
from dockets.filing.submission import IN_FORMA_PAUPERIS, PAY, NewParty, Opening
from dockets.models import (
    Appearance,
    Case,
    Deadline,
    DocketEntry,
    EntryDocument,
    FilingFee,
    NoticeOfElectronicFiling,
    Party,
    StoredFile,
)
from pacer_accounts.billing.cards import Card
from rehearsals.help.refusals import Refused
from rehearsals.models import Activity, Mail
from rehearsals.web import mount
from tests.support.cast import ADELE, JOHN, NOEL
from tests.support.docketed import case_of, filer
from tests.support.link_steps import link
from tests.support.moments import FIRST_RUSH, LAST_HOUR, OUTAGE
from tests.support.submissions import party, submission
from tests.support.visitor import Visitor, hold
from training.bookmarks import queries
from training.bookmarks.services import go_back
from training.models import Bookmark

VISA = Card("Visa", "1111", "Noel Attorney", 2022, 12)
TABLES = (
    Appearance, Case, Deadline, DocketEntry, EntryDocument, FilingFee, NoticeOfElectronicFiling, Party,
    StoredFile, Mail, Bookmark,
)  # fmt: skip
# A filing that uses each inner step: a new party, its association, a fee, a deadline.
STEPS = (
    "before_change", "_locked_case", "_check", "add_parties", "associate", "_add_entry", "attach",
    "pay_filing_fee", "_update_deadlines", "give_notice", "record_activity",
)  # fmt: skip


@pytest.fixture
def rehearsal(inside_rehearsal):
    hold(inside_rehearsal, LAST_HOUR)
    return inside_rehearsal


def file(rehearsal, who=NOEL, at=LAST_HOUR, **values):
    account = filer(rehearsal, who)
    values = {"submission": submission(rehearsal)} | values
    return file_document(court=account.court, account=account, at=at, **values)


def everything(rehearsal) -> dict[str, int]:
    return {model.__name__: model.objects.filter(rehearsal=rehearsal).count() for model in TABLES}


def full(rehearsal):
    """A motion with a fee by an intervenor whom the filing adds."""
    return submission(
        rehearsal, "motion-appear-phv", filers=(), fee=PAY, card=VISA, answers={"attorney": "A. B."},
        new_parties=(NewParty("Intervenor", "Example Users Group"),), associations=(),
    )  # fmt: skip


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_filing_killed_at_any_step_leaves_nothing(rehearsal, monkeypatch, step, when):
    whole, before, case = full(rehearsal), everything(rehearsal), case_of(rehearsal)
    inner = getattr(services, step)

    def killed(*args, **kwargs):
        if when == "after":
            inner(*args, **kwargs)
        raise RuntimeError("killed")

    monkeypatch.setattr(services, step, killed)
    with pytest.raises(RuntimeError, match="killed"):
        file(rehearsal, submission=whole)
    assert everything(rehearsal) == before
    now = case_of(rehearsal)
    assert (now.last_number, now.last_sequence) == (case.last_number, case.last_sequence)


def test_whole_filing_writes_every_row_once(rehearsal):
    whole, before = full(rehearsal), everything(rehearsal)
    entry = file(rehearsal, submission=whole)
    added = {name: count - before[name] for name, count in everything(rehearsal).items()}
    assert added["EntryDocument"] == 4
    assert added["Mail"] >= 2  # the notices and the receipt of the fee
    for name in (
        "Party",
        "Appearance",
        "DocketEntry",
        "FilingFee",
        "NoticeOfElectronicFiling",
        "Bookmark",
    ):
        assert added[name] == 1, name
    assert file(rehearsal, submission=whole) == entry  # sent twice
    assert DocketEntry.objects.filter(filing_key=whole.key).count() == 1
    assert Activity.objects.filter(rehearsal=rehearsal, what="filing.filed").count() == 1


def test_declined_card_files_nothing(rehearsal):
    declined = Card("Visa", "0002", "Noel Attorney", 2022, 12, is_declined=True)
    before = everything(rehearsal)
    with pytest.raises(Refused):
        file(
            rehearsal, submission=submission(rehearsal, "motion-appear-phv", fee=PAY, card=declined)
        )
    assert everything(rehearsal) == before
    line = Activity.objects.filter(rehearsal=rehearsal, what="filing.filed").get()
    assert line.detail == "nmd: declined"


def test_motion_to_proceed_in_forma_pauperis_replaces_the_fee(rehearsal):
    one = submission(rehearsal, "motion-appear-phv", fee=IN_FORMA_PAUPERIS)
    entry = file(rehearsal, submission=one)
    assert "in forma pauperis" in entry.text
    assert not FilingFee.objects.filter(entry=entry).exists()


def refusal(rehearsal, **values) -> FilingRefusal:
    with pytest.raises(Refused) as refused:
        file(rehearsal, **values)
    return refused.value.reason


def test_link_in_another_court_does_not_count(rehearsal):
    nmd, other = filer(rehearsal, NOEL), rehearsal.courts.get(code="nmb")
    with pytest.raises(Refused) as refused:
        file_document(court=other, account=nmd, submission=submission(rehearsal), at=LAST_HOUR)
    assert refused.value.reason is FilingRefusal.OTHER_COURT


def test_unlinked_account_cannot_file_after_go_live_nor_anyone_in_the_outage(rehearsal):
    assert refusal(rehearsal, at=FIRST_RUSH) is FilingRefusal.NOT_LINKED
    assert refusal(rehearsal, at=OUTAGE) is FilingRefusal.CLOSED


def test_account_closed_during_the_filing_is_refused(rehearsal):
    whole, account = submission(rehearsal), filer(rehearsal, NOEL)
    CmecfAccount.objects.filter(pk=account.pk).update(is_active=False)
    with pytest.raises(Refused) as refused:
        file_document(court=account.court, account=account, submission=whole, at=LAST_HOUR)
    assert refused.value.reason is FilingRefusal.INACTIVE


@pytest.mark.parametrize(
    ("event", "values", "reason"),
    [
        ("order", {}, FilingRefusal.NOT_YOUR_EVENT),
        ("transcript", {}, FilingRefusal.NOT_YOUR_EVENT),
        ("motion-compel", {"case_id": 0}, FilingRefusal.NO_SUCH_CASE),
        ("motion-compel", {"filers": ()}, FilingRefusal.NO_FILER),
        ("motion-compel", {"documents": ()}, FilingRefusal.NO_DOCUMENT),
        ("response", {}, FilingRefusal.NO_REFERENCE),
        ("motion-appear-phv", {}, FilingRefusal.FEE_UNPAID),
        ("motion-compel", {"filers": (-1,)}, FilingRefusal.NOT_A_PARTY),
        ("motion-compel", {"menu": "Criminal"}, FilingRefusal.WRONG_MENU),
    ],
)
def test_incomplete_or_unfit_filing_is_refused(rehearsal, event, values, reason):
    assert refusal(rehearsal, submission=submission(rehearsal, event, **values)) is reason


def test_only_counsel_of_the_case_files_under_seal(rehearsal):
    sealed = submission(rehearsal, "sealed-motion")
    assert refusal(rehearsal, who=JOHN, submission=sealed) is FilingRefusal.NOT_COUNSEL
    assert file(rehearsal, submission=sealed).restriction == "sealed"


def test_party_and_case_of_another_rehearsal_are_not_found(rehearsal, other_rehearsal):
    foreign = party(other_rehearsal)
    by_case = submission(rehearsal, case_id=foreign.case_id)
    by_party = submission(rehearsal, filers=(foreign.pk,))
    assert refusal(rehearsal, submission=by_case) is FilingRefusal.NO_SUCH_CASE
    assert refusal(rehearsal, submission=by_party) is FilingRefusal.NOT_A_PARTY


def test_two_new_cases_get_the_next_numbers(rehearsal):
    values = {
        "case_id": None, "filers": (), "associations": (), "fee": PAY, "card": VISA,
        "opening": Opening("1", "Diversity", "190 Contract: Other", "28:1332 Diversity", "None", ""),
        "new_parties": (NewParty("Plaintiff", "Example"), NewParty("Defendant", "Test", is_filer=False)),
    }  # fmt: skip
    made = [file(rehearsal, submission=submission(rehearsal, "complaint", **values)) for _ in "ab"]
    assert [entry.case.serial for entry in made] == [opening.FIRST_SERIAL, opening.FIRST_SERIAL + 1]
    assert {entry.case.title for entry in made} == {"Example v. Test"}


def test_filing_after_a_wrong_link_is_under_the_wrong_name(rehearsal):
    visitor = Visitor(rehearsal).at(FIRST_RUSH)
    link(visitor, JOHN, ADELE)
    with mount.inside_rehearsal(rehearsal):
        entry = file(rehearsal, who=ADELE, at=FIRST_RUSH)
    assert entry.entered_by_name == "Counsel, Adele"
    assert entry.text.endswith("(Counsel, Adele)")


def test_undo_takes_back_a_filing_with_its_documents_and_number(rehearsal):
    before, last = everything(rehearsal), case_of(rehearsal).last_number
    file(rehearsal)
    go_back(rehearsal, pk=queries.recent_changes(rehearsal, limit=1)[0].pk, wall_at=LAST_HOUR)
    now = everything(rehearsal)
    for name in ("DocketEntry", "EntryDocument", "Deadline", "NoticeOfElectronicFiling", "Mail"):
        assert now[name] == before[name], name
    assert case_of(rehearsal).last_number == last
