from collections.abc import Sequence

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from pacer_accounts.group_billing.queries import is_paa, members_of, membership_of
from pacer_accounts.models import PaaMembership, PacerAccount
from pacer_accounts.profile import services
from pacer_accounts.search_activation.services import activate_by_service_center
from rehearsals.staff.admin_base import (
    NoAddNoDelete,
    ReadOnly,
    court_now,
    do_for_each,
    staff_name,
    titled,
)
from rehearsals.web import mount

CONTACT = (
    "firm", "unit", "address", "room", "city", "state", "county", "zip_code", "country",
    "primary_phone", "alternate_phone", "text_phone", "fax_number", "email",
)  # fmt: skip
IDENTITY = (
    "rehearsal", "account_number", "username", "account_type", "holder_kind", "full_name",
    "case_search_status", "balance", "user_type", "is_cja", "opened_at", "upgraded_at",
    "state_of_sign_on", "group_billing",
)  # fmt: skip


@admin.register(PacerAccount)
class PacerAccountAdmin(NoAddNoDelete):
    """Staff find accounts, correct contact information, and disable or enable accounts.

    Only the holder changes the account number, username, type and password.
    """

    list_display = (
        "account_number", "rehearsal", "username", "full_name", "account_type", "holder_kind",
        "case_search_status", "state_of_sign_on",
    )  # fmt: skip
    list_filter = (
        "account_type",
        "holder_kind",
        "case_search_status",
        ("is_disabled", titled("disabled")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("rehearsal",)
    search_fields = (
        "account_number", "username", "first_name", "last_name", "email", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "Account number, username, name, e-mail address, or a rehearsal's code."
    ordering = ("account_number", "rehearsal")
    readonly_fields = IDENTITY
    fieldsets = (
        (None, {"fields": IDENTITY}),
        (
            "Contact information",
            {
                "fields": CONTACT,
                "description": "Verify the caller's identity before you change the e-mail address."
                " All e-mail about this account goes there.",
            },
        ),
    )
    actions: Sequence[str] = ("disable", "enable", "activate_search")

    @admin.display(description="name", ordering="last_name")
    def full_name(self, account: PacerAccount) -> str:
        return account.full_name

    @admin.display(description="sign-on", ordering="is_disabled")
    def state_of_sign_on(self, account: PacerAccount) -> str:
        return "Disabled" if account.is_disabled else "Open"

    @admin.display(description="group billing")
    def group_billing(self, account: PacerAccount) -> str:
        """The PAA that pays; for a PAA, how many accounts it pays for."""
        if is_paa(account):
            count = members_of(account).count()
            return f"A PAA that pays for {count} account{'' if count == 1 else 's'}"
        membership = membership_of(account)
        if membership is None:
            return "Pays its own fees"
        return f"Paid by {membership.paa} ({membership.paa.mailing_name})"

    def save_model(
        self, request: HttpRequest, obj: PacerAccount, form: "ModelForm[PacerAccount]", change: bool
    ) -> None:
        """Save only the changed fields, because the holder may be upgrading at the same time."""
        if form.changed_data:
            with mount.inside_rehearsal(obj.rehearsal):
                services.correct(
                    account=obj,
                    fields=form.changed_data,
                    by=staff_name(request),
                    at=court_now(obj.rehearsal),
                )

    @admin.action(
        description="Disable the selected accounts",
        permissions=["change"],
    )
    def disable(self, request: HttpRequest, chosen: QuerySet[PacerAccount]) -> None:
        self._set_disabled(request, chosen, True, "Disabled and logged out everywhere")

    @admin.action(description="Enable the selected accounts", permissions=["change"])
    def enable(self, request: HttpRequest, chosen: QuerySet[PacerAccount]) -> None:
        self._set_disabled(request, chosen, False, "Enabled")

    @admin.action(
        description="Activate case search (as the Service Center)", permissions=["change"]
    )
    def activate_search(self, request: HttpRequest, chosen: QuerySet[PacerAccount]) -> None:
        by = staff_name(request)

        def act(account: PacerAccount) -> None:
            activate_by_service_center(account=account, by=by, at=court_now(account.rehearsal))

        rows = chosen.select_related("rehearsal__clock")
        do_for_each(request, rows, act, done="Case search activated and e-mail sent")

    def _set_disabled(
        self, request: HttpRequest, chosen: QuerySet[PacerAccount], is_disabled: bool, done: str
    ) -> None:
        by = staff_name(request)

        def act(account: PacerAccount) -> None:
            services.set_disabled(
                account=account, is_disabled=is_disabled, by=by, at=court_now(account.rehearsal)
            )

        do_for_each(request, chosen.select_related("rehearsal__clock"), act, done=done)


@admin.register(PaaMembership)
class PaaMembershipAdmin(ReadOnly):
    """Who pays for whom, so that staff can answer callers. Only the PAA and the holder change it."""

    list_display = ("account", "paa", "rehearsal", "state", "asked_at", "accepted_at", "ended_at")
    list_filter = (
        ("accepted_at", admin.EmptyFieldListFilter),
        ("ended_at", admin.EmptyFieldListFilter),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("account", "paa", "rehearsal")
    search_fields = (
        "account__account_number", "account__last_name", "paa__account_number", "paa__firm",
        "rehearsal__code",
    )  # fmt: skip
    search_help_text = "Either account number, last name, firm, or a rehearsal's code."
    ordering = ("-asked_at", "-pk")
    fields = (
        "rehearsal", "paa", "account", "state", "remark", "asked_at", "accepted_at", "ended_at",
        "ended_by", "end_remark",
    )  # fmt: skip
    readonly_fields = ("state",)

    @admin.display(description="state")
    def state(self, row: PaaMembership) -> str:
        if row.ended_at:
            return "Ended" if row.accepted_at else "Declined or withdrawn"
        return "In force" if row.accepted_at else "Waiting for the holder"
