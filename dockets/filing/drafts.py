"""The filing that a browser has begun in a court: where it is kept, and how it is aborted."""

from typing import Any

from cmecf.courts.http import CourtRequest
from cmecf.models import CmecfAccount
from dockets.documents.drafts import Draft as DraftFile
from dockets.documents.drafts import discard, keep_draft
from dockets.filing.forms import DocumentsForm
from pacer_accounts.wizards.drafts import Draft
from rehearsals.help.refusals import Refused

EVENT, FILES, PARTIES = "event", "file-list", "party-list"  # pages of the draft that are no steps
_ABORTED = "filing-aborted:"


def filing_draft(request: CourtRequest) -> Draft:
    """The draft of this browser in the request's court, bound to its filer, the phase and the login's day.

    An unfinished filing doesn't outlast an outage or a move of the court clock to another day.
    """
    filer, days = request.cmecf_account, request.rehearsal.clock.day_changes
    subject = f"{filer.pk} {request.court_phase} {days}" if filer else ""
    return Draft(request.session, _name(request), subject)


def _name(request: CourtRequest) -> str:
    return f"filing-{request.court.code}"


def is_under_way(draft: Draft) -> bool:
    return bool(draft.page(EVENT))


def begin(request: CourtRequest, event: str, category: str) -> Draft:
    """Start a filing of `event`. One that was under way is aborted first."""
    draft = filing_draft(request)
    abort(request)
    request.session.pop(_ABORTED + request.court.code, None)
    draft.start_over()
    draft.keep(EVENT, {"event": event, "category": category})
    return draft


def keep_documents(form: DocumentsForm, account: CmecfAccount) -> list[DraftFile]:
    """Store the documents that a valid page names. If one is refused, the page says so and none is kept."""
    typed, kept = form.cleaned_data, list[DraftFile]()
    try:
        for chosen in typed["documents"]:
            kept.append(keep_draft(rehearsal=account.rehearsal, account=account, chosen=chosen))
    except Refused as refused:
        for file in kept:
            discard(file)
        form.add_error("upload", f"{refused.reason.sentence} {refused.reason.todo}")
        return []
    for file in kept if form.has_main else ():
        file["category"], file["description"] = typed["category"], typed["description"]
    return kept


def abort(request: CourtRequest) -> bool:
    """Forget the filing that is under way and its uploads. Returns whether there was one.

    The uploads of one that ended with its login go too.
    """
    draft = filing_draft(request)
    for file in _pages(request).get(FILES, {}).get("items", []):
        discard(file)
    if not is_under_way(draft):
        if has_unfinished(request):
            draft.drop()
        return False
    draft.start_over()
    request.session[_ABORTED + request.court.code] = True
    return True


def was_aborted(request: CourtRequest) -> bool:
    """Whether the last filing of this browser here was aborted and none was begun since."""
    return bool(request.session.get(_ABORTED + request.court.code))


def has_unfinished(request: CourtRequest) -> bool:
    """Whether this browser has a filing under way, when the court has just closed."""
    return EVENT in _pages(request)


def _pages(request: CourtRequest) -> dict[str, Any]:
    """What this browser kept of a filing here, also for another filer or login."""
    data = request.session.get(f"draft:{_name(request)}") or {}
    return dict(data.get("pages", {}))


def unfinished_filing(request: CourtRequest) -> str:
    """For the page of a closed court: what happened to the filing of this browser, or ""."""
    if not has_unfinished(request):
        return ""
    return (
        "You had a filing that you had not submitted. Nothing was filed: no docket entry was made, no"
        " notice was sent, and no fee was charged."
    )
