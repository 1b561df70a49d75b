"""Filings handed to the service itself."""

from typing import Any

from django.utils.crypto import get_random_string

from cmecf.models import CmecfAccount
from dockets.documents.drafts import Draft, keep_draft
from dockets.documents.selection import chosen_practice
from dockets.filing import catalog
from dockets.filing.submission import Submission
from dockets.models import Case, Party
from rehearsals.models import Rehearsal
from tests.support.cast import Member

MESA = "1:20-cv-90001"


def case_numbered(rehearsal: Rehearsal, number: str = MESA) -> Case:
    return Case.objects.select_related("court").get(rehearsal=rehearsal, number=number)


def party(rehearsal: Rehearsal, role: str = "Plaintiff", number: str = MESA) -> Party:
    parties = Party.objects.select_related("case")
    return parties.filter(rehearsal=rehearsal, case__number=number, role=role).first()


def filer(rehearsal: Rehearsal, who: Member) -> CmecfAccount:
    accounts = CmecfAccount.objects.select_related("court")
    return accounts.get(rehearsal=rehearsal, court__code="nmd", login=who.login)


def practice_drafts(rehearsal: Rehearsal, kind: str = "motion") -> tuple[Draft, ...]:
    """A practice document with three attachments."""
    return tuple(
        keep_draft(rehearsal=rehearsal, chosen=one) for one in chosen_practice("attachments", kind)
    )


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
