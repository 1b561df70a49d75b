"""The rules of a rehearsal in words: the same on its Rules page, on the staff page and in the log."""

from typing import Any

from rehearsals.models import ClockControl, Era, LinkPolicy, Rehearsal

NAMES = {
    "era": "Era",
    "link_policy": "Linking a shared PACER account",
    "refuses_special_logins": "Special characters in CM/ECF logins",
    "scans_mail": "Mail scanner",
    "clock_control": "Clock control",
    "keeps_bookmarks": "Bookmarks",
    "title": "Title",
}
# Each value that a rule can have: its short name, and what it changes.
OPTIONS: dict[str, dict[Any, tuple[str, str]]] = {
    "era": {
        Era.Y2020: (
            "2020, the year of the move",
            "Passwords have at least 8 characters, and a login never asks for a passcode.",
        ),
        Era.Y2025: (
            "2025",
            "New passwords have 14 to 45 characters and expire after 180 days, and e-filers must enroll"
            " in multifactor authentication.",
        ),
    },
    "link_policy": {
        LinkPolicy.GUARD: (
            "Guard",
            "The link is refused, to protect you. Real systems can't tell that an account is shared.",
        ),
        LinkPolicy.REALISTIC: (
            "Realistic",
            "The link goes through, as in real systems, and you see what follows.",
        ),
    },
    "refuses_special_logins": {
        False: ("Accepted", "Every CM/ECF login can be linked."),
        True: (
            "Refused",
            "A login with & @ # $ or * can't be linked until the court changes it, as in one real"
            " court.",
        ),
    },
    "scans_mail": {
        False: ("Off", "Nothing opens the links in your mail before you do."),
        True: (
            "Opens links",
            "A mail scanner opens the links in notices of filings when they arrive, as in some law firms."
            " It uses up your free look.",
        ),
    },
}
_SHORT: dict[str, dict[Any, Any]] = {
    "clock_control": dict(ClockControl.choices),
    "keeps_bookmarks": {True: "kept", False: "off"},
}


def change_text(name: str, value: Any) -> str:
    """ "Clock control: Trainers only", for the log and for messages. `name`: a field of the rehearsal."""
    if name in OPTIONS:
        return f"{NAMES[name]}: {OPTIONS[name][value][0]}"
    return f"{NAMES[name]}: {_SHORT.get(name, {}).get(value, value)}"


def rules_in_words(rehearsal: Rehearsal) -> list[tuple[str, str, str]]:
    """(name, short value, what it changes) of each rule as it is now."""
    return [(NAMES[name], *values[getattr(rehearsal, name)]) for name, values in OPTIONS.items()]
