import secrets
from hashlib import sha256

from django.db import models


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
    """A random token for the e-mail. It is stored nowhere else."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """The SHA-256 digest of `token`, as the database stores it."""
    return sha256(token.encode()).hexdigest()
