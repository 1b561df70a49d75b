"""From the Civil menu to the Notice of Electronic Filing, on the last Friday before the move."""

from dockets.models import Party
from tests.support.cast import NOEL
from tests.support.filing_steps import (
    MESA,
    as_filer,
    submit,
    to_final,
)
from tests.support.moments import LAST_HOUR
from tests.support.page_text import page_text


def mesa(rehearsal) -> Party:
    return Party.objects.get(rehearsal=rehearsal, case__number=MESA, role="Plaintiff")


def test_attorney_files_a_motion_and_sees_the_notice(rehearsal, visitor):
    as_filer(visitor.at(LAST_HOUR), NOEL)
    before = mesa(rehearsal).case.last_number
    to_final(visitor, "motions", "motion-compel", mesa(rehearsal).pk)
    entry = submit(visitor)
    assert entry.number == before + 1
    assert entry.text == (
        "MOTION to Compel of discovery by Practice Mesa Water Cooperative. (Attorney, Noel)"
    )
    assert [document.attachment for document in entry.documents.all()] == [0]
    notice = page_text(visitor.get(f"/ecf/nmd/filing/{entry.pk}/notice/"))
    assert "Notice of Electronic Filing" in notice
    assert "MOTION to Compel of discovery" in notice
