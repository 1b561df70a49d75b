from rehearsals.help.refusals import Desk, Refusal


class RecordRefusal(Refusal):
    """Refusals to make a completion record."""

    NOT_COMPLETE = (
        "You can't make a completion record yet: not all four steps are completed.",
        "Open your home page. It shows the next step.",
        Desk.NOBODY,
    )
