from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest

from rehearsals.app_config import declared_function
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import second_text
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.web import mount

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


def titled(title: str) -> type[admin.FieldListFilter]:
    """For `list_filter`: Django's filter of a column with another title."""

    class Titled(admin.FieldListFilter):
        def __new__(cls, *args: Any, **kwargs: Any) -> Any:
            column_filter = admin.FieldListFilter.create(*args, **kwargs)
            column_filter.title = title
            return column_filter

    return Titled


def _column_of(entry: Any) -> str:
    """The column or URL parameter of an entry of `list_filter`."""
    if isinstance(entry, tuple):
        return entry[0]
    return getattr(entry, "parameter_name", entry)


class CourtTimeChangeList(ChangeList):
    """A list that shows court times. It reads the home courts of its rows in one query."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        rehearsals = [getattr(row, "rehearsal", row) for row in self.result_list]
        courts = declared_function("home_courts")(rehearsals)
        for rehearsal in rehearsals:
            if court := courts.get(rehearsal.pk):
                rehearsal.home_court = court


class NoAddNoDelete(ModelAdmin):
    """For rows that are added inside a rehearsal and deleted with it."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Allow only the filters on the page. Django allows a URL to filter by any column, so a URL could
        reveal a password hash letter by letter ("does it start with a?")."""
        if request is None:
            return False
        offered = [*map(_column_of, self.get_list_filter(request)), "rehearsal__id"]
        is_offered = any(lookup == name or lookup.startswith(f"{name}__") for name in offered)
        return is_offered and super().lookup_allowed(lookup, value, request)


class ReadOnly(NoAddNoDelete):
    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


def staff_name(request: HttpRequest) -> str:
    """The name of a clerk or trainer in the activity log."""
    return f"staff {request.user.get_username()}"


def do_for_each(
    request: HttpRequest, rows: Any, service: Callable[[Any], object], *, done: str
) -> None:
    """Call `service` for each row, inside its rehearsal, and show messages about the results."""
    count = 0
    for row in rows:
        try:
            with mount.inside_rehearsal(row.rehearsal):
                service(row)
            count += 1
        except Refused as refused:
            messages.error(request, f"{row}: {refused.reason.sentence} {refused.reason.todo}")
    if count:
        messages.success(request, f"{done}: {count}.")


def court_now(rehearsal: Rehearsal) -> datetime:
    """The current court time in `rehearsal` (UTC)."""
    return rehearsal.clock.read(wall_now())


def court_time_text(rehearsal: Rehearsal, at: datetime) -> str:
    """`at` as text in the home court's time zone."""
    return second_text(at, rehearsal.time_zone)
