"""Filings handed to the service itself."""

from typing import Any

from django.utils.crypto import get_random_string

from dockets.documents.drafts import Draft, keep_draft
from dockets.documents.selection import ChosenDocument, chosen_practice
from dockets.filing import catalog
from dockets.filing.submission import Submission
from dockets.models import Party
from rehearsals.models import Rehearsal
from tests.support.cast import NOEL, Member
from tests.support.docketed import filer

MESA = "1:20-cv-90001"


def party(rehearsal: Rehearsal, role: str = "Plaintiff", number: str = MESA) -> Party:
    parties = Party.objects.select_related("case")
    return parties.filter(rehearsal=rehearsal, case__number=number, role=role).first()


def practice_drafts(rehearsal: Rehearsal, kind: str = "motion") -> tuple[Draft, ...]:
    """A practice document with three attachments."""
    return tuple(drafted(rehearsal, one) for one in chosen_practice("attachments", kind))


def drafted(rehearsal: Rehearsal, chosen: ChosenDocument, who: Member = NOEL) -> Draft:
    return keep_draft(rehearsal=rehearsal, account=filer(rehearsal, who), chosen=chosen)


def submission(rehearsal: Rehearsal, event: str = "motion-compel", **values: Any) -> Submission:
    """A filing of `event` for the plaintiff of the first case, ready to commit."""
    plaintiff = party(rehearsal)
    defaults: dict[str, Any] = {
        "key": get_random_string(22),
        "menu": "Civil",
        "event": catalog.event(event),
        "case_id": plaintiff.case_id,
        "filers": (plaintiff.pk,),
        "associations": (plaintiff.pk,),
        "documents": practice_drafts(rehearsal),
    }
    return Submission(**(defaults | values))
