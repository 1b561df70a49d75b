from decimal import Decimal

from django.db import models

from rehearsals.models import LockableQuerySet


class PaaMembershipQuerySet(LockableQuerySet["PaaMembership"]):
    def waiting(self) -> "PaaMembershipQuerySet":
        """Open invitations."""
        return self.filter(accepted_at=None, ended_at=None)

    def in_force(self) -> "PaaMembershipQuerySet":
        """Accepted and not ended: the PAA pays."""
        return self.filter(accepted_at__isnull=False, ended_at=None)


class PaaMembership(models.Model):
    """A PACER Administrative Account (PAA) pays for another account, once its holder accepts.

    The PAA invites, the holder accepts or declines, and either can end it. Court times (UTC).
    """

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
        help_text="The balance that moved to the PAA when the holder accepted.",
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=120, blank=True, help_text="The log name of an account.")
    suspended = models.BooleanField(
        default=False,
        editable=False,
        help_text="Whether its end suspended the account's case search.",
    )
    end_remark = models.CharField(max_length=200, blank=True)

    objects = PaaMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "group billing membership"
        verbose_name_plural = "group billing"
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
