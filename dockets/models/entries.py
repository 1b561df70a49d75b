"""Docket entries, their documents, corrections and filing fees."""

from decimal import Decimal

from django.db import models

from dockets.models.cases import Case


class Restriction(models.TextChoices):
    """Who may read an entry or a document."""

    PUBLIC = "public", "Public"
    PARTICIPANTS = "participants", "Case participants only"
    SEALED = "sealed", "Sealed: court staff only"


class DocketEntry(models.Model):
    """An entry of a docket. Times are court time (UTC); dates are of the court's zone.

    `sequence` counts all entries of a case; `number` counts those that have a number on the docket.
    """

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="docket_entries"
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="entries")
    sequence = models.PositiveIntegerField()
    number = models.PositiveIntegerField(null=True, blank=True, help_text="Empty: text only.")
    filed_on = models.DateField()
    entered_at = models.DateTimeField()
    event = models.SlugField(max_length=60, help_text="A key of the event catalog.")
    short_text = models.CharField(max_length=120, help_text='"Motion to Dismiss"')
    text = models.TextField(help_text="The docket text.")
    filed_by = models.CharField(max_length=300, blank=True, help_text="The parties who filed it.")
    entered_by = models.ForeignKey(
        "cmecf.CmecfAccount",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="docket_entries",
        help_text="The filer. Empty: the court.",
    )
    entered_by_name = models.CharField(
        max_length=160, blank=True, help_text='As in the docket text: "Attorney, John".'
    )
    entered_with = models.ForeignKey(
        "pacer_accounts.PacerAccount",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="docket_entries",
        help_text="The PACER account that the filer had logged in with, after go-live.",
    )
    refers_to = models.JSONField(default=list, blank=True, help_text="Numbers of earlier entries.")
    restriction = models.CharField(max_length=12, choices=Restriction, default=Restriction.PUBLIC)
    is_opinion = models.BooleanField("written opinion", default=False, help_text="Free of charge.")
    is_transcript = models.BooleanField(default=False, help_text="Its fee has no cap.")
    filing_key = models.CharField(
        max_length=32, blank=True, editable=False, help_text="The filing that made it, made once."
    )

    class Meta:
        verbose_name_plural = "docket entries"
        constraints = [
            models.UniqueConstraint(fields=["case", "sequence"], name="entry_sequence_once_a_case"),
            models.UniqueConstraint(fields=["case", "number"], name="entry_number_once_a_case"),
            models.UniqueConstraint(
                fields=["rehearsal", "filing_key"],
                condition=~models.Q(filing_key=""),
                name="entry_once_a_filing",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "filed_on", "sequence"], name="entries_by_filing_date"),
            models.Index(fields=["rehearsal", "filed_on"], name="entries_by_day"),
            models.Index(fields=["rehearsal", "entered_at"], name="entries_by_entry_time"),
            models.Index(
                fields=["rehearsal", "filed_on"],
                name="opinions_by_day",
                condition=models.Q(is_opinion=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.log_name}, {self.short_text}"

    @property
    def log_name(self) -> str:
        """ "1:20-cv-90001 entry 3", or "text entry 4" by its sequence if it has no number."""
        if self.number is None:
            return f"{self.case.number} text entry {self.sequence}"
        return f"{self.case.number} entry {self.number}"


class EntryDocument(models.Model):
    """A document of an entry: the main document (`attachment` 0) or an attachment.

    The file is in the storage "documents" under `path`, byte for byte as it was filed.
    """

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="entry_documents"
    )
    entry = models.ForeignKey(DocketEntry, on_delete=models.CASCADE, related_name="documents")
    attachment = models.PositiveSmallIntegerField(default=0)
    category = models.CharField(max_length=40, blank=True, help_text='"Exhibit"')
    description = models.CharField(max_length=120, blank=True)
    file_name = models.CharField(max_length=100)
    path = models.CharField(max_length=120, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(help_text="Bytes.")
    pages = models.PositiveIntegerField()
    restriction = models.CharField(max_length=12, choices=Restriction, default=Restriction.PUBLIC)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "attachment"], name="attachment_once_an_entry")
        ]

    def __str__(self) -> str:
        return f"{self.log_name}, {self.label or self.file_name}"

    @property
    def place(self) -> str:
        """ "main document", or "attachment 2"."""
        return f"attachment {self.attachment}" if self.attachment else "main document"

    @property
    def log_name(self) -> str:
        """ "1:20-cv-90001 entry 3 attachment 2"."""
        return f"{self.entry.log_name} {self.place}"

    @property
    def readers(self) -> str:
        """Who may read it, for clerks: "Public". A restriction of the entry counts for its documents too."""
        own, of_entry = Restriction(self.restriction), Restriction(self.entry.restriction)
        if of_entry in (own, Restriction.PUBLIC):
            return str(own.label)
        return f"{own.label}. Its entry: {of_entry.label}"

    @property
    def label(self) -> str:
        """The category and description of an attachment: "Exhibit A"."""
        return " ".join(part for part in (self.category, self.description) if part)


class StoredFile(models.Model):
    """A file in the storage "documents" that was filed. The cleanup deletes files without such a row.

    Going back to a bookmark leaves these rows: a bookmark of a later time needs the file. The cleanup
    deletes a row that neither a document nor a bookmark names.
    """

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="stored_files"
    )
    path = models.CharField(max_length=120)
    size = models.PositiveIntegerField(help_text="Bytes.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rehearsal", "path"], name="stored_file_once")
        ]

    def __str__(self) -> str:
        return self.path


class EntryCorrection(models.Model):
    """A clerk's change of an entry or a document, with the reason."""

    OF_ENTRY = "restriction"  # `what` of a change of who may read a whole entry

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="entry_corrections"
    )
    entry = models.ForeignKey(DocketEntry, on_delete=models.CASCADE, related_name="corrections")
    at = models.DateTimeField(help_text="Court time (UTC).")
    by = models.CharField(max_length=120)
    what = models.CharField(max_length=40, help_text='"docket text" or "restriction"')
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.what} by {self.by}"


class FilingFee(models.Model):
    """A test payment of a court's filing fee with a practice card."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="filing_fees"
    )
    entry = models.OneToOneField(DocketEntry, on_delete=models.CASCADE, related_name="fee")
    payer = models.ForeignKey(
        "cmecf.CmecfAccount", on_delete=models.SET_NULL, null=True, related_name="filing_fees"
    )
    at = models.DateTimeField(help_text="Court time (UTC).")
    amount = models.DecimalField(max_digits=7, decimal_places=2)
    brand = models.CharField(max_length=20)
    last_four = models.CharField(max_length=4)
    receipt_number = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="filing_fee_is_positive", condition=models.Q(amount__gt=Decimal(0))
            ),
            models.UniqueConstraint(
                fields=["rehearsal", "receipt_number"], name="filing_fee_receipt_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.receipt_number}"
