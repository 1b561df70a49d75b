from decimal import Decimal

from django.db import models

from pacer_accounts.choices import FeeKind


class UsageTransaction(models.Model):
    """One charge. `payer`: who was billed for it at the time, the account itself or its PAA.

    `pages` are the billable pages: 30 for a document of 42 pages.
    """

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="usage_transactions"
    )
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="usage_transactions"
    )
    payer = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="billed_transactions"
    )
    at = models.DateTimeField(help_text="Court time (UTC).")
    court_code = models.CharField(max_length=10)
    description = models.CharField(max_length=60, help_text='"Docket Report", "Image3-0"')
    search = models.CharField(max_length=120, blank=True, help_text="Search criteria.")
    client_code = models.CharField(max_length=32, blank=True)
    kind = models.CharField(max_length=10, choices=FeeKind, default=FeeKind.CASE)
    pages = models.PositiveIntegerField(help_text="Billable pages.")
    is_exempt = models.BooleanField(
        "exempt", default=False, help_text="Made while the account's fee exemption was switched on."
    )
    fee = models.DecimalField(max_digits=7, decimal_places=2)
    form = models.CharField(
        max_length=32,
        blank=True,
        editable=False,
        help_text="The receipt page that was accepted; sent again, it is free.",
    )

    class Meta:
        indexes = [models.Index(fields=["payer", "at"]), models.Index(fields=["account", "at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "form"],
                condition=~models.Q(form=""),
                name="usage_once_a_receipt_page",
            ),
            models.CheckConstraint(
                name="usage_fee_not_negative", condition=models.Q(fee__gte=Decimal(0))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.description} {self.fee}"


class Payment(models.Model):
    """One payment of PACER fees with a practice card."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="payments"
    )
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="payments"
    )
    at = models.DateTimeField(help_text="Court time (UTC).")
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    brand = models.CharField(max_length=20)
    last_four = models.CharField(max_length=4)
    form = models.CharField(
        max_length=22, blank=True, editable=False, help_text="The token of the confirmed page."
    )

    class Meta:
        indexes = [models.Index(fields=["account", "at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "form"],
                condition=~models.Q(form=""),
                name="payment_once_a_form",
            ),
            models.CheckConstraint(
                name="payment_is_positive", condition=models.Q(amount__gt=Decimal(0))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} on {self.at}"


class StoredCard(models.Model):
    """A practice card: its brand and last four digits, never its number."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="stored_cards"
    )
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="stored_cards"
    )
    brand = models.CharField(max_length=20)
    last_four = models.CharField(max_length=4)
    holder_name = models.CharField(max_length=100)
    expires_year = models.PositiveSmallIntegerField()
    expires_month = models.PositiveSmallIntegerField()
    pays_pacer_fees = models.BooleanField("Autobill PACER fees", default=True)
    pays_filing_fees = models.BooleanField("E-filing fees", default=False)
    pays_admission_fees = models.BooleanField("Admissions fees", default=False)
    added_at = models.DateTimeField(help_text="Court time (UTC).")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="card_month_of_a_year",
                condition=models.Q(expires_month__gte=1, expires_month__lte=12),
            ),
            models.UniqueConstraint(
                fields=["account", "brand", "last_four"], name="card_stored_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.brand} ending in {self.last_four}"
