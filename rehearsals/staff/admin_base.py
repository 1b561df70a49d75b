"""What the admin pages of every app share: staff change rows, but add and delete none."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

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


def titled(title: str) -> type[admin.FieldListFilter]:
    """Django's filter of a column, under a title that a clerk understands; for `list_filter`."""

    class Titled(admin.FieldListFilter):
        def __new__(cls, *args: Any, **kwargs: Any) -> Any:
            made = admin.FieldListFilter.create(*args, **kwargs)
            made.title = title
            return made

    return Titled


def _column_of(offered: Any) -> str:
    """The column, or the parameter, that one entry of a `list_filter` asks by."""
    if isinstance(offered, tuple):
        return offered[0]
    return getattr(offered, "parameter_name", offered)


class CourtTimeChangeList(ChangeList):
    """A list that shows court time: the home courts of its rows are read in one query."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        rehearsals = [getattr(row, "rehearsal", row) for row in self.result_list]
        courts = declared_function("home_courts")(rehearsals)
        for rehearsal in rehearsals:
            if court := courts.get(rehearsal.pk):
                rehearsal.home_court = court


class NoAddNoDelete(admin.ModelAdmin):
    """Rows of a rehearsal are added inside it and deleted with it."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only the filters on the page. Django lets a URL filter by any column of the row, and a
        question such as "does the hash begin with a" would reveal it letter by letter."""
        offered = [*map(_column_of, self.get_list_filter(request)), "rehearsal__id"]
        is_offered = any(lookup == name or lookup.startswith(f"{name}__") for name in offered)
        return is_offered and super().lookup_allowed(lookup, value, request)


class ReadOnly(NoAddNoDelete):
    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


def staff_name(request: HttpRequest) -> str:
    """How the log names a clerk or trainer."""
    return f"staff {request.user.get_username()}"


def do_for_each(
    request: HttpRequest, rows: Any, service: Callable[[Any], object], *, done: str
) -> None:
    """Call `service` for each row, inside its rehearsal; show what was done and what was refused."""
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
    """The court time in `rehearsal`, for a staff page (UTC)."""
    return rehearsal.clock.read(wall_now())


def court_time_text(rehearsal: Rehearsal, at: datetime) -> str:
    """`at` (UTC) in the home court's time zone."""
    return second_text(at, rehearsal.time_zone)
