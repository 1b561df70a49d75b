"""Group billing: a PACER Administrative Account (PAA) pays for individual accounts that agreed."""

from decimal import Decimal

from django.db import models


class PaaMembershipQuerySet(models.QuerySet["PaaMembership"]):
    def waiting(self) -> "PaaMembershipQuerySet":
        """Asked, and not answered yet."""
        return self.filter(accepted_at=None, ended_at=None)

    def in_force(self) -> "PaaMembershipQuerySet":
        return self.filter(accepted_at__isnull=False, ended_at=None)


class PaaMembership(models.Model):
    """Asked by the PAA, accepted by the individual, ended by either. Times: court (UTC)."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="paa_memberships"
    )
    paa = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="memberships_paid"
    )
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="paa_memberships"
    )
    remark = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    moved = models.DecimalField(
        max_digits=9,
        decimal_places=2,
        default=Decimal("0.00"),
        editable=False,
        help_text="The balance that the PAA took over when the individual accepted.",
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=120, blank=True, help_text="A log name.")
    suspended = models.BooleanField(
        default=False, editable=False, help_text="Whether its end suspended case search."
    )
    end_remark = models.CharField(max_length=200, blank=True)

    objects = PaaMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "PAA membership"
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(accepted_at__isnull=False, ended_at__isnull=True),
                name="one_paa_pays_for_an_account",
            ),
            models.UniqueConstraint(
                fields=["paa", "account"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_membership_per_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paa} pays for {self.account}"
