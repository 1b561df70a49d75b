from django.contrib.auth.models import User
from django.db import models


class StaffSecondFactor(models.Model):
    """The authenticator app of a clerk or trainer. All times are wall time.

    `last_step`: the 30-second step of the last passcode that was accepted; it and earlier ones are refused.
    `failures`: wrong codes in a row.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="second_factor")
    secret = models.CharField(max_length=64)
    confirmed_at = models.DateTimeField()
    last_step = models.BigIntegerField()
    failures = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"second factor of {self.user_id}"


class StaffRecoveryCode(models.Model):
    """A code that replaces a passcode once. Only its keyed digest is stored."""

    factor = models.ForeignKey(
        StaffSecondFactor, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    code_digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"recovery code {self.pk}"
