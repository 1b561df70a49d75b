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

from cmecf.models import Court
from rehearsals.activity.queries import at_court
from rehearsals.activity.services import before_change, record_activity
from rehearsals.clock.court_time import moment_text
from rehearsals.clock.rules import YEARS, InstantFault
from rehearsals.models import Activity
from rehearsals.staff.admin_base import NoAddNoDelete, court_now, staff_name, titled
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

    def clean(self) -> dict[str, Any]:
        super().clean()
        starts, ends = (self.cleaned_data.get(name) for name in ("outage_starts_at", "go_live_at"))
        if starts and ends and starts >= ends:
            self.add_error("outage_starts_at", "The outage must start before the court goes live.")
        return self.cleaned_data

    def _in_known_years(self, name: str) -> datetime:
        at: datetime = self.cleaned_data[name]
        if at.year not in YEARS:
            raise ValidationError(InstantFault.YEAR_OUT_OF_RANGE.value)
        return at


@admin.register(Court)
class CourtAdmin(NoAddNoDelete):
    """A court's dates, which decide what is open when, and its help desk."""

    form = CourtForm
    list_order = 80
    list_display = ("name", "phase_now", "rehearsal", "code", "outage", "go_live")
    list_filter = (
        ("code", titled("court")),
        ("kind", titled("kind of court")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("rehearsal__clock",)
    search_fields = ("name", "code", "rehearsal__code", "rehearsal__title")
    ordering = ("name", "pk")
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

    def history_lines(self, row: Court) -> QuerySet[Activity]:
        """Changes of the court's dates and contacts."""
        return at_court(row.rehearsal.activities.filter(what="court.changed"), row.code)

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
