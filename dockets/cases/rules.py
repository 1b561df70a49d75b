from dockets.models import Restriction


def may_read(restriction: str, *, is_participant: bool) -> bool:
    """Whether an entry or document may be read by a participant of its case, or by anyone else.

    Participants: the attorneys who appear for a party that isn't terminated, and parties who represent
    themselves. Only court staff read what is sealed.
    """
    return restriction == Restriction.PUBLIC or (
        restriction == Restriction.PARTICIPANTS and is_participant
    )
