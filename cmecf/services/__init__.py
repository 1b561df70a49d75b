"""What can be done with a court's CM/ECF credentials."""

from cmecf.services.accounts import change_email, change_password
from cmecf.services.passwords import find_reset_link, request_reset, reset_password
from cmecf.services.proving import prove_login, prove_reader_or_filer
from cmecf.services.sign_in import sign_in_legacy, sign_out_legacy

__all__ = [
    "change_email",
    "change_password",
    "find_reset_link",
    "prove_login",
    "prove_reader_or_filer",
    "request_reset",
    "reset_password",
    "sign_in_legacy",
    "sign_out_legacy",
]
