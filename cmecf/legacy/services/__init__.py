"""What can be done with a court's CM/ECF credentials."""

from cmecf.legacy.services.accounts import change_email, change_password
from cmecf.legacy.services.authentication import prove_filer_or_reader, prove_login
from cmecf.legacy.services.clerk import lock, mail_reset, unlock
from cmecf.legacy.services.passwords import find_reset_link, request_reset, reset_password
from cmecf.legacy.services.sign_in import sign_in_legacy, sign_out_legacy

__all__ = [
    "change_email",
    "change_password",
    "find_reset_link",
    "lock",
    "mail_reset",
    "prove_login",
    "prove_filer_or_reader",
    "request_reset",
    "reset_password",
    "sign_in_legacy",
    "sign_out_legacy",
    "unlock",
]
