"""The first filing after the link: what the four steps were for. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from cmecf.models import CourtKind
from dockets.filing import catalog
from dockets.filing.catalog.event import CIVIL

_EVENT, _CATEGORIES = "notice-other", ("notices", "cr-notices")  # for the first filing


class Stage(StrEnum):
    """How far the person is, from the first filing to the fee for a second look."""

    FILE = "file"
    WAIT = "wait"
    NOT_DELIVERED = "not_delivered"
    READ = "read"
    LOOK = "look"
    PAY = "pay"
    DONE = "done"


@dataclass(frozen=True)
class NoticeState:
    """The notice of the person's first filing. `to`: the filer's address, or "" if none was e-mailed.

    mail: the primary key of the e-mail in the mailbox. is_scanner_look: a mail scanner used the free look.
    can_search: False until the code of a new PACER account is entered.
    """

    to: str = ""
    mail: int | None = None
    is_sent: bool = False
    is_delivered: bool = False
    is_read: bool = False
    has_free_look: bool = False
    is_look_used: bool = False
    is_scanner_look: bool = False
    has_paid: bool = False
    can_search: bool = True


@dataclass(frozen=True)
class FirstFiling:
    """Where the person is with the first filing in a court.

    case_number, case_title: the case to file in, or of the first filing; empty if the person appears in
    no open case. section: the menu of that case. short_text, number: of the entry of the first filing.
    notice: None before the filing.
    """

    court_code: str
    section: str = CIVIL
    case_number: str = ""
    case_title: str = ""
    short_text: str = ""
    number: int | None = None
    notice: NoticeState | None = None

    @property
    def stage(self) -> Stage:
        return stage_of(self.notice)

    @property
    def event_path(self) -> tuple[str, str, str, str]:
        """The menu, heading, list and event of the first filing, by their labels."""
        lists = (catalog.category(key, CourtKind.DISTRICT) for key in _CATEGORIES)
        found = next(one for one in lists if one and one.menu == self.section)
        event = catalog.event(_EVENT)
        return found.menu, found.heading, found.label, event.label if event else ""

    @property
    def title(self) -> str:
        """What to do next: "File a notice in 1:20-cv-90001"."""
        if self.stage is Stage.FILE:
            return f"File a notice in {self.case_number}" if self.case_number else "File a document"
        return _TITLES[self.stage]


_TITLES = {
    Stage.WAIT: "Wait for tonight's summary of notices",
    Stage.NOT_DELIVERED: "Your notice did not arrive",
    Stage.READ: "Read the notice of your filing",
    Stage.LOOK: "Use your free look",
    Stage.PAY: "Open the document again and see the fee",
    Stage.DONE: "You filed your first document",
}


def stage_of(notice: NoticeState | None) -> Stage:
    """What comes next. The person's own later steps count even if an earlier one was left out."""
    if notice is None:
        return Stage.FILE
    if notice.is_look_used and (notice.is_read or not notice.is_scanner_look):
        return Stage.PAY if notice.can_search and not notice.has_paid else Stage.DONE
    if not notice.to or not notice.has_free_look:
        return Stage.DONE
    if not notice.is_sent:
        return Stage.WAIT
    if not notice.is_delivered:
        return Stage.NOT_DELIVERED
    return Stage.LOOK if notice.is_read else Stage.READ
