"""Sentences about documents that depend on what happened."""

from dockets.models import EntryDocument
from dockets.notices.free_looks import FreeLookResult, LookState
from rehearsals.clock.court_time import date_text, moment_text

RECEIPT_IS_OVER = (
    "You accepted that receipt for another document or more than an hour ago. You weren't charged again. To"
    " view the document now, accept the receipt below."
)


def why_charged(result: FreeLookResult, time_zone: str) -> str:
    """Why the link of a notice isn't free. Times are of the court's zone."""
    if result.look and result.state is LookState.SPENT:
        who = (
            "A mail scanner used your free look"
            if result.look.by_scanner
            else "Your free look was used"
        )
        when = moment_text(result.look.used_at, time_zone)
        return f"{who} on {when}. Each link in a notice opens a document once for free."
    if result.ends_at and result.state is LookState.EXPIRED:
        day = date_text(result.ends_at, time_zone)
        return f"Your free look ended on {day}, 15 days after the notice."
    if result.recipient and result.state is LookState.EARLY:
        when = moment_text(result.recipient.notice.at, time_zone)
        return (
            f"The court clock was moved back to before this notice. Its free look begins on {when}."
        )
    if result.state is LookState.TRANSCRIPT:
        return "A transcript has no free look."
    return "This link has no free look for this document."


def why_login(result: FreeLookResult, document: EntryDocument, time_zone: str) -> str:
    """Why the link of a notice asks for a login, and what the document then costs.

    `document`: with its entry. Only a reader who had a free look reads about the price.
    """
    why = f"{why_charged(result, time_zone)} Log in to view the document."
    if result.state not in (LookState.SPENT, LookState.EXPIRED):
        return why
    if document.entry.is_opinion and not document.attachment:
        return f"{why} It is an opinion, which is free."
    return f"{why} It costs $0.10 a page, at most $3.00."
