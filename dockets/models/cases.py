"""Cases, their parties, the attorneys who appear, and what is due. Dates are of the court's zone."""

from django.db import models

from dockets.cases.numbers import OFFICES
from rehearsals.models import LockableQuerySet


class CaseKind(models.TextChoices):
    """The letters of a case number. Appeals have none."""

    CIVIL = "cv", "Civil"
    CRIMINAL = "cr", "Criminal"
    BANKRUPTCY = "bk", "Bankruptcy"
    APPEAL = "ap", "Appeal"


class CaseAccess(models.TextChoices):
    OPEN = "open", "Open"
    SEALED = "sealed", "Under seal"


class CaseQuerySet(LockableQuerySet["Case"]):
    def open_to_the_public(self) -> "CaseQuerySet":
        return self.filter(access=CaseAccess.OPEN)


class Case(models.Model):
    """A case of a court. `number` is without the judges' initials: 1:20-cv-90001, 20-19001, 20-2901.

    `last_filed_on` is shown to everyone, so it isn't that of a sealed entry. `last_number` and
    `last_sequence` are the last entry number and entry sequence given. Lock the row
    (`Case.objects.locked()`) before you take the next.
    """

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="docketed_cases"
    )
    court = models.ForeignKey(
        "cmecf.Court", on_delete=models.CASCADE, related_name="docketed_cases"
    )
    number = models.CharField(max_length=30)
    initials = models.CharField(
        max_length=20,
        blank=True,
        help_text='The judges ("TRN-SIM"), or a bankruptcy suffix ("q7").',
    )
    kind = models.CharField(max_length=2, choices=CaseKind)
    office = models.CharField(max_length=2, blank=True, help_text='"1" of 1:20-cv-90001.')
    year = models.PositiveSmallIntegerField(help_text="2020")
    serial = models.PositiveIntegerField(help_text="90001")
    title = models.CharField(max_length=200)
    filed_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    last_filed_on = models.DateField(help_text="The filing date of the newest entry.")
    presiding_judge = models.CharField(max_length=80, blank=True)
    referral_judge = models.CharField(max_length=80, blank=True)
    nature_of_suit = models.CharField(max_length=60, blank=True, help_text='"190 Contract: Other"')
    cause = models.CharField(max_length=100, blank=True)
    jurisdiction = models.CharField(max_length=40, blank=True)
    jury_demand = models.CharField(max_length=20, blank=True)
    demand = models.CharField(max_length=20, blank=True)
    chapter = models.CharField(max_length=2, blank=True, help_text="In bankruptcy.")
    access = models.CharField(max_length=6, choices=CaseAccess, default=CaseAccess.OPEN)
    lead_case = models.CharField(
        max_length=30, blank=True, help_text="The number of the lead case, for a member case."
    )
    related_cases = models.JSONField(
        default=list, blank=True, help_text="Numbers of associated cases, in any court."
    )
    last_number = models.PositiveIntegerField(default=0, editable=False)
    last_sequence = models.PositiveIntegerField(default=0, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["court", "number"], name="case_number_once_a_court")
        ]
        indexes = [
            models.Index(fields=["court", "year", "serial"], name="cases_by_serial"),
            models.Index(fields=["court", "filed_on"], name="cases_by_filing_date"),
            models.Index(fields=["court", "kind", "filed_on"], name="cases_by_kind"),
            models.Index(fields=["court", "kind", "closed_on"], name="cases_by_closing_date"),
            models.Index(fields=["court", "last_filed_on"], name="cases_by_last_entry"),
            models.Index(fields=["court", "nature_of_suit"], name="cases_by_nature_of_suit"),
            models.Index(fields=["court", "lead_case"], name="cases_by_lead_case"),
        ]

    def __str__(self) -> str:
        return f"{self.full_number} {self.title}"

    @property
    def full_number(self) -> str:
        """With the judges' initials: 1:20-cv-90001-TRN-SIM."""
        return f"{self.number}-{self.initials}" if self.initials else self.number

    @property
    def office_name(self) -> str:
        """The city of the office, "Albuquerque"; empty in courts whose offices we don't know."""
        return dict(OFFICES).get(self.office, "") if self.court.code == "nmd" else ""

    @property
    def is_sealed(self) -> bool:
        return self.access == CaseAccess.SEALED


class Party(models.Model):
    """A party of a case. A person has a first name; an organization has only `last_name`."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="parties"
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    position = models.PositiveSmallIntegerField(help_text="Order on the docket, from 1.")
    role = models.CharField(max_length=40, help_text='"Plaintiff", "Defendant", "Debtor"')
    last_name = models.CharField(max_length=120)
    first_name = models.CharField(max_length=50, blank=True)
    middle_name = models.CharField(max_length=50, blank=True)
    name_key = models.CharField(
        max_length=180, editable=False, help_text="For searching: casefolded, last name first."
    )
    note = models.CharField(max_length=120, blank=True, help_text='"a minor child"')
    defendant_number = models.PositiveSmallIntegerField(null=True, blank=True)
    charges = models.JSONField(
        default=dict,
        blank=True,
        help_text="In criminal cases: offense levels and counts (dockets.cases.charges).",
    )
    is_pro_se = models.BooleanField(default=False)
    cmecf_account = models.ForeignKey(
        "cmecf.CmecfAccount",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parties",
        help_text="The CM/ECF account of a party who represents himself or herself.",
    )
    added_on = models.DateField()
    terminated_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="party_position_once_a_case")
        ]
        indexes = [
            # PostgreSQL's column has the collation "C" (migration 0008), so this serves LIKE and ORDER BY.
            models.Index(fields=["rehearsal", "name_key"], name="parties_by_name")
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        parts = (self.first_name, self.middle_name, self.last_name)
        return " ".join(part for part in parts if part)


class Appearance(models.Model):
    """An attorney's appearance for a party. Notices go to `cmecf_account`, else by other means."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="appearances"
    )
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="appearances")
    cmecf_account = models.ForeignKey(
        "cmecf.CmecfAccount",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="appearances",
    )
    name = models.CharField(max_length=150)
    contact = models.TextField(blank=True, help_text="Firm, address, phone, e-mail: a line each.")
    email = models.EmailField(blank=True, help_text="Only if there is no CM/ECF account.")
    is_lead = models.BooleanField("lead attorney", default=False)
    is_noticed = models.BooleanField("attorney to be noticed", default=True)
    designation = models.CharField(
        max_length=40, blank=True, help_text='"Retained", "CJA Appointment"'
    )
    added_on = models.DateField()
    terminated_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["party", "cmecf_account"],
                condition=models.Q(cmecf_account__isnull=False, terminated_on__isnull=True),
                name="attorney_appears_once_for_a_party",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} for {self.party}"


class Deadline(models.Model):
    """Something due in a case, or a hearing."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="deadlines"
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deadlines")
    entry = models.ForeignKey(
        "dockets.DocketEntry",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="deadlines",
    )
    label = models.CharField(max_length=100, help_text='"Response due"')
    due_on = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True, help_text="Of a hearing (UTC).")
    place = models.CharField(max_length=100, blank=True)
    satisfied_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["rehearsal", "due_on"], name="deadlines_by_day")]

    def __str__(self) -> str:
        return f"{self.label} {self.due_on}"

    @property
    def is_hearing(self) -> bool:
        return self.starts_at is not None
