from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import DateTimeField, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cmecf.legacy import services
from cmecf.legacy.rules import why_not_unlock
from cmecf.models import AccountOrigin, CmecfAccount, Court
from rehearsals.activity.services import before_change, record_activity
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import moment_text
from rehearsals.clock.rules import YEARS, InstantFault
from rehearsals.staff.admin_base import NoAddNoDelete, court_now, do_for_each, staff_name, titled
from rehearsals.web import mount

_TYPED = forms.DateTimeInput(format="%Y-%m-%d %H:%M:%S")


if TYPE_CHECKING:
    CourtModelForm = forms.ModelForm[Court]
else:  # not generic at run time
    CourtModelForm = forms.ModelForm


class CourtForm(CourtModelForm):
    """Refuses time zones and years that would break every page that shows the court's time."""

    def clean_time_zone(self) -> str:
        name: str = self.cleaned_data["time_zone"]
        if name not in available_timezones():
            raise ValidationError("Enter a valid time zone, such as America/Denver.")
        return name

    def clean_outage_starts_at(self) -> datetime:
        return self._in_known_years("outage_starts_at")

    def clean_go_live_at(self) -> datetime:
        return self._in_known_years("go_live_at")

    def _in_known_years(self, name: str) -> datetime:
        at: datetime = self.cleaned_data[name]
        if at.year not in YEARS:
            raise ValidationError(InstantFault.YEAR_OUT_OF_RANGE.value)
        return at


@admin.register(Court)
class CourtAdmin(NoAddNoDelete):
    """A court's dates, which decide what is open when, and its help desk."""

    form = CourtForm
    list_display = ("name", "rehearsal", "code", "phase_now", "outage", "go_live")
    list_filter = ("code", "kind", ("rehearsal__kind", titled("kind of rehearsal")))
    list_select_related = ("rehearsal__clock",)
    search_fields = ("name", "code", "rehearsal__code", "rehearsal__title")
    readonly_fields = ("rehearsal", "code", "cso_id", "kind", "phase_now")
    # Django's own widget offers "Today" and "Now" by the machine's clock, not the court's.
    formfield_overrides = {DateTimeField: {"form_class": forms.DateTimeField, "widget": _TYPED}}
    fieldsets = (
        (None, {"fields": ("rehearsal", "code", "cso_id", "kind", "name", "title", "masthead")}),
        (
            "Dates (court time)",
            {"fields": ("time_zone", "outage_starts_at", "go_live_at", "phase_now")},
        ),
        ("Help desk", {"fields": ("help_phone", "help_email")}),
    )  # fmt: skip

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show and read the dates in the court's time zone."""
        court = self.get_object(request, unquote(object_id)) if object_id else None
        with timezone.override(ZoneInfo(court.time_zone) if court else None):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            return response.render() if hasattr(response, "render") else response

    @admin.display(description="phase now")
    def phase_now(self, court: Court) -> str:
        return court.phase(court_now(court.rehearsal)).label

    @admin.display(description="outage starts (court time)", ordering="outage_starts_at")
    def outage(self, court: Court) -> str:
        return moment_text(court.outage_starts_at, court.time_zone)

    @admin.display(description="goes live (court time)", ordering="go_live_at")
    def go_live(self, court: Court) -> str:
        return moment_text(court.go_live_at, court.time_zone)

    def save_model(
        self, request: HttpRequest, obj: Court, form: CourtModelForm, change: bool
    ) -> None:
        if not form.changed_data:
            return
        rehearsal, at, who = obj.rehearsal, court_now(obj.rehearsal), staff_name(request)
        detail = f"{obj.code}: {', '.join(form.changed_data)}"
        with mount.inside_rehearsal(rehearsal):
            before_change(rehearsal, "court.changed", at=at, who=who, detail=detail)
            obj.save(update_fields=form.changed_data)
            record_activity(rehearsal, "court.changed", at=at, who=who, detail=detail)


def _court_time(account: CmecfAccount, at: datetime | None) -> str:
    return moment_text(at, account.court.time_zone) if at else ""


@admin.register(CmecfAccount)
class CmecfAccountAdmin(NoAddNoDelete):
    """Find a filer, correct the e-mail on file, e-mail a reset, lock or unlock a login."""

    list_display = (
        "login", "rehearsal", "full_name", "court", "email", "role", "state", "last_signed_in",
    )  # fmt: skip
    list_filter = (
        ("court__code", titled("court")),
        "role",
        ("origin", titled("origin of the account")),
        ("is_active", titled("active")),
        "must_reset_password",
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
    ordering = ("login",)
    actions = ("mail_reset", "lock", "unlock")
    readonly_fields = (
        "rehearsal", "court", "login", "state", "last_signed_in", "linked_to", "linked",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("rehearsal", "court", "login", "state", "last_signed_in")}),
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

    @admin.display(description="name", ordering="last_name")
    def full_name(self, account: CmecfAccount) -> str:
        return account.full_name

    @admin.display(description="state")
    def state(self, account: CmecfAccount) -> str:
        if why_not_unlock(account):
            return "Closed: e-file registration withdrawn or merged"
        if not account.is_active:
            return "Locked by the court"
        if account.is_linked and account.origin == AccountOrigin.REGISTRATION:
            return "Registered: files with the PACER account"
        if account.is_linked:
            return "Linked: login no longer works"
        return "Must reset the password" if account.must_reset_password else "Active"

    @admin.display(description="linked PACER account")
    def linked_to(self, account: CmecfAccount) -> str:
        linked = account.pacer_account
        return f"{linked.account_number} {linked.full_name}" if linked else "not linked"

    @admin.display(description="last legacy sign-in", ordering="last_signed_in_at")
    def last_signed_in(self, account: CmecfAccount) -> str:
        return _court_time(account, account.last_signed_in_at) or "never"

    @admin.display(description="linked since")
    def linked(self, account: CmecfAccount) -> str:
        return _court_time(account, account.linked_at)

    def save_model(
        self,
        request: HttpRequest,
        obj: CmecfAccount,
        form: "forms.ModelForm[CmecfAccount]",
        change: bool,
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
                detail = f"{obj.court.code} {obj.login}: {', '.join(changed)}"
                before_change(obj.rehearsal, what, at=at, who=who, detail=detail)
                obj.save(update_fields=changed)
                record_activity(obj.rehearsal, what, at=at, who=who, detail=detail)

    @admin.action(description="E-mail a password reset link", permissions=["change"])
    def mail_reset(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> None:
        who, wall_at = staff_name(request), wall_now()

        def send(account: CmecfAccount) -> None:
            at = account.rehearsal.clock.read(wall_at)
            services.send_reset_by_clerk(account=account, at=at, at_wall=wall_at, by=who)

        do_for_each(request, rows, send, done="Reset e-mails sent to the practice mailbox")

    @admin.action(description="Lock: can't sign in or link", permissions=["change"])
    def lock(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> None:
        who = staff_name(request)
        do_for_each(
            request,
            rows,
            lambda row: services.lock(account=row, at=court_now(row.rehearsal), by=who),
            done="Locked",
        )

    @admin.action(description="Unlock, and clear failed tries", permissions=["change"])
    def unlock(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> None:
        who = staff_name(request)
        do_for_each(
            request,
            rows,
            lambda row: services.unlock(account=row, at=court_now(row.rehearsal), by=who),
            done="Unlocked",
        )
