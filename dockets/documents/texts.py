"""Sentences about documents that depend on what happened."""

from dockets.notices.free_looks import FreeLookResult, LookState
from rehearsals.clock.court_time import date_text, moment_text


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
    if result.state is LookState.TRANSCRIPT:
        return "A transcript has no free look."
    return "This link has no free look for this document."
