"""What the link in a notice gives: each address has one free look at each document."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from dockets.models import FreeLook, NoticeRecipient


class LookState(Enum):
    """What a link with a magic number gives."""

    USED_NOW = "used now"  # show the document, free of charge
    SPENT = "spent"  # `look` says when, and whether a mail scanner opened it
    EXPIRED = "expired"
    EARLY = "early"  # the court clock is before the notice
    UNKNOWN = "unknown"  # no notice of this document has the number
    NEEDS_LOGIN = "needs login"  # restricted documents, Social Security and immigration cases
    TRANSCRIPT = "transcript"  # transcripts have no free copy


@dataclass(frozen=True)
class FreeLookResult:
    """The result of opening a link of a notice. `ends_at`: when its free looks end; None if unknown."""

    state: LookState
    look: FreeLook | None = None
    recipient: NoticeRecipient | None = None
    ends_at: datetime | None = None

    @property
    def is_granted(self) -> bool:
        return self.state is LookState.USED_NOW
