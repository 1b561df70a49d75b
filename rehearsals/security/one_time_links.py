import secrets
from hashlib import sha256

from django.contrib.sessions.backends.base import SessionBase
from django.db import models

_OPENED = "opened_links"
_MOST_OPENED = 5
_HANDLE_LENGTH = 16


class OneUseLink(models.Model):
    """A link in an e-mail that works once. The database has only the digest of its random token.

    Times are wall time, so moving the court clock back doesn't make a link valid again.
    """

    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def new_token() -> str:
    """A random token for the e-mail. Only the session of a browser that opens the link keeps it."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """The SHA-256 digest of `token`, as the database stores it."""
    return sha256(token.encode()).hexdigest()


def keep_opened(session: SessionBase, token: str) -> str:
    """Keep the token of a link that this browser opened; return the handle that replaces it in the URL.

    A URL gets into histories, logs and screenshots. The handle works in this browser only.
    """
    handle = digest(token)[:_HANDLE_LENGTH]
    opened = {**session.get(_OPENED, {}), handle: token}
    session[_OPENED] = dict(list(opened.items())[-_MOST_OPENED:])
    return handle


def opened_token(session: SessionBase, handle: str) -> str | None:
    """The token that this browser opened under this handle."""
    token: str | None = session.get(_OPENED, {}).get(handle)
    return token


def forget_opened(session: SessionBase, handle: str) -> None:
    """Forget a link that was used."""
    opened = dict(session.get(_OPENED, {}))
    if opened.pop(handle, None):
        session[_OPENED] = opened
