from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from rehearsals.app_config import declared_function
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import second_text
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.staff.working_in import sees_all, working_in
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


SWITCHED = (
    "Nothing was done. You switched to another rehearsal in another tab. Check the rehearsal at the top, then"
    " choose again."
)


class InOneRehearsal(ModelAdmin):
    """For rows of a rehearsal: every list, form and action is limited to the one that staff work in.

    `rehearsal_path`: the lookup from a row to its rehearsal; empty for rows outside of rehearsals.
    """

    rehearsal_path = "rehearsal"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        if sees_all(request) or not self.rehearsal_path:
            return rows
        mine = working_in(request)
        return rows.filter(**{self.rehearsal_path: mine.pk if mine else None})

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Without the rehearsal, which the top of the page names, unless staff see all of them."""
        names = super().get_list_display(request)
        return [name for name in names if sees_all(request) or name != "rehearsal"]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        filters = super().get_list_filter(request)
        return [
            one
            for one in filters
            if sees_all(request) or not str(_column_of(one)).startswith("rehearsal")
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Refuse an action from a list of another rehearsal, which may still be open in a tab."""
        mine = working_in(request)
        shown = request.POST.get("rehearsal")
        if shown is not None and shown != (mine.code if mine else ""):
            messages.error(request, SWITCHED)
            return redirect(request.get_full_path())
        return super().changelist_view(request, extra_context)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """For a row of another rehearsal, say so and offer to switch."""
        if object_id and self.get_object(request, unquote(object_id)) is None:
            row = self._row_elsewhere(unquote(object_id))
            if row is not None:
                return self._offer_switch(request, row)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _row_elsewhere(self, object_id: str) -> models.Model | None:
        if not (object_id.isascii() and object_id.isdigit() and len(object_id) < 19):
            return None
        row: models.Model | None = self.model._default_manager.filter(pk=object_id).first()
        return row

    def _offer_switch(self, request: HttpRequest, row: models.Model) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "This belongs to another rehearsal",
            "opts": self.opts,
            "row": row,
            "rehearsal": getattr(row, "rehearsal", row),
            "next": request.get_full_path(),
        }
        page = "admin/rehearsals/other_rehearsal.html"
        return TemplateResponse(request, page, context, status=404)


class NoAddNoDelete(InOneRehearsal):
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
    """The name of a clerk or trainer in the activity log: "staff carla (Carla Ruiz)"."""
    name = f"staff {request.user.get_username()}"
    full_name = getattr(request.user, "get_full_name", str)()
    return f"{name} ({full_name})" if full_name else name


def do_for_each(
    request: HttpRequest, rows: Any, service: Callable[[Any], object], *, done: str
) -> None:
    """Call `service` for each row, inside its rehearsal, and show messages about the results."""
    counts: Counter[str] = Counter()
    for row in rows:
        try:
            with mount.inside_rehearsal(row.rehearsal):
                service(row)
            counts[str(row.rehearsal)] += 1
        except Refused as refused:
            reason = f"{refused.reason.sentence} {refused.reason.todo}"
            messages.error(request, f"{row} in {row.rehearsal}: {reason}")
    for rehearsal, count in counts.items():
        messages.success(request, f"{done}: {count}, in {rehearsal}.")


def court_now(rehearsal: Rehearsal) -> datetime:
    """The current court time in `rehearsal` (UTC)."""
    return rehearsal.clock.read(wall_now())


def court_time_text(rehearsal: Rehearsal, at: datetime) -> str:
    """`at` as text in the home court's time zone."""
    return second_text(at, rehearsal.time_zone)
