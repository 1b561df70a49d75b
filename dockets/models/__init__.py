from dockets.models.cases import (
    Appearance,
    Case,
    CaseAccess,
    CaseKind,
    CaseQuerySet,
    Deadline,
    Party,
)
from dockets.models.entries import (
    DocketEntry,
    EntryCorrection,
    EntryDocument,
    FilingFee,
    Restriction,
    StoredFile,
)
from dockets.models.notices import (
    Delivery,
    FreeLook,
    NoticeOfElectronicFiling,
    NoticeRecipient,
)
from dockets.models.tickets import DocumentView

__all__ = [
    "Appearance",
    "Case",
    "CaseAccess",
    "CaseKind",
    "CaseQuerySet",
    "Deadline",
    "Delivery",
    "DocketEntry",
    "DocumentView",
    "EntryCorrection",
    "EntryDocument",
    "FilingFee",
    "FreeLook",
    "NoticeOfElectronicFiling",
    "NoticeRecipient",
    "Party",
    "Restriction",
    "StoredFile",
]
