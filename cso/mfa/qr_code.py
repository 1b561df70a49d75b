from io import BytesIO

import segno
from pyotp import TOTP

ISSUER = "PACER rehearsal"


def qr_code_svg(secret: str, username: str) -> bytes:
    """The QR code that an authenticator app scans: SVG without scripts or styles, black on white."""
    uri = TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)
    buffer = BytesIO()
    segno.make(uri, error="m").save(
        buffer, kind="svg", scale=6, border=4, light="#fff", svgclass=None, lineclass=None
    )
    return buffer.getvalue()


def in_groups(secret: str) -> str:
    """The secret in groups of four characters, for copying by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
