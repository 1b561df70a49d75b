from dockets.clerk.admin import CaseAdmin
from dockets.clerk.entry_admin import DocketEntryAdmin, EntryDocumentAdmin

__all__ = ["CaseAdmin", "DocketEntryAdmin", "EntryDocumentAdmin"]
