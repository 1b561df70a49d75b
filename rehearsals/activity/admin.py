from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from rehearsals.activity.areas import AREAS, activities_in, area_of
from rehearsals.activity.labels import activity_label
from rehearsals.clock.court_time import wall_text
from rehearsals.models import Activity
from rehearsals.staff.admin_base import (
    CourtTimeChangeList,
    ReadOnly,
    court_time_text,
    short_time,
    titled,
)
from rehearsals.staff.filters import ALL, GroupFilter, ModelAdmin

STAFF = "staff"  # the area of everything that staff did


class AreaFilter(GroupFilter):
    """Filters by area. There are too many activities for one list of filters."""

    title = "area"
    parameter_name = "area"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return [*AREAS.items(), (STAFF, "By staff")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value == ALL:
            return queryset
        if value == STAFF:
            return queryset.filter(Q(who__startswith="staff ") | Q(detail__contains="by staff "))
        if value not in AREAS:
            raise IncorrectLookupParameters
        return queryset.filter(what__in=activities_in(value))


class ActivityFilter(admin.SimpleListFilter):
    """Filters by activity, once an area is chosen."""

    title = "activity"
    parameter_name = "what"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        area = request.GET.get("area", "") or area_of(self.value() or "")
        return list(activities_in(area).items()) if area in AREAS else []

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Activity]
    ) -> QuerySet[Activity] | None:
        return queryset.filter(what=self.value()) if self.value() else None


@admin.register(Activity)
class ActivityAdmin(ReadOnly):
    list_order = 75
    empty_list = (
        "Nothing has happened yet in this rehearsal. Every login, change and refusal adds a line."
    )
    list_display = (
        "label", "result", "rehearsal", "who", "detail", "short_court_time", "short_wall_time",
    )  # fmt: skip
    list_filter = (
        AreaFilter,
        ActivityFilter,
        ("outcome", titled("outcome")),
        ("wall_at", titled("wall-clock date (UTC)")),
    )
    list_select_related = ("rehearsal__clock",)
    search_fields = ("who", "detail", "rehearsal__code", "rehearsal__title")
    search_help_text = "Who, a detail, or a rehearsal's code or title."
    show_full_result_count = False
    fields = ("rehearsal", "court_time", "wall_time", "who", "label", "what", "outcome", "detail")
    readonly_fields = fields

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CourtTimeChangeList

    @admin.display(description="activity", ordering="what")
    def label(self, line: Activity) -> str:
        return activity_label(line.what)

    @admin.display(description="outcome", ordering="outcome")
    def result(self, line: Activity) -> str:
        return line.get_outcome_display()

    @admin.display(description="court time", ordering="court_at")
    def short_court_time(self, line: Activity) -> str:
        return short_time(line.rehearsal, line.court_at)

    @admin.display(description="wall-clock time", ordering="wall_at")
    def short_wall_time(self, line: Activity) -> str:
        return wall_text(line.wall_at)

    @admin.display(description="court time")
    def court_time(self, line: Activity) -> str:
        return court_time_text(line.rehearsal, line.court_at)

    @admin.display(description="wall-clock time")
    def wall_time(self, line: Activity) -> str:
        return wall_text(line.wall_at)
