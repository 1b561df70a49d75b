"""The picture that an authenticator app reads, drawn on this machine."""

from io import BytesIO

import segno
from pyotp import TOTP

ISSUER = "PACER rehearsal"


def picture(secret: str, username: str) -> bytes:
    """An SVG file without scripts or styles, black on white with the quiet border."""
    address = TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)
    drawn = BytesIO()
    segno.make(address, error="m").save(
        drawn, kind="svg", scale=6, border=4, light="#fff", svgclass=None, lineclass=None
    )
    return drawn.getvalue()


def in_groups(secret: str) -> str:
    """The secret as people copy it by hand: four signs at a time."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
