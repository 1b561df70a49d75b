"""Why the username, password or security questions of a signed-on account are not changed."""

from cso.sign_on.rules import SignOnRefusal
from rehearsals.help.refusals import Desk, Refusal


class CredentialRefusal(Refusal):
    WRONG_CURRENT = (
        "This is not the current password of this account.",
        "Type it again. It is the PACER password you logged in with, not the one of CM/ECF.",
        Desk.PSC,
    )
    USERNAME_TAKEN = (
        "Somebody already has this username: choose another one.",
        "Usernames are unique among all PACER accounts.",
        Desk.NOBODY,
    )
    CHANGED_MEANWHILE = (
        "The password of this account was changed in another window just now.",
        "Nothing else was changed. If that was not you, call the PACER Service Center.",
        Desk.PSC,
    )


def in_settings(reason: Refusal) -> Refusal:
    """A refusal of the login, said to somebody who is signed on: she typed no username."""
    return CredentialRefusal.WRONG_CURRENT if reason is SignOnRefusal.INVALID else reason
