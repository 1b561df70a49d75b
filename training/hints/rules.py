"""Which rungs of a ladder a person sees, and which one they may open next."""

from training.hints.ladder import CLICKS, GOAL, TAKE_ME, WHERE


def shown_rung(opened: int, *, on_my_own: bool) -> int:
    """The highest rung to show. `opened`: the highest one that the person opened, or 0.

    Guided shows the goal and where it is; On my own shows only the goal. The last rung is a button,
    so it is never shown open.
    """
    return min(max(opened, GOAL if on_my_own else WHERE), CLICKS)


def next_rung(shown: int) -> int:
    return min(shown + 1, TAKE_ME)


def may_open(rung: int, opened: int, *, on_my_own: bool) -> bool:
    """Whether `rung` is open already or is the next one: one rung at a time."""
    return GOAL < rung <= next_rung(shown_rung(opened, on_my_own=on_my_own))
