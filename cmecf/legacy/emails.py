"""Letters a court's CM/ECF sends about a login. None of them holds a password."""

from django.core.mail import send_mail
from django.urls import reverse

from cmecf.models import CmecfAccount

_CLOSING = """
If you did not ask for this, call the court's CM/ECF Help Desk: {phone}, {email}.

{court}
This is a practice letter of a training simulation.
"""


def _send(account: CmecfAccount, subject: str, body: str, *, to: str = "") -> None:
    court = account.court
    closing = _CLOSING.format(phone=court.help_phone, email=court.help_email, court=court.name)
    send_mail(f"{subject} - {court.name}", body + closing, court.help_email, [to or account.email])


def send_reset_link(account: CmecfAccount, token: str, *, for_linking_only: bool) -> None:
    """The one-use link. `for_linking_only`: after go-live the password only serves the link form."""
    code = account.court.code
    path = reverse("ecf:reset_password", kwargs={"court": code, "token": token})
    use = (
        "Since the court went live with NextGen, this password only serves to link your CM/ECF"
        " account to your PACER account, under Utilities."
        if for_linking_only
        else "Afterwards, log in with your CM/ECF login and the new password."
    )
    body = f"""A password reset was requested for the CM/ECF login {account.login}.

Choose a new password here:
{path}

The link works once, for 24 hours. {use}
"""
    _send(account, "ECF password reset", body)


def send_reset_refused(account: CmecfAccount) -> None:
    """What the mail says instead of a link when the account is linked or closed."""
    if account.is_linked:
        path = reverse("cso:forgot_password")
        body = f"""A password reset was requested for the CM/ECF login {account.login}.

This login was linked to a PACER account and has no password of its own any more. Log in with your
PACER username and password. If you forgot them:
{path}
"""
    else:
        body = f"""A password reset was requested for the CM/ECF login {account.login}.

This account is not active, so its password was not reset. Call the court's CM/ECF Help Desk.
"""
    _send(account, "ECF password not reset", body)


def send_password_changed(account: CmecfAccount) -> None:
    body = f"The password of the CM/ECF login {account.login} was changed.\n"
    _send(account, "ECF password changed", body)


def send_email_changed(account: CmecfAccount, before: str) -> None:
    """One letter to the old address, which may no longer be read, and one to the new."""
    _send(
        account,
        "E-mail on file changed",
        f"The e-mail address on file for the CM/ECF login {account.login} was changed from this"
        " one to another.\n",
        to=before,
    )
    _send(
        account,
        "E-mail on file changed",
        f"This is now the e-mail address on file for the CM/ECF login {account.login}. Password"
        " resets are mailed here and nowhere else.\n",
    )
