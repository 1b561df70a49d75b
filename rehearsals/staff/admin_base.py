from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.utils.text import capfirst

from rehearsals.app_config import declared_function
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import second_text, short_text
from rehearsals.models import Activity, Rehearsal
from rehearsals.staff.filters import ALL, GroupFilter
from rehearsals.staff.next_page import next_page
from rehearsals.staff.working_in import sees_all, working_in

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


# The ways in which Django's filters of a list look a value up.
WAYS = ("exact", "isnull", "gte", "lt", "id__exact", "isempty")


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


HISTORY = 100  # how many lines a row's history shows
SWITCHED = (
    "Nothing was done. You switched to another rehearsal in another tab. Check the rehearsal at the top, then"
    " choose again."
)


class InOneRehearsal(ModelAdmin):
    """For rows of a rehearsal: every list, form and action is limited to the one that staff work in.

    `rehearsal_path`: the lookup from a row to its rehearsal; empty for rows outside of rehearsals.
    `list_order`: the list's place in the bar; the clerk's daily lists come first. `empty_list`: says what
    will appear in an empty list, when, and what to do. `row_actions`: the actions that the page of one row
    offers as buttons.
    """

    rehearsal_path = "rehearsal"
    list_order = 100
    empty_list = "Nothing is here yet."
    row_actions: Sequence[str] = ()

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
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        response = super().changelist_view(request, title | (extra_context or {}))
        context = getattr(response, "context_data", None)
        if context and "cl" in context:
            context.update(self._about_list(request, context["cl"]))
        return response

    def _about_list(self, request: HttpRequest, page: ChangeList) -> dict[str, Any]:
        """What the list's template shows about filters and empty lists."""
        groups = next((one for one in page.filter_specs if isinstance(one, GroupFilter)), None)
        asked = {name for name in request.GET if name not in ("o", "p", "e", "_facets")}
        first = page.filter_specs[0].expected_parameters() if page.filter_specs else []
        wide = {"q": page.query} if page.query else {}
        if groups and groups.default:
            if groups.value() == groups.default:
                asked.discard(str(groups.parameter_name))
            wide[str(groups.parameter_name)] = ALL
        return {
            "is_narrowed": bool(asked),
            "has_more_filters": bool(asked - {*filter(None, first), "q"}),
            "whole_list": f"?{urlencode(wide)}",
            "empty_list": self.empty_list,
        }

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add the buttons of the row's actions, and say whether it has a history."""
        row = context.get("original")
        offered = dict(self.get_action_choices(request)) if row else {}
        context["row_actions"] = [
            (name, offered[name]) for name in self.row_actions if name in offered
        ]
        context["has_history"] = row is not None and self.history_lines(row) is not None
        return super().render_change_form(request, context, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Say what was saved and in which rehearsal. Then the page that led here, or the list."""
        rehearsal = getattr(obj, "rehearsal", None)
        messages.success(
            request, f"Saved: {obj}, in {rehearsal}." if rehearsal else f"Saved: {obj}."
        )
        if "_continue" in request.POST:
            return redirect(request.get_full_path())
        if origin := next_page(request):
            return redirect(origin)
        return self.response_post_save_change(request, obj)

    def history_lines(self, row: Any) -> QuerySet[Activity] | None:
        """The lines of the activity log about `row`; None if its page has no history."""
        return None

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The activity of the row, instead of Django's record of admin forms."""
        row: Any = self.get_object(request, unquote(object_id))
        lines = self.history_lines(row) if row is not None else None
        if row is None or lines is None or not self.has_view_or_change_permission(request, row):
            raise Http404
        rehearsal: Rehearsal = getattr(row, "rehearsal", row)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "opts": self.opts,
            "row": row,
            "rehearsal": rehearsal,
            "lines": list(lines[: HISTORY + 1]),
            "most": HISTORY,
            "zone": rehearsal.time_zone,
        }
        return TemplateResponse(request, "admin/rehearsals/history.html", context)

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
        reveal a password hash letter by letter ("does it start with a?"), and by ways that the filters
        never use, whose values Django doesn't check (`__year`, `__range`, `__regex`)."""
        if request is None:
            return False
        offered = [*map(_column_of, self.get_list_filter(request)), "rehearsal__id"]
        is_offered = any(lookup in {name, *(f"{name}__{way}" for way in WAYS)} for name in offered)
        return is_offered and super().lookup_allowed(lookup, value, request)


class ReadOnly(NoAddNoDelete):
    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


def staff_name(request: HttpRequest) -> str:
    """The name of a clerk or trainer in the activity log: "staff carla (Carla Ruiz)"."""
    name = f"staff {request.user.get_username()}"
    full_name = getattr(request.user, "get_full_name", str)()
    return f"{name} ({full_name})" if full_name else name


def court_now(rehearsal: Rehearsal) -> datetime:
    """The current court time in `rehearsal` (UTC)."""
    return rehearsal.clock.read(wall_now())


def court_time_text(rehearsal: Rehearsal, at: datetime) -> str:
    """`at` as text in the home court's time zone."""
    return second_text(at, rehearsal.time_zone)


def short_time(rehearsal: Rehearsal, at: datetime | None, zone: str = "") -> str:
    """`at` for a column of a list: "Apr 20, 8:01 am" in the court's `zone`, or "" without a time."""
    if at is None:
        return ""
    return short_text(at, zone or rehearsal.time_zone, now=court_now(rehearsal))
