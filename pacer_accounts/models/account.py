from datetime import datetime
from decimal import Decimal

from django.contrib.auth.hashers import check_password
from django.db import models

from pacer_accounts.choices import AccountType, CaseSearchStatus, HolderKind
from rehearsals.models import LockableQuerySet
from rehearsals.security.normalization import name_key


class PacerAccountQuerySet(LockableQuerySet["PacerAccount"]):
    def named(self, username: str) -> "PacerAccountQuerySet":
        """The account with this username, in any case and Unicode form."""
        return self.filter(username_key=name_key(username))

    def lock(self, pk: int) -> "PacerAccount":
        """Read an account and its rehearsal, and lock the account until the transaction ends."""
        return self.select_related("rehearsal").locked().get(pk=pk)


class PacerAccount(models.Model):
    """One login for every NextGen court, kept by the PACER Service Center."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="pacer_accounts"
    )
    account_number = models.CharField(max_length=7)
    username = models.CharField(max_length=45)
    username_key = models.CharField(max_length=90, editable=False)
    password = models.CharField(max_length=255, editable=False)
    account_type = models.CharField(max_length=10, choices=AccountType)
    holder_kind = models.CharField(max_length=10, choices=HolderKind, default=HolderKind.INDIVIDUAL)
    case_search_status = models.CharField(
        max_length=15, choices=CaseSearchStatus, default=CaseSearchStatus.ACTIVE
    )
    balance = models.DecimalField(max_digits=9, decimal_places=2, default=Decimal("0.00"))
    persona = models.CharField(
        max_length=10,
        blank=True,
        editable=False,
        help_text="Who practices with it: the key of one of the cast, or an account number.",
    )
    is_disabled = models.BooleanField(default=False)
    opened_at = models.DateTimeField(help_text="Court time (UTC).")
    upgraded_at = models.DateTimeField(null=True, blank=True, help_text="Court time (UTC).")

    prefix = models.CharField(max_length=10, blank=True)
    first_name = models.CharField(max_length=50)
    middle_name = models.CharField(max_length=50, blank=True)
    last_name = models.CharField(max_length=50)
    generation = models.CharField(max_length=10, blank=True)
    suffix = models.CharField(max_length=20, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    firm = models.CharField("Firm/Office", max_length=100, blank=True)
    unit = models.CharField("Unit/Department", max_length=100, blank=True)
    address = models.CharField(max_length=100, blank=True)
    room = models.CharField("Room/Suite", max_length=50, blank=True)
    city = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=40, blank=True)
    county = models.CharField(max_length=60, blank=True)
    zip_code = models.CharField("Zip/Postal Code", max_length=15, blank=True)
    country = models.CharField(max_length=60, default="United States of America")
    primary_phone = models.CharField(max_length=30, blank=True)
    alternate_phone = models.CharField(max_length=30, blank=True)
    text_phone = models.CharField(max_length=30, blank=True)
    fax_number = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    user_type = models.CharField(max_length=60, blank=True)
    is_cja = models.BooleanField("On the CJA attorney panel", default=False)

    registered_as = models.SlugField(
        max_length=40, blank=True, help_text="The kind of registration (registration.kinds)."
    )
    billing_notice_emails = models.TextField(
        blank=True, help_text="More addresses for billing notices, one on each line."
    )
    requires_client_code = models.BooleanField(default=False)
    client_code_format = models.CharField(
        max_length=32, blank=True, help_text="See pacer_accounts.preferences.client_codes."
    )
    shows_receipts = models.BooleanField(default=True)
    activation_digest = models.CharField(
        max_length=64, blank=True, editable=False, help_text="Digest of the code sent by U.S. mail."
    )
    password_set_at = models.DateTimeField(
        null=True, editable=False, help_text="Court time (UTC). Empty: before the rehearsal."
    )
    mfa_skips = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="How often the holder skipped enrolling (era 2025)."
    )

    question_1 = models.CharField(max_length=100, blank=True, editable=False)
    answer_1 = models.CharField(max_length=255, blank=True, editable=False)
    question_2 = models.CharField(max_length=100, blank=True, editable=False)
    answer_2 = models.CharField(max_length=255, blank=True, editable=False)

    objects = PacerAccountQuerySet.as_manager()

    class Meta:
        verbose_name = "PACER account"
        constraints = [
            models.UniqueConstraint(
                fields=["rehearsal", "account_number"], name="pacer_number_once_a_rehearsal"
            ),
            models.UniqueConstraint(
                fields=["rehearsal", "username_key"], name="pacer_username_once_a_rehearsal"
            ),
            models.CheckConstraint(
                name="pacer_number_has_seven_digits",
                condition=models.Q(account_number__regex=r"^[0-9]{7}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_number} {self.username}"

    @property
    def full_name(self) -> str:
        """Given name first, as on the link page: "John Attorney" (seed, Step 4)."""
        parts = (self.first_name, self.middle_name, self.last_name, self.generation)
        return " ".join(part for part in parts if part)

    @property
    def greeting_name(self) -> str:
        """Family name first, as in Manage My Account: "Attorney Noel" (seed, Step 2)."""
        return f"{self.last_name} {self.first_name}".strip()

    @property
    def is_legacy(self) -> bool:
        return self.account_type == AccountType.LEGACY

    @property
    def mailing_name(self) -> str:
        """What mail calls a PAA or a shared account: the office's name; else the holder's name."""
        return self.firm or self.full_name

    @property
    def log_name(self) -> str:
        return f"PACER {self.account_number}"

    def rename(self, username: str) -> None:
        self.username, self.username_key = username, name_key(username)

    def has_password(self, raw: str) -> bool:
        return check_password(raw, self.password)

    def mark_upgraded(self, at: datetime) -> None:
        """Done once; can't be undone; the account number stays (seed, Step 2). `at`: court time."""
        self.account_type = AccountType.UPGRADED
        self.upgraded_at = at
