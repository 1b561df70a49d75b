from collections.abc import Callable, Sequence

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.group_billing.admin import PaaMembershipAdmin
from pacer_accounts.group_billing.queries import is_paa, members_of, membership_of
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile import services
from pacer_accounts.search_activation.refusals import ActivationRefusal
from pacer_accounts.search_activation.services import activate_by_service_center
from rehearsals.activity.queries import lines_about
from rehearsals.models import Activity
from rehearsals.staff.admin_base import (
    NoAddNoDelete,
    court_now,
    court_time_text,
    staff_name,
    titled,
)
from rehearsals.staff.confirmation import Confirmation, Effect, confirm, refused
from rehearsals.staff.filters import GroupFilter
from rehearsals.web import mount

__all__ = ["PaaMembershipAdmin", "PacerAccountAdmin"]

CONTACT = (
    "firm", "unit", "address", "room", "city", "state", "county", "zip_code", "country",
    "primary_phone", "alternate_phone", "text_phone", "fax_number", "email",
)  # fmt: skip
IDENTITY = (
    "rehearsal", "account_number", "username", "sign_on_state", "account_type", "holder_kind",
    "full_name", "case_search_status", "balance", "user_type", "is_cja", "opened", "upgraded",
    "group_billing",
)  # fmt: skip
# What a confirmation shows of each account.
COLUMNS = ("full_name", "username", "account_number", "sign_on_state")


class StateFilter(GroupFilter):
    title = "state of the account"
    groups = {
        "open": ("Open", Q(is_disabled=False)),
        "disabled": ("Disabled", Q(is_disabled=True)),
    }


@admin.register(PacerAccount)
class PacerAccountAdmin(NoAddNoDelete):
    """Staff find accounts, correct contact information, and disable or enable accounts.

    Only the holder changes the account number, username, type and password.
    """

    list_order = 50
    empty_list = (
        "No PACER account is in this rehearsal. One appears here when someone registers at PACER."
    )
    list_display = (
        "full_name", "sign_on_state", "rehearsal", "username", "account_number", "account_type",
        "case_search_status", "holder_kind",
    )  # fmt: skip
    list_filter = (
        StateFilter,
        ("account_type", titled("type of account")),
        ("holder_kind", titled("who holds the account")),
        ("case_search_status", titled("case search")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("rehearsal__clock",)
    search_fields = (
        "account_number", "username", "first_name", "last_name", "email", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "Account number, username, name, e-mail address, or a rehearsal's code."
    ordering = ("last_name", "first_name", "pk")
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
    row_actions = actions

    def history_lines(self, row: PacerAccount) -> QuerySet[Activity]:
        """What was done by and with this account."""
        return lines_about(row.rehearsal, row.log_name)

    @admin.display(description="name", ordering="last_name")
    def full_name(self, account: PacerAccount) -> str:
        return account.full_name

    @admin.display(description="state", ordering="is_disabled")
    def sign_on_state(self, account: PacerAccount) -> str:
        return "Disabled" if account.is_disabled else "Open"

    @admin.display(description="opened (court time)")
    def opened(self, account: PacerAccount) -> str:
        return court_time_text(account.rehearsal, account.opened_at)

    @admin.display(description="upgraded (court time)")
    def upgraded(self, account: PacerAccount) -> str:
        at = account.upgraded_at
        return court_time_text(account.rehearsal, at) if at else "not upgraded"

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

    @admin.action(description="Disable: logged out, can't log in", permissions=["change"])
    def disable(self, request: HttpRequest, chosen: QuerySet[PacerAccount]) -> HttpResponse:
        confirmation = Confirmation(
            action="disable",
            title="Disable PACER accounts",
            meaning="A disabled account is logged out everywhere and can't log in until staff enable it. No"
            " e-mail is sent.",
            button=("Disable 1 account", "Disable {count} accounts"),
            done="Disabled and logged out everywhere",
            effect=_effect_of_disable,
            service=self._set_disabled(request, is_disabled=True),
            columns=COLUMNS,
        )
        return confirm(self, request, chosen, confirmation)

    @admin.action(description="Enable: can log in again", permissions=["change"])
    def enable(self, request: HttpRequest, chosen: QuerySet[PacerAccount]) -> HttpResponse:
        confirmation = Confirmation(
            action="enable",
            title="Enable PACER accounts",
            meaning="The holder can log in again with the same password. No e-mail is sent.",
            button=("Enable 1 account", "Enable {count} accounts"),
            done="Enabled",
            effect=_effect_of_enable,
            service=self._set_disabled(request, is_disabled=False),
            columns=COLUMNS,
        )
        return confirm(self, request, chosen, confirmation)

    @admin.action(
        description="Activate case search (as the Service Center)", permissions=["change"]
    )
    def activate_search(self, request: HttpRequest, chosen: QuerySet[PacerAccount]) -> HttpResponse:
        by = staff_name(request)

        def activate(account: PacerAccount) -> None:
            activate_by_service_center(account=account, by=by, at=court_now(account.rehearsal))

        confirmation = Confirmation(
            action="activate_search",
            title="Activate case search",
            meaning="You act as the PACER Service Center. The holder can search cases at once, and gets an"
            " e-mail.",
            button=("Activate 1 account", "Activate {count} accounts"),
            done="Case search activated and e-mail sent",
            effect=_effect_of_activation,
            service=activate,
            columns=COLUMNS,
        )
        return confirm(self, request, chosen, confirmation)

    def _set_disabled(
        self, request: HttpRequest, *, is_disabled: bool
    ) -> Callable[[PacerAccount], None]:
        by = staff_name(request)

        def act(account: PacerAccount) -> None:
            services.set_disabled(
                account=account, is_disabled=is_disabled, by=by, at=court_now(account.rehearsal)
            )

        return act


def _effect_of_disable(account: PacerAccount) -> Effect:
    if account.is_disabled:
        return Effect("This account is disabled already.", is_refused=True)
    return Effect("Logged out everywhere. Can't log in.")


def _effect_of_enable(account: PacerAccount) -> Effect:
    if not account.is_disabled:
        return Effect("This account isn't disabled.", is_refused=True)
    return Effect("Can log in again.")


def _effect_of_activation(account: PacerAccount) -> Effect:
    if account.case_search_status == CaseSearchStatus.ACTIVE:
        return refused(ActivationRefusal.ALREADY_ACTIVE)
    return Effect(f"Case search becomes active. An e-mail goes to {account.email}.")
