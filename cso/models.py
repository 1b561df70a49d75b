from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from rehearsals.security.one_time_links import OneUseLink

if TYPE_CHECKING:
    from pacer_accounts.models import PacerAccount

STOPPED = datetime(1970, 1, 1, tzinfo=UTC)  # `signed_on_at` of a sign-on that was stopped
# `signed_on_at` of a sign-on that ended because the rehearsal went back to an earlier point
WENT_BACK_AT = datetime(1970, 1, 2, tzinfo=UTC)
RENEWED_AT = datetime(1970, 1, 3, tzinfo=UTC)  # of a session that goes on under another key


class SignOnSessionQuerySet(models.QuerySet["SignOnSession"]):
    def of_account(self, pacer_account: "PacerAccount") -> "SignOnSessionQuerySet":
        """The sessions in which this PACER account is signed on."""
        return self.filter(pacer_account=pacer_account)

    def stop(self) -> int:
        """End these sign-ons but keep the rows, so that the next request can say why."""
        return self.update(signed_on_at=STOPPED)

    def detach(self) -> int:
        """End these sign-ons, whose accounts may be gone; the next request says why."""
        return self.update(pacer_account=None, signed_on_at=WENT_BACK_AT, last_seen_at=None)


class SignOnSession(AbstractBaseSession):
    """The session of one browser in one rehearsal, with the PACER account signed on there, if any.

    Django's session with a 128-character key (the NextGenCSO cookie). A key is valid in its own
    rehearsal only. Times: wall.
    """

    session_key = models.CharField(max_length=128, primary_key=True)
    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="sessions"
    )
    pacer_account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, null=True, related_name="sessions"
    )
    browser = models.CharField(
        max_length=60, blank=True, help_text="A readable name, for the account holder."
    )
    signed_on_at = models.DateTimeField(null=True)
    last_seen_at = models.DateTimeField(null=True)
    day_changes = models.PositiveIntegerField(
        default=0,
        help_text="The court clock's count of day changes at the sign-on, which ends with the day.",
    )

    objects: ClassVar = BaseSessionManager.from_queryset(SignOnSessionQuerySet)()

    class Meta:
        verbose_name = "sign-on session"
        constraints = [
            models.CheckConstraint(
                name="signed_on_with_a_time",
                condition=models.Q(pacer_account__isnull=True)
                | models.Q(signed_on_at__isnull=False, last_seen_at__isnull=False),
            )
        ]

    @classmethod
    def get_session_store_class(cls) -> type:
        from cso.sign_on.sessions import SessionStore

        return SessionStore

    def is_signed_on(self, at: datetime) -> bool:
        """Whether the sign-on is still valid at the wall time `at`: not idle, not too old."""
        if self.pacer_account_id is None or self.signed_on_at is None or self.last_seen_at is None:
            return False
        idle = at - self.last_seen_at <= timedelta(minutes=settings.SIGN_ON_IDLE_MINUTES)
        young = at - self.signed_on_at <= timedelta(hours=settings.SIGN_ON_MAX_HOURS)
        return idle and young


class RecoveryLink(OneUseLink):
    """An e-mailed link that resets a forgotten PACER password once. Times: wall."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="recovery_links"
    )
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="recovery_links"
    )

    def __str__(self) -> str:
        return f"recovery of {self.account_id}"


class AuthenticatorApp(models.Model):
    """An app that creates one-time passcodes for an account (era 2025). Times: wall."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="authenticator_apps"
    )
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="authenticator_apps"
    )
    name = models.CharField(max_length=40)
    secret = models.CharField(max_length=64, editable=False)
    added_at = models.DateTimeField()
    last_step = models.BigIntegerField(
        default=-1,
        editable=False,
        help_text="The last 30-second step used: no passcode works twice.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "name"], name="app_name_once_an_account")
        ]

    def __str__(self) -> str:
        return self.name


class BackupCode(models.Model):
    """One of ten codes that replace a passcode once (era 2025). Only a keyed digest is stored."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="backup_codes"
    )
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="backup_codes"
    )
    code_digest = models.CharField(max_length=64, editable=False)
    used_at = models.DateTimeField(null=True, blank=True, help_text="Wall time.")

    def __str__(self) -> str:
        return "used" if self.used_at else "unused"
