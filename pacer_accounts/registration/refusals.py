"""Why a registration was not accepted at its last Submit. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class RegistrationRefusal(Refusal):
    USERNAME_TAKEN = (
        "Somebody else has taken this username in the meantime.",
        "Choose another username and a password. Everything else you typed is still here.",
        Desk.NOBODY,
    )
    NO_NUMBER = (
        "No account number is left in this rehearsal.",
        "Nothing was created. Reset the rehearsal, or start another one.",
        Desk.NOBODY,
    )
