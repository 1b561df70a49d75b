"""A sign-on is a session row with a PACER account in it. Ending sign-ons is deleting rows."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models


class StorySessionQuerySet(models.QuerySet["StorySession"]):
    def of_account(self, pacer_account: models.Model) -> "StorySessionQuerySet":
        """Every browser in which this PACER account is signed on."""
        return self.filter(pacer_account=pacer_account)


class StorySession(AbstractBaseSession):
    """One browser in one rehearsal: who is signed on there, and what is half done.

    Django's own session, with a 128-character key (the NextGenCSO cookie), the world it belongs to
    and the account it is signed on as. In another world the same key is nobody's. Times: wall.
    """

    session_key = models.CharField(max_length=128, primary_key=True)
    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="sessions"
    )
    pacer_account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, null=True, related_name="sessions"
    )
    signed_on_at = models.DateTimeField(null=True)
    last_seen_at = models.DateTimeField(null=True)

    objects = BaseSessionManager.from_queryset(StorySessionQuerySet)()

    class Meta(AbstractBaseSession.Meta):
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
        from cso.sessions import SessionStore

        return SessionStore

    def is_signed_on(self, at: datetime) -> bool:
        """Whether the sign-on still holds at the wall time `at`: not idle, not too old."""
        if self.pacer_account_id is None:
            return False
        idle = at - self.last_seen_at <= timedelta(minutes=settings.SIGN_ON_IDLE_MINUTES)
        young = at - self.signed_on_at <= timedelta(hours=settings.SIGN_ON_MAX_HOURS)
        return idle and young
