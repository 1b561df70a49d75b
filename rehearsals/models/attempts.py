from django.db import models

from rehearsals.models.rehearsal import Rehearsal


class AttemptCounter(models.Model):
    """Failed attempts by one name. The name is stored only as a keyed digest.

    `scope` says what was attempted ("cso", "cmecf:nmd"). Times are wall time.
    """

    rehearsal = models.ForeignKey(
        Rehearsal, on_delete=models.CASCADE, related_name="attempt_counters"
    )
    scope = models.CharField(max_length=20)
    name_digest = models.CharField(max_length=64)
    failures = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rehearsal", "scope", "name_digest"],
                name="one_counter_per_scope_and_name",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope}: {self.failures}"


class LimitCount(models.Model):
    """Attempts under one limit (rehearsals.security.limits), by address or by name and address.

    It belongs to no rehearsal. Both digests are keyed; the one that a limit doesn't use is empty. A
    window of attempts ends at the wall time `ends_at`.
    """

    rule = models.CharField(max_length=20)
    name_digest = models.CharField(max_length=64, blank=True)
    address_digest = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveIntegerField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "name_digest", "address_digest"], name="one_count_per_limit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.attempts}"


class PracticeHash(models.Model):
    """The hash of a pack's practice password, computed once per server and then copied."""

    key = models.CharField(max_length=64, primary_key=True)
    encoded = models.CharField(max_length=255)

    def __str__(self) -> str:
        return self.key
