from datetime import datetime

from django.contrib.auth.hashers import check_password
from django.db import models

from cmecf.courts.phases import CourtPhase, phase_at
from rehearsals.models import LockableQuerySet
from rehearsals.security.one_time_links import OneUseLink


class CourtKind(models.TextChoices):
    DISTRICT = "district", "District"
    BANKRUPTCY = "bankruptcy", "Bankruptcy"
    APPELLATE = "appellate", "Appellate"


# The menus with the events that filers file. Only district courts have two.
FILING_MENUS = {
    CourtKind.DISTRICT: ("Civil", "Criminal"),
    CourtKind.BANKRUPTCY: ("Bankruptcy",),
    CourtKind.APPELLATE: ("Filing",),
}
# How people write the number of a case, the whole number first.
EXAMPLE_NUMBERS = {
    CourtKind.DISTRICT: ("1:20-cv-90001", "20-90001"),
    CourtKind.BANKRUPTCY: ("20-19001",),
    CourtKind.APPELLATE: ("20-2901",),
}


class Court(models.Model):
    """A court of a rehearsal. Its dates (UTC) decide what is open when."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="courts"
    )
    code = models.SlugField(max_length=10, help_text='"nmd", as in ecf.nmd.uscourts.gov')
    cso_id = models.CharField("CSO id", max_length=10, help_text='"NMDC", as in pscCourtId')
    name = models.CharField(max_length=80, help_text='"District of New Mexico"')
    title = models.CharField(max_length=80, help_text='"United States District Court"')
    kind = models.CharField(max_length=10, choices=CourtKind)
    document_prefix = models.CharField(
        max_length=3, default="000", editable=False, help_text="First digits of document numbers."
    )
    time_zone = models.CharField(max_length=40)
    outage_starts_at = models.DateTimeField()
    go_live_at = models.DateTimeField()
    help_phone = models.CharField(max_length=30)
    help_email = models.EmailField()
    masthead = models.TextField(
        blank=True, help_text="Shown below the court's name, one entry per line."
    )
    filer_roles = models.JSONField(
        default=list, editable=False, help_text="FilerRole values this court grants on request."
    )
    applications = models.JSONField(
        default=list, editable=False, help_text="Kinds of e-file application this court accepts."
    )
    asks_for_document = models.BooleanField(
        default=False, editable=False, help_text="Whether a registration needs an uploaded PDF."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rehearsal", "code"], name="court_once_a_rehearsal"),
            models.CheckConstraint(
                name="outage_before_go_live",
                condition=models.Q(outage_starts_at__lt=models.F("go_live_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def filing_menus(self) -> tuple[str, ...]:
        """The menus that only filers have: ("Civil", "Criminal") in a district court."""
        return FILING_MENUS[CourtKind(self.kind)]

    @property
    def example_numbers(self) -> tuple[str, ...]:
        """Case numbers of this kind of court, as examples beside a field."""
        return EXAMPLE_NUMBERS[CourtKind(self.kind)]

    @property
    def place(self) -> str:
        """The name without the kind of court: "District of New Mexico"."""
        return self.name.removeprefix("Bankruptcy Court, ")

    @property
    def masthead_lines(self) -> list[str]:
        return self.masthead.splitlines()

    @property
    def filing_system_name(self) -> str:
        """ "District of New Mexico - Document Filing System" (seed, Step 4)."""
        return f"{self.name} - Document Filing System"

    @property
    def web_address(self) -> str:
        """The real address of the web site that is simulated."""
        return f"www.{self.code}.uscourts.gov"

    @property
    def ecf_address(self) -> str:
        """The real address of the CM/ECF that is simulated."""
        return f"ecf.{self.code}.uscourts.gov"

    def phase(self, at: datetime) -> CourtPhase:
        """The phase at the court time `at`."""
        return phase_at(self.outage_starts_at, self.go_live_at, at)


class FilerRole(models.TextChoices):
    """Roles in Court; each court grants some of them (Court.filer_roles)."""

    ATTORNEY = "attorney", "Attorney"
    TRUSTEE = "trustee", "Trustee"
    US_TRUSTEE = "us_trustee", "U.S. Trustee"
    PARTY = "party", "Party with permission to e-file"
    FILING_AGENT = "filing_agent", "Filing Agent"
    CREDITOR = "creditor", "Creditor"
    COURT_REPORTER = "court_reporter", "Court Reporter"


class AccountOrigin(models.TextChoices):
    """How a CM/ECF account began."""

    LEGACY = "legacy", "A CM/ECF account from before NextGen"
    REGISTRATION = "registration", "An approved e-file registration"


class EmailFrequency(models.TextChoices):
    EACH = "each", "At The Time of Filing (One Email Per Filing)"
    DAILY = "daily", "Once Per Day (Daily Summary)"


class EmailFormat(models.TextChoices):
    HTML = "html", "HTML"
    TEXT = "text", "Text"


class CmecfAccountQuerySet(LockableQuerySet["CmecfAccount"]):
    def linked(self) -> "CmecfAccountQuerySet":
        return self.filter(pacer_account__isnull=False)


class CmecfAccount(models.Model):
    """An e-filer's account in one court, with its legacy login and the PACER account it is linked to.

    Logins are case-sensitive. The login of a linked account doesn't work anywhere; a clerk can unlink.
    """

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="cmecf_accounts"
    )
    court = models.ForeignKey(Court, on_delete=models.CASCADE, related_name="cmecf_accounts")
    login = models.CharField(max_length=256)
    password = models.CharField(max_length=255, editable=False)
    first_name = models.CharField(max_length=50)
    middle_name = models.CharField(max_length=50, blank=True)
    last_name = models.CharField(max_length=50)
    email = models.EmailField("e-mail on file")
    secondary_emails = models.TextField(
        blank=True, help_text="More addresses for notices of filings, one on each line."
    )
    postal_address = models.TextField("address on file", blank=True)
    email_frequency = models.CharField(
        max_length=5, choices=EmailFrequency, default=EmailFrequency.EACH
    )
    email_format = models.CharField(max_length=4, choices=EmailFormat, default=EmailFormat.HTML)
    role = models.CharField(max_length=20, choices=FilerRole, default=FilerRole.ATTORNEY)
    origin = models.CharField(
        max_length=12, choices=AccountOrigin, default=AccountOrigin.LEGACY, editable=False
    )
    only_case = models.CharField(
        max_length=40, blank=True, help_text="The only case the filer may file in, if restricted."
    )
    is_active = models.BooleanField(default=True)
    must_reset_password = models.BooleanField(
        default=False, help_text="Set by an unlink: the old password no longer works."
    )
    persona = models.CharField(max_length=10, blank=True, editable=False)
    last_signed_in_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Court time (UTC)."
    )
    pacer_account = models.ForeignKey(
        "pacer_accounts.PacerAccount",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="cmecf_accounts",
    )
    linked_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Court time (UTC)."
    )

    objects = CmecfAccountQuerySet.as_manager()

    class Meta:
        verbose_name = "CM/ECF account"
        constraints = [
            models.UniqueConstraint(fields=["court", "login"], name="cmecf_login_once_a_court"),
            models.UniqueConstraint(
                fields=["court", "pacer_account"], name="one_link_per_pacer_account_and_court"
            ),
            models.CheckConstraint(
                name="linked_with_a_time",
                condition=models.Q(pacer_account__isnull=True, linked_at__isnull=True)
                | models.Q(pacer_account__isnull=False, linked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.login} ({self.full_name})"

    @property
    def full_name(self) -> str:
        parts = (self.first_name, self.middle_name, self.last_name)
        return " ".join(part for part in parts if part)

    @property
    def is_linked(self) -> bool:
        return self.pacer_account_id is not None

    @property
    def log_name(self) -> str:
        return f"CM/ECF {self.login}"

    def has_password(self, raw: str) -> bool:
        return check_password(raw, self.password)


class PasswordResetLink(OneUseLink):
    """An e-mailed link that sets a CM/ECF password once, within 24 hours. Times are wall time."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="password_reset_links"
    )
    account = models.ForeignKey(CmecfAccount, on_delete=models.CASCADE, related_name="reset_links")

    objects = LockableQuerySet["PasswordResetLink"].as_manager()

    def __str__(self) -> str:
        return f"reset of {self.account.login}"
