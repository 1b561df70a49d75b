"""One-time passcodes (RFC 6238): for PACER's practice accounts and for real staff accounts. Pure."""

import re
from datetime import datetime
from io import BytesIO

import segno
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from pyotp import TOTP, random_base32

STEP = 30
"""Seconds that a passcode is valid (RFC 6238, as in PACER's authenticator apps)."""
CODES = 10  # how many codes replace a lost phone
_CODE_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no look-alikes


def new_secret() -> str:
    """A random secret for an authenticator app, in base 32."""
    return random_base32()


def normalized_code(code: str) -> str:
    """A code as it is compared: without spaces and hyphens, in lower case."""
    return re.sub(r"[\s-]+", "", code).lower()


def current_step(at: datetime) -> int:
    """The number of the 30-second step at the wall time `at`."""
    return int(at.timestamp()) // STEP


def seconds_left(at: datetime) -> int:
    """Seconds until the next step, 1 to 30."""
    return STEP - int(at.timestamp()) % STEP


def current_code(secret: str, *, at: datetime) -> str:
    """The six digits that an app with this secret shows at the wall time `at`."""
    return TOTP(secret).generate_otp(current_step(at))


def matching_step(secret: str, code: str, *, at: datetime, last_step: int) -> int | None:
    """The 30-second step whose passcode is `code`, or None.

    The step at the wall time `at` and its two neighbors count, because phone clocks are not exact.
    Steps up to `last_step` do not, so that no passcode works twice.
    """
    now = current_step(at)
    app = TOTP(secret)
    for step in (now, now - 1, now + 1):
        if step > last_step and constant_time_compare(app.generate_otp(step), code):
            return step
    return None


def new_codes() -> list[str]:
    """Codes to use once, in place of a passcode."""
    return [get_random_string(8, _CODE_CHARACTERS) for _ in range(CODES)]


def shown_code(code: str) -> str:
    """A code as a page shows it: "abcd-efgh"."""
    return f"{code[:4]}-{code[4:]}"


def code_digest(salt: str, owner: int, code: str) -> str:
    """Keyed and different for each owner: a copy of the database reveals no code."""
    return salted_hmac(salt, f"{owner}:{code}", algorithm="sha256").hexdigest()


def qr_code_svg(secret: str, *, name: str, issuer: str) -> bytes:
    """The QR code that an authenticator app scans: SVG without scripts or styles, black on white."""
    uri = TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)
    buffer = BytesIO()
    segno.make(uri, error="m").save(
        buffer, kind="svg", scale=6, border=4, light="#fff", svgclass=None, lineclass=None
    )
    return buffer.getvalue()


def in_groups(secret: str) -> str:
    """The secret in groups of four characters, for copying by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
