"""The summary counts the first filing and what followed, and what was filed under another name."""

import pytest

from dockets.clerk.services import correct_text
from rehearsals.web import mount
from tests.support import docketed
from tests.support.cast import GRANT, NOEL
from tests.support.docketed import add_bare_entry, case_of, filer, pacer_of
from tests.support.moments import FIRST_RUSH
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db


def summary_of(visitor, member):
    visitor.at(FIRST_RUSH)
    visitor.post(f"/people/{member.key}/")
    return page_text(visitor.get("/summary/"))


def connect(rehearsal, login, pacer):
    account = pacer_of(rehearsal, pacer)
    type(account).objects.filter(pk=account.pk).update(account_type="upgraded")
    rows = rehearsal.cmecf_accounts.filter(login=login.login, court__code="nmd")
    rows.update(pacer_account=account, linked_at=FIRST_RUSH)
    return account


def test_summary_says_what_followed_the_four_steps(visitor, rehearsal):
    assert "After the four steps" not in summary_of(visitor, NOEL)
    pacer = connect(rehearsal, NOEL, NOEL)
    assert "After the four steps First filing Not yet" in summary_of(visitor, NOEL)
    with mount.inside_rehearsal(rehearsal):
        entry = docketed.add_entry(
            case_of(rehearsal), FIRST_RUSH, filer(rehearsal, NOEL), entered_with=pacer
        )
    page = summary_of(visitor, NOEL)
    assert f"First filing document {entry.number}, Motion to Dismiss, in 1:20-cv-90001" in page
    assert "Notice of Electronic Filing Not read yet Free look Not used yet" in page


def test_filing_under_another_name_is_a_wrong_turn_until_the_clerk_corrects_it(visitor, rehearsal):
    pacer = connect(rehearsal, NOEL, GRANT)
    entry = add_bare_entry(case_of(rehearsal), FIRST_RUSH, by=filer(rehearsal, NOEL), using=pacer)
    turn = f"You filed 1:20-cv-90001 entry {entry.number} as Noel Attorney."
    assert f"{turn} Monday, April 20, 2020, at 8:05 am MT. Left as it is." in summary_of(
        visitor, GRANT
    )
    with mount.inside_rehearsal(rehearsal):
        correct_text(entry=entry, text="Filed in error", reason="r", who="staff x", at=FIRST_RUSH)
    assert "Repaired by the court" in summary_of(visitor, GRANT)
    assert turn not in summary_of(visitor, NOEL)


def test_summary_of_the_wronged_attorney_names_what_others_filed_under_that_name(
    visitor, rehearsal
):
    heading = "Filed under your name by someone else"
    assert heading not in summary_of(visitor, NOEL)
    pacer = connect(rehearsal, NOEL, GRANT)
    entry = add_bare_entry(case_of(rehearsal), FIRST_RUSH, by=filer(rehearsal, NOEL), using=pacer)
    fact = (
        f"{heading} 1:20-cv-90001 entry {entry.number} By PACER {GRANT.number}, Monday, April 20, 2020,"
        " at 8:05 am MT."
    )
    assert f"{fact} The docket shows it as your filing." in summary_of(visitor, NOEL)
    assert heading not in summary_of(visitor, GRANT)
    with mount.inside_rehearsal(rehearsal):
        correct_text(entry=entry, text="Filed in error", reason="r", who="staff x", at=FIRST_RUSH)
    assert f"{fact} The court corrected the docket text." in summary_of(visitor, NOEL)
