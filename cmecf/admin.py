"""Courts and CM/ECF accounts for the clerk's staff. Buttons call services; nothing is deleted."""

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import DateTimeField, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cmecf.legacy import services
from cmecf.legacy.rules import why_not_unlock
from cmecf.models import CameBy, CmecfAccount, Court
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.clock.court_time import moment_text
from rehearsals.clock.rules import YEARS, InstantFault
from rehearsals.staff.admin_base import NoAddNoDelete, do_for_each, staff_name, titled
from rehearsals.web import mount

_TYPED = forms.DateTimeInput(format="%Y-%m-%d %H:%M:%S")


class CourtForm(ModelForm):
    """A zone or a year that no calendar knows would close every page that shows the court's time."""

    def clean_time_zone(self) -> str:
        name = self.cleaned_data["time_zone"]
        if name not in available_timezones():
            raise ValidationError("There is no such time zone. Write it as America/Denver.")
        return name

    def clean_outage_starts_at(self) -> datetime:
        return self._in_known_years("outage_starts_at")

    def clean_go_live_at(self) -> datetime:
        return self._in_known_years("go_live_at")

    def _in_known_years(self, name: str) -> datetime:
        at = self.cleaned_data[name]
        if at.year not in YEARS:
            raise ValidationError(InstantFault.ABSURD_YEAR.value)
        return at


@admin.register(Court)
class CourtAdmin(NoAddNoDelete):
    """Its dates decide what is open when; its contacts stand on every page that names the court."""

    form = CourtForm
    list_display = ("name", "rehearsal", "code", "phase_now", "outage", "go_live")
    list_filter = ("code", "kind", "rehearsal__kind")
    list_select_related = ("rehearsal__clock",)
    search_fields = ("name", "code", "rehearsal__code", "rehearsal__title")
    readonly_fields = ("rehearsal", "code", "cso_id", "kind", "phase_now")
    # Django's own widget offers "Today" and "Now": those of the machine, not of the court.
    formfield_overrides = {DateTimeField: {"form_class": forms.DateTimeField, "widget": _TYPED}}
    fieldsets = (
        (None, {"fields": ("rehearsal", "code", "cso_id", "kind", "name", "title", "masthead")}),
        (
            "Dates (the court's own time)",
            {"fields": ("time_zone", "outage_starts_at", "go_live_at", "phase_now")},
        ),
        ("Help desk", {"fields": ("help_phone", "help_email")}),
    )  # fmt: skip

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Dates are typed and shown in the court's own zone: clerks do not think in UTC."""
        court = self.get_queryset(request).filter(pk=object_id).first()
        with timezone.override(ZoneInfo(court.time_zone) if court else None):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            return response.render() if hasattr(response, "render") else response

    @admin.display(description="phase now")
    def phase_now(self, court: Court) -> str:
        return court.phase(court.rehearsal.clock.read(clock.wall_now())).label

    @admin.display(description="outage starts (court time)", ordering="outage_starts_at")
    def outage(self, court: Court) -> str:
        return moment_text(court.outage_starts_at, court.time_zone)

    @admin.display(description="goes live (court time)", ordering="go_live_at")
    def go_live(self, court: Court) -> str:
        return moment_text(court.go_live_at, court.time_zone)

    def save_model(self, request: HttpRequest, obj: Court, form: ModelForm, change: bool) -> None:
        if not form.changed_data:
            return
        obj.save(update_fields=form.changed_data)
        with mount.inside_rehearsal(obj.rehearsal):
            record_activity(
                obj.rehearsal,
                "court.changed",
                who=staff_name(request),
                detail=f"{obj.code}: {', '.join(form.changed_data)}",
            )


def _court_time(account: CmecfAccount, at: datetime | None) -> str:
    return moment_text(at, account.court.time_zone) if at else ""


@admin.register(CmecfAccount)
class CmecfAccountAdmin(NoAddNoDelete):
    """Find a filer, correct the e-mail on file, mail a reset, lock or unlock a login."""

    list_display = (
        "login", "rehearsal", "full_name", "court", "email", "role", "state", "last_signed_in",
    )  # fmt: skip
    list_filter = (
        ("court__code", titled("court")),
        "role",
        ("came_by", titled("how the record began")),
        "is_active",
        "must_reset_password",
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("court", "rehearsal", "pacer_account")
    search_fields = (
        "login", "first_name", "last_name", "email", "pacer_account__account_number",
        "pacer_account__username", "rehearsal__code",
    )  # fmt: skip
    search_help_text = (
        "CM/ECF login, name, e-mail on file, the linked PACER account, or a rehearsal's code."
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
                "description": "Check who is calling before you change the e-mail on file: password"
                " resets are mailed there. Both addresses get a letter.",
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
            return "Ended: its e-file registration was withdrawn or merged"
        if not account.is_active:
            return "Locked by the court"
        if account.is_linked and account.came_by == CameBy.REGISTRATION:
            return "Registered: files with its PACER account"
        if account.is_linked:
            return "Linked: its login is dead"
        return "Must reset its password" if account.must_reset_password else "Open"

    @admin.display(description="linked to PACER account")
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
        self, request: HttpRequest, obj: CmecfAccount, form: ModelForm, change: bool
    ) -> None:
        """The e-mail on file goes through its service; the rest is written and put on record."""
        changed = [name for name in form.changed_data if name != "email"]
        with mount.inside_rehearsal(obj.rehearsal):
            if "email" in form.changed_data:
                self._change_email(request, obj)
            if changed:
                obj.save(update_fields=changed)
                detail = f"{obj.court.code} {obj.login}: {', '.join(changed)}"
                record_activity(
                    obj.rehearsal, "cmecf.changed_by_clerk", who=staff_name(request), detail=detail
                )

    def _change_email(self, request: HttpRequest, typed: CmecfAccount) -> None:
        account = CmecfAccount.objects.select_related("court__rehearsal").get(pk=typed.pk)
        services.change_email(account=account, email=typed.email, by=staff_name(request))

    @admin.action(description="Mail a password reset link", permissions=["change"])
    def mail_reset(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> None:
        who, wall = staff_name(request), clock.wall_now()
        do_for_each(
            request,
            rows,
            lambda row: services.mail_reset(account=row, by=who, at_wall=wall),
            done="Reset letters in the practice mailbox",
        )

    @admin.action(description="Lock: no sign-in, no link", permissions=["change"])
    def lock(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> None:
        who = staff_name(request)
        do_for_each(request, rows, lambda row: services.lock(account=row, by=who), done="Locked")

    @admin.action(description="Unlock, and forget failed tries", permissions=["change"])
    def unlock(self, request: HttpRequest, rows: QuerySet[CmecfAccount]) -> None:
        who = staff_name(request)
        do_for_each(
            request, rows, lambda row: services.unlock(account=row, by=who), done="Unlocked"
        )
