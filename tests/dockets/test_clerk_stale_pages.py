"""A clerk's page that was opened before a change: it repairs nothing and asks again."""

import pytest

from rehearsals.web import mount
from tests.support import docketed
from tests.support.cast import NOEL
from tests.support.clerk_desk import ENTRIES, repair, seen_by
from tests.support.docketed import case_of, filer
from tests.support.moments import FIRST_RUSH
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db


def test_page_that_another_clerk_overtook_asks_again(clerk, rehearsal, complaint):
    old = seen_by(clerk, ENTRIES, "restrict", complaint)
    repair(clerk, ENTRIES, "restrict", complaint, restriction="sealed", reason="Order of today")
    page = repair(
        clerk, ENTRIES, "restrict", complaint, restriction="participants", reason="Names", seen=old
    )
    assert "Something changed after you opened this page" in page
    assert "Now: Sealed: court staff only." in page
    complaint.refresh_from_db()
    assert complaint.restriction == "sealed"
    new = seen_by(clerk, ENTRIES, "restrict", complaint)
    repair(clerk, ENTRIES, "restrict", complaint, restriction="public", reason="Order", seen=new)
    complaint.refresh_from_db()
    assert complaint.restriction == "public"


def test_correction_on_an_old_page_keeps_the_newer_text(clerk, complaint):
    old = seen_by(clerk, ENTRIES, "correct_text", complaint)
    repair(clerk, ENTRIES, "correct_text", complaint, text="NEWER text", reason="Typing error")
    page = repair(
        clerk, ENTRIES, "correct_text", complaint, text="OLDER text", reason="Case", seen=old
    )
    assert "Something changed after you opened this page" in page
    assert "OLDER text" in page  # what was typed stays
    complaint.refresh_from_db()
    assert complaint.text == "NEWER text"


def test_notice_is_not_resent_twice_by_one_page(clerk, rehearsal):
    hold(rehearsal, FIRST_RUSH)
    with mount.inside_rehearsal(rehearsal):
        entry = docketed.add_entry(case_of(rehearsal), FIRST_RUSH, filer(rehearsal, NOEL))
    old = seen_by(clerk, ENTRIES, "resend_notice", entry)
    count = rehearsal.mails.count()
    repair(clerk, ENTRIES, "resend_notice", entry, reason="It bounced", seen=old)
    sent = rehearsal.mails.count()
    assert sent > count
    assert "Something changed" in repair(
        clerk, ENTRIES, "resend_notice", entry, reason="It bounced", seen=old
    )
    assert rehearsal.mails.count() == sent
