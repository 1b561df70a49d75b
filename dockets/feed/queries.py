from datetime import datetime, timedelta

from django.db.models import Prefetch, QuerySet

from cmecf.models import Court
from dockets.models import CaseAccess, DocketEntry, EntryDocument, Restriction

WINDOW = timedelta(days=1)  # an assumption: courts' feeds show about a day
MOST_ITEMS = 1000


def recent_entries(court: Court, *, at: datetime) -> QuerySet[DocketEntry]:
    """The public entries of the day before the court time `at`, newest first, each with its documents.

    Entries of sealed cases and documents that aren't public are left out.
    """
    public = EntryDocument.objects.filter(restriction=Restriction.PUBLIC)
    documents = public.order_by("attachment")
    entries = DocketEntry.objects.filter(
        rehearsal=court.rehearsal,
        entered_at__gt=at - WINDOW,
        entered_at__lte=at,
        restriction=Restriction.PUBLIC,
        case__court=court,
        case__access=CaseAccess.OPEN,
    )
    with_documents = entries.select_related("case").prefetch_related(
        Prefetch("documents", documents)
    )
    return with_documents.order_by("-entered_at", "-pk")[:MOST_ITEMS]
