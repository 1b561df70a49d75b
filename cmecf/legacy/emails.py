"""E-mails from a court's CM/ECF about a login. None contains a password."""

from datetime import datetime

from django.urls import reverse

from cmecf.models import CmecfAccount
from rehearsals.mail.services import send_email

_CLOSING = """
If this was not you, call the court's CM/ECF Help Desk: {phone}, {email}.

{court}
"""


def _send(account: CmecfAccount, subject: str, body: str, *, at: datetime, to: str = "") -> None:
    court = account.court
    closing = _CLOSING.format(phone=court.help_phone, email=court.help_email, court=court.name)
    send_email(
        court.rehearsal,
        at=at,
        to=[to or account.email],
        subject=f"{subject} - {court.name}",
        body=body + closing,
        sender=court.help_email,
    )


def send_reset_link(
    account: CmecfAccount, token: str, *, at: datetime, for_linking_only: bool
) -> None:
    """The one-use link. `for_linking_only`: after go-live the password works only in the link form."""
    code = account.court.code
    path = reverse("ecf:reset_password", kwargs={"court": code, "token": token})
    use = (
        "The court is now on NextGen, so you need this password only to link your CM/ECF account to"
        " your PACER account. Log in with PACER, then open Utilities."
        if for_linking_only
        else "Then log in with your CM/ECF login and the new password."
    )
    body = f"""We received a request to reset the password for the CM/ECF login {account.login}.

Choose a new password here:
{path}

The link works once, within 24 hours. {use}
"""
    _send(account, "ECF password reset", body, at=at)


def send_reset_refused(account: CmecfAccount, *, at: datetime) -> None:
    """Sent instead of a reset link when the account is linked or inactive."""
    if account.is_linked:
        path = reverse("cso:forgot_password")
        body = f"""We received a request to reset the password for the CM/ECF login {account.login}.

This login is linked to a PACER account and no longer has its own password. Log in with your PACER
username and password. If you forgot your PACER password, reset it here:
{path}

If you did not link it, call the court. Only the court can undo a link.
"""
    else:
        body = f"""We received a request to reset the password for the CM/ECF login {account.login}.

This account is not active, so we can't reset its password. Call the court's CM/ECF Help Desk.
"""
    _send(account, "ECF password not reset", body, at=at)


def send_password_changed(account: CmecfAccount, *, at: datetime) -> None:
    body = f"The password for the CM/ECF login {account.login} was changed.\n"
    _send(account, "ECF password changed", body, at=at)


def send_email_changed(account: CmecfAccount, before: str, *, at: datetime) -> None:
    """One e-mail to the old address, which the filer may no longer read, and one to the new."""
    _send(
        account,
        "E-mail on file changed",
        f"The e-mail address on file for the CM/ECF login {account.login} was changed. This address"
        " is no longer on file.\n",
        at=at,
        to=before,
    )
    _send(
        account,
        "E-mail on file changed",
        f"This is now the e-mail address on file for the CM/ECF login {account.login}. The court"
        " sends password resets to this address only.\n",
        at=at,
    )
