"""Mailed links that work once: a long random token in the letter, only its digest in the database."""

import secrets
from hashlib import sha256

from django.db import models


class OneUseLink(models.Model):
    """What every mailed link has. Times are wall time: rewinding a court revives no link."""

    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def new_token() -> str:
    """For the letter; nowhere else is it kept."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
