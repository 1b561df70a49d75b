"""The filing that a browser has begun in a court: where it is kept, and how it is aborted."""

from cmecf.courts.http import CourtRequest
from dockets.documents.drafts import discard
from pacer_accounts.wizards.drafts import Draft

EVENT, FILES, PARTIES = "event", "file-list", "party-list"  # pages of the draft that are no steps
_ABORTED = "filing-aborted:"


def filing_draft(request: CourtRequest) -> Draft:
    """The draft of this browser in the request's court, bound to its filer."""
    filer = request.cmecf_account
    return Draft(request.session, _name(request), str(filer.pk) if filer else "")


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


def abort(request: CourtRequest) -> bool:
    """Forget the filing that is under way and its uploads. Returns whether there was one."""
    draft = filing_draft(request)
    if not is_under_way(draft):
        return False
    for file in draft.page(FILES).get("items", []):
        discard(file)
    draft.start_over()
    request.session[_ABORTED + request.court.code] = True
    return True


def was_aborted(request: CourtRequest) -> bool:
    """Whether the last filing of this browser here was aborted and none was begun since."""
    return bool(request.session.get(_ABORTED + request.court.code))


def has_unfinished(request: CourtRequest) -> bool:
    """Whether this browser has a filing under way, when the court has just closed."""
    data = request.session.get(f"draft:{_name(request)}") or {}
    return EVENT in data.get("pages", {})


def unfinished_filing(request: CourtRequest) -> str:
    """For the page of a closed court: what happened to the filing of this browser, or ""."""
    if not has_unfinished(request):
        return ""
    return (
        "You had a filing that you had not submitted. Nothing was filed: no docket entry was made, no"
        " notice was sent, and no fee was charged."
    )
