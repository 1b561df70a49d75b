"""Requests to courts through the Service Center, and the courts' decisions."""

from django.db import models

from cmecf.models import EmailFormat, EmailFrequency, FilerRole
from efile.choices import (
    OPEN_STATUSES,
    Application,
    Cases,
    MaintenanceKind,
    Reason,
    RequestKind,
    RequestStatus,
)
from rehearsals.models import LockableQuerySet


class EfileRegistrationQuerySet(LockableQuerySet["EfileRegistration"]):
    def waiting(self) -> "EfileRegistrationQuerySet":
        """Requests that wait for the court, not for the filer."""
        return self.filter(status=RequestStatus.SUBMITTED)


class MaintenanceRequestQuerySet(LockableQuerySet["MaintenanceRequest"]):
    def waiting(self) -> "MaintenanceRequestQuerySet":
        return self.filter(status=RequestStatus.SUBMITTED)


class RequestToCourt(models.Model):
    """Base of all requests: who asks which court, and the status. Times are court time (UTC)."""

    court = models.ForeignKey("cmecf.Court", on_delete=models.CASCADE, related_name="%(class)ss")
    pacer_account = models.ForeignKey(
        "pacer_accounts.PacerAccount", on_delete=models.CASCADE, related_name="%(class)ss"
    )
    status = models.CharField(max_length=12, choices=RequestStatus, default=RequestStatus.SUBMITTED)
    submitted_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(
        max_length=120, blank=True, help_text="Who decided, as in the log."
    )
    remark = models.TextField(blank=True, help_text="The court's remark to the filer.")

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES


class EfileRegistration(RequestToCourt):
    """A request for permission to e-file in one court (Manage My Account, Maintenance)."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="efile_registrations"
    )
    kind = models.CharField(max_length=12, choices=RequestKind)
    application = models.CharField(max_length=15, choices=Application, blank=True)
    role = models.CharField("Role in Court", max_length=20, choices=FilerRole)
    title = models.CharField(max_length=40, blank=True)
    bar_state = models.CharField("State bar", max_length=40, blank=True)
    bar_number = models.CharField("State bar number", max_length=30, blank=True)
    bar_date = models.DateField("Date admitted to the state bar", null=True, blank=True)
    already_admitted = models.BooleanField("Already Admitted at Court", default=False)
    court_bar_id = models.CharField("Court Bar ID", max_length=30, blank=True)
    other_names = models.CharField("Other Names Used", max_length=100, blank=True)
    recent_case = models.CharField("Most Recent Case", max_length=40, blank=True)
    email = models.EmailField("e-mail for notices")
    email_frequency = models.CharField(max_length=5, choices=EmailFrequency)
    email_format = models.CharField(max_length=4, choices=EmailFormat)
    answer = models.TextField(blank=True, help_text="The filer's answer to the court's question.")
    reason = models.CharField(max_length=20, choices=Reason, blank=True)
    cmecf_account = models.ForeignKey(
        "cmecf.CmecfAccount",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="efile_registrations",
        help_text="The account that the approval created.",
    )

    objects = EfileRegistrationQuerySet.as_manager()

    likely_matches = 0  # set by the clerk's list: efile.registration.admin.count_matches

    class Meta:
        verbose_name = "request to e-file"
        verbose_name_plural = "requests to e-file"
        constraints = [
            models.UniqueConstraint(
                fields=["court", "pacer_account"],
                condition=models.Q(status__in=[str(status) for status in OPEN_STATUSES]),
                name="one_open_registration_per_court",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} no. {self.pk}"

    @property
    def is_in_force(self) -> bool:
        """Whether the account that the approval created is still open."""
        return self.cmecf_account is not None and self.cmecf_account.is_active


class RegistrationDocument(models.Model):
    """A PDF that was uploaded with a registration. At most 1 MB, so it is stored in the row."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="registration_documents"
    )
    registration = models.ForeignKey(
        EfileRegistration, on_delete=models.CASCADE, related_name="documents"
    )
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(default=0, help_text="Bytes of the file as uploaded.")
    content = models.BinaryField(help_text="Empty after the filer withdrew the request.")
    uploaded_at = models.DateTimeField(help_text="Court time (UTC).")

    def __str__(self) -> str:
        return self.name

    @property
    def is_deleted(self) -> bool:
        """Whether the content was deleted. Name, size and digest stay."""
        return self.registration.status == RequestStatus.WITHDRAWN


class MaintenanceRequest(RequestToCourt):
    """An update of filer data. The court must accept it before it takes effect there."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="maintenance_requests"
    )
    cmecf_account = models.ForeignKey(
        "cmecf.CmecfAccount", on_delete=models.CASCADE, related_name="maintenance_requests"
    )
    kind = models.CharField(max_length=10, choices=MaintenanceKind)
    reason_for_update = models.CharField(max_length=200, blank=True)
    cases = models.CharField(max_length=6, choices=Cases, blank=True)
    before = models.JSONField(default=dict, help_text="CmecfAccount fields before the update.")
    after = models.JSONField(default=dict, help_text="The requested CmecfAccount fields.")

    objects = MaintenanceRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "update of filer data"
        verbose_name_plural = "updates of filer data"

    def __str__(self) -> str:
        return f"{self.get_kind_display()} no. {self.pk}"
