"""Which documents may be shown now."""

from django.db import models

from dockets.models.entries import EntryDocument


class DocumentView(models.Model):
    """Permission to open a document once, after a charge, by a free look or without a fee.

    `ticket` is a digest; the address of the file has the ticket itself. Without an `account`, it is a
    free look. The address needs no cookies, so `filer` says as whom the reader may open a restricted one.
    """

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="document_views"
    )
    document = models.ForeignKey(EntryDocument, on_delete=models.CASCADE, related_name="views")
    account = models.ForeignKey(
        "pacer_accounts.PacerAccount",
        on_delete=models.CASCADE,
        null=True,
        related_name="document_views",
    )
    filer = models.ForeignKey(
        "cmecf.CmecfAccount",
        on_delete=models.SET_NULL,
        null=True,
        related_name="document_views",
        help_text="The CM/ECF account that the reader was logged in with.",
    )
    form = models.CharField(
        max_length=32,
        blank=True,
        help_text="The receipt page that was sent; sent again, it is free.",
    )
    ticket = models.CharField(max_length=64, blank=True, help_text="Empty: it was used.")
    has_header = models.BooleanField(default=True)
    made_at = models.DateTimeField(help_text="Wall time.")
    ends_at = models.DateTimeField(help_text="Wall time.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rehearsal", "ticket"],
                condition=~models.Q(ticket=""),
                name="view_ticket_once",
            ),
            models.UniqueConstraint(
                fields=["account", "form"],
                condition=~models.Q(form=""),
                name="receipt_page_charged_once",
            ),
        ]

    def __str__(self) -> str:
        return f"View of {self.document_id}"
