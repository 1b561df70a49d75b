from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from cmecf.legacy import services
from cmecf.legacy.login_states import LOCKED, LoginState, with_login_state
from cmecf.legacy.rules import why_not_unlock
from cmecf.models import CmecfAccount
from rehearsals.activity.queries import at_court, lines_about
from rehearsals.activity.services import before_change, record_activity
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import moment_text
from rehearsals.models import Activity
from rehearsals.staff.admin_base import (
    NoAddNoDelete,
    court_now,
    short_time,
    staff_name,
    titled,
)
from rehearsals.staff.confirmation import Confirmation, Effect, confirm, refused
from rehearsals.staff.filters import GroupFilter
from rehearsals.staff.working_in import working_in
from rehearsals.web import mount

if TYPE_CHECKING:
    AccountForm = ModelForm[CmecfAccount]
else:  # not generic at run time
    AccountForm = ModelForm


# What a confirmation shows of each account.
COLUMNS = ("full_name", "login", "court_code", "state")


class StateFilter(GroupFilter):
    title = "state of the login"
    groups = {
        "active": ("Active", Q(login_state=LoginState.ACTIVE)),
        "locked": ("Locked by the court, or after wrong passwords", Q(login_state__in=LOCKED)),
        "must_reset": ("Must reset the password", Q(login_state=LoginState.MUST_RESET)),
        "linked": ("Linked", Q(login_state=LoginState.LINKED)),
        "registered": ("Registered", Q(login_state=LoginState.REGISTERED)),
        "closed": ("Closed", Q(login_state=LoginState.CLOSED)),
    }


@admin.register(CmecfAccount)
class CmecfAccountAdmin(NoAddNoDelete):
    """Find a filer, correct the e-mail on file, e-mail a reset, lock or unlock a login."""

    list_order = 40
    empty_list = (
        "No CM/ECF account is in this rehearsal. A reset of the rehearsal brings its filers back."
    )
    list_display = (
        "full_name", "state", "rehearsal", "login", "court_code", "email", "last_signed_in", "role",
    )  # fmt: skip
    list_filter = (
        StateFilter,
        ("court__code", titled("court")),
        ("role", titled("role in the court")),
        ("origin", titled("origin of the account")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("court", "rehearsal__clock", "pacer_account")
    search_fields = (
        "login", "first_name", "last_name", "email", "pacer_account__account_number",
        "pacer_account__username", "rehearsal__code",
    )  # fmt: skip
    search_help_text = (
        "CM/ECF login, name, e-mail on file, linked PACER account, or rehearsal code."
    )
    ordering = ("last_name", "first_name", "pk")
    actions = row_actions = ("mail_reset", "lock", "unlock")
    readonly_fields = (
        "rehearsal", "court", "login", "state", "last_sign_in", "linked_to", "linked",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("rehearsal", "court", "login", "state", "last_sign_in")}),
        (
            "The filer",
            {
                "fields": (
                    ("first_name", "middle_name", "last_name"), "email", "role", "only_case",
                ),
                "description": "Confirm the caller's identity before you change the e-mail on file. The"
                " court sends password resets there. Both addresses get an e-mail about the change.",
            },
        ),
        ("Link", {"fields": ("linked_to", "linked")}),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[CmecfAccount]:
        rows = super().get_queryset(request)
        return with_login_state(rows, working_in(request), wall_at=wall_now())

    def history_lines(self, row: CmecfAccount) -> QuerySet[Activity]:
        """What was done with this login at its court."""
        return at_court(lines_about(row.rehearsal, row.log_name), row.court.code)

    @admin.display(description="name", ordering="last_name")
    def full_name(self, account: CmecfAccount) -> str:
        return account.full_name

    @admin.display(description="court", ordering="court__code")
    def court_code(self, account: CmecfAccount) -> str:
        return account.court.code

    @admin.display(description="state", ordering="login_state")
    def state(self, account: CmecfAccount) -> str:
        return str(_state(account).label)

    @admin.display(description="linked PACER account")
    def linked_to(self, account: CmecfAccount) -> str:
        linked = account.pacer_account
        return f"{linked.account_number} {linked.full_name}" if linked else "not linked"

    @admin.display(description="last legacy sign-in", ordering="last_signed_in_at")
    def last_signed_in(self, account: CmecfAccount) -> str:
        at = short_time(account.rehearsal, account.last_signed_in_at, account.court.time_zone)
        return at or "never"

    @admin.display(description="last legacy sign-in (court time)")
    def last_sign_in(self, account: CmecfAccount) -> str:
        return _court_time(account, account.last_signed_in_at) or "never"

    @admin.display(description="linked since")
    def linked(self, account: CmecfAccount) -> str:
        return _court_time(account, account.linked_at)

    def save_model(
        self, request: HttpRequest, obj: CmecfAccount, form: AccountForm, change: bool
    ) -> None:
        """Change the e-mail on file with its service; save and record the other fields here."""
        changed = [name for name in form.changed_data if name != "email"]
        at, who = court_now(obj.rehearsal), staff_name(request)
        with mount.inside_rehearsal(obj.rehearsal):
            if "email" in form.changed_data:
                saved = CmecfAccount.objects.select_related("court__rehearsal").get(pk=obj.pk)
                services.change_email(account=saved, email=obj.email, at=at, by=who)
            if changed:
                what = "cmecf.changed_by_clerk"
                detail = f"{obj.court.code}: {obj.log_name}: {', '.join(changed)}"
                before_change(obj.rehearsal, what, at=at, who=who, detail=detail)
                obj.save(update_fields=changed)
                record_activity(obj.rehearsal, what, at=at, who=who, detail=detail)

    @admin.action(description="E-mail a password reset link", permissions=["change"])
    def mail_reset(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> HttpResponse:
        who, wall_at = staff_name(request), wall_now()

        def send(account: CmecfAccount) -> None:
            at = account.rehearsal.clock.read(wall_at)
            services.send_reset_by_clerk(account=account, at=at, at_wall=wall_at, by=who)

        confirmation = Confirmation(
            action="mail_reset",
            title="E-mail password resets",
            meaning="Each e-mail goes to the e-mail on file, in the rehearsal's practice mailbox. If an"
            " address is wrong, correct it first.",
            button=("Send 1 reset e-mail", "Send {count} reset e-mails"),
            done="Reset e-mail sent to the practice mailbox",
            effect=_effect_of_reset,
            service=send,
            columns=COLUMNS,
        )
        return confirm(self, request, rows, confirmation)

    @admin.action(description="Lock: can't sign in or link", permissions=["change"])
    def lock(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> HttpResponse:
        who = staff_name(request)
        confirmation = Confirmation(
            action="lock",
            title="Lock CM/ECF logins",
            meaning="A locked login can't sign in, be linked or file until a clerk unlocks it. No e-mail"
            " is sent.",
            button=("Lock 1 login", "Lock {count} logins"),
            done="Locked",
            effect=_effect_of_lock,
            service=lambda row: services.lock(account=row, at=court_now(row.rehearsal), by=who),
            columns=COLUMNS,
        )
        return confirm(self, request, rows, confirmation)

    @admin.action(description="Unlock, and clear failed tries", permissions=["change"])
    def unlock(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> HttpResponse:
        who = staff_name(request)
        confirmation = Confirmation(
            action="unlock",
            title="Unlock CM/ECF logins",
            meaning="The login works again, and its failed tries are cleared. No e-mail is sent.",
            button=("Unlock 1 login", "Unlock {count} logins"),
            done="Unlocked",
            effect=_effect_of_unlock,
            service=lambda row: services.unlock(account=row, at=court_now(row.rehearsal), by=who),
            columns=COLUMNS,
        )
        return confirm(self, request, rows, confirmation)


def _state(account: CmecfAccount) -> LoginState:
    return LoginState(account.login_state)  # type: ignore[attr-defined]


def _court_time(account: CmecfAccount, at: datetime | None) -> str:
    return moment_text(at, account.court.time_zone) if at else ""


def _effect_of_reset(account: CmecfAccount) -> Effect:
    """Which e-mail `services.send_reset_link` sends, and to whom."""
    if account.pacer_account is not None:
        number = account.pacer_account.account_number
        return Effect(
            f"No reset link. An e-mail to {account.email} says that the login is linked, and to log in with"
            f" PACER account {number}."
        )
    if not account.is_active:
        return Effect(
            f"No reset link. An e-mail to {account.email} says that the account is not active, and to call"
            " the court."
        )
    return Effect(f"A reset link goes to {account.email}. It works once, within 24 hours.")


def _effect_of_lock(account: CmecfAccount) -> Effect:
    state = _state(account)
    if state == LoginState.CLOSED:
        return Effect("This account is closed already.", is_refused=True)
    if state == LoginState.BY_COURT:
        return Effect("The court locked this login already.", is_refused=True)
    if account.is_linked:
        return Effect("Locked. The filer can't file here. The link stays.")
    return Effect("Locked. The login can't sign in or be linked.")


def _effect_of_unlock(account: CmecfAccount) -> Effect:
    if reason := why_not_unlock(account):
        return refused(reason)
    if _state(account) == LoginState.BY_COURT:
        return Effect("Unlocked.")
    if _state(account) == LoginState.WRONG_PASSWORDS:
        return Effect("The five-minute wait ends now.")
    return Effect("This login isn't locked. Its failed tries are cleared.")
