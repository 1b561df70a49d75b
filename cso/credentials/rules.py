from cso.sign_on.rules import SignOnRefusal
from rehearsals.help.refusals import Desk, Refusal


class CredentialRefusal(Refusal):
    """Why the username, password or security information of a signed-on account is not changed."""

    WRONG_CURRENT = (
        "This is not the current password of this account.",
        "Enter it again. Use the PACER password you logged in with, not your CM/ECF password.",
        Desk.PSC,
    )
    USERNAME_TAKEN = (
        "This username is already taken. Choose another one.",
        "Usernames are unique among all PACER accounts.",
        Desk.NOBODY,
    )
    CHANGED_MEANWHILE = (
        "The password of this account was just changed in another window.",
        "Nothing else was changed. If you did not make that change, call the PACER Service Center.",
        Desk.PSC,
    )


def settings_refusal(reason: Refusal) -> Refusal:
    """The wording of a login refusal for a user who is signed on and entered only a password."""
    return CredentialRefusal.WRONG_CURRENT if reason is SignOnRefusal.INVALID else reason
