"""Notices of Electronic Filing (NEF), who gets them, and the free looks."""

from django.db import models

from cmecf.models import EmailFormat, EmailFrequency
from dockets.models.entries import DocketEntry, EntryDocument


class Delivery(models.TextChoices):
    EMAIL = "email", "Electronically mailed"
    OTHER = "other", "Delivered by other means"


class NoticeOfElectronicFiling(models.Model):
    """The notice of one entry, as it was at the filing. A later correction of the entry leaves it."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="filing_notices"
    )
    entry = models.OneToOneField(DocketEntry, on_delete=models.CASCADE, related_name="notice")
    at = models.DateTimeField(help_text="Court time (UTC).")
    entered_by_name = models.CharField(max_length=160)
    docket_text = models.TextField()

    class Meta:
        verbose_name = "Notice of Electronic Filing"
        verbose_name_plural = "Notices of Electronic Filing"

    def __str__(self) -> str:
        return f"NEF of {self.entry}"


class NoticeRecipient(models.Model):
    """Who gets a notice, and how. Each e-mail address has its own magic number for the free looks."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="notice_recipients"
    )
    notice = models.ForeignKey(
        NoticeOfElectronicFiling, on_delete=models.CASCADE, related_name="recipients"
    )
    cmecf_account = models.ForeignKey(
        "cmecf.CmecfAccount",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="notices_received",
    )
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    is_secondary = models.BooleanField(default=False, help_text="A secondary e-mail address.")
    delivery = models.CharField(max_length=5, choices=Delivery)
    frequency = models.CharField(max_length=5, choices=EmailFrequency, default=EmailFrequency.EACH)
    email_format = models.CharField(max_length=4, choices=EmailFormat, default=EmailFormat.HTML)
    magic_number = models.CharField(max_length=24, blank=True)
    sent_at = models.DateTimeField(
        null=True, blank=True, help_text="Court time (UTC). Empty: waits for the daily summary."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rehearsal", "magic_number"],
                condition=~models.Q(magic_number=""),
                name="magic_number_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["rehearsal"],
                name="notices_to_summarize",
                condition=models.Q(sent_at__isnull=True, delivery="email"),
            )
        ]

    def __str__(self) -> str:
        return self.email or self.name


class FreeLook(models.Model):
    """A free look that was used. Each address has one at each document of a notice, for 15 days."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="free_looks"
    )
    recipient = models.ForeignKey(
        NoticeRecipient, on_delete=models.CASCADE, related_name="free_looks"
    )
    document = models.ForeignKey(EntryDocument, on_delete=models.CASCADE, related_name="free_looks")
    used_at = models.DateTimeField(help_text="Court time (UTC).")
    by_scanner = models.BooleanField(default=False, help_text="A mail scanner opened the link.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient", "document"], name="one_free_look")
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.document}"
