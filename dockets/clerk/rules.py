from dockets.clerk.refusals import ClerkRefusal


def why_not_restrict(current: str, wanted: str, reason: str) -> ClerkRefusal | None:
    """Whether a clerk may change the Restriction of an entry or a document to `wanted`."""
    if current == wanted:
        return ClerkRefusal.SAME_RESTRICTION
    return None if reason.strip() else ClerkRefusal.REASON_MISSING


def why_not_correct(current: str, wanted: str, reason: str) -> ClerkRefusal | None:
    """Whether a clerk may change the docket text.

    Only the clerk's office may correct a docket entry (D.N.M., CM/ECF FAQ).
    """
    if not wanted.strip():
        return ClerkRefusal.TEXT_MISSING
    if current.strip() == wanted.strip():
        return ClerkRefusal.SAME_TEXT
    return None if reason.strip() else ClerkRefusal.REASON_MISSING
