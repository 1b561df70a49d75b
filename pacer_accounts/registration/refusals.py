"""Why the last Submit of a registration fails. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class RegistrationRefusal(Refusal):
    USERNAME_TAKEN = (
        "Another user has taken this username in the meantime.",
        "Choose another username and a password. Your other answers are still here.",
        Desk.NOBODY,
    )
    NO_NUMBER = (
        "This rehearsal has no account numbers left.",
        "No account was created. Reset this rehearsal, or start another one.",
        Desk.NOBODY,
    )
