"""Filters of the staff lists of cases, entries and documents. Some are set only by links."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import F, Model, Q, QuerySet
from django.http import HttpRequest

from cmecf.models import CmecfAccount
from dockets.clerk.queries import other_names
from dockets.models import Case, DocketEntry
from rehearsals.staff.filters import GroupFilter, ModelAdmin
from rehearsals.staff.working_in import working_in


class LinkedFilter(admin.SimpleListFilter):
    """Shows rows of the one row of `model` whose key is in the URL. It is offered only then."""

    model: ClassVar[type[Model]]
    path: ClassVar[str]

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        key = request.GET.get(str(self.parameter_name), "")
        if not (key.isascii() and key.isdigit() and len(key) < 19):
            return []
        rows = self.model._default_manager.filter(pk=key)
        mine = working_in(request)
        row = (rows.filter(rehearsal=mine) if mine else rows).first()
        return [(key, self.label(row))] if row else [(key, "not in this rehearsal")]

    def label(self, row: Any) -> str:
        return str(row)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return queryset.filter(**{self.path: self.value()}) if self.value() else None


class CaseFilter(LinkedFilter):
    title, parameter_name, model, path = "case", "case", Case, "case"

    def label(self, row: Case) -> str:
        return row.full_number


class FilerFilter(LinkedFilter):
    title, parameter_name, model, path = "filer", "filer", CmecfAccount, "entered_by"


class EntryFilter(LinkedFilter):
    title, parameter_name, model, path = "entry", "entry", DocketEntry, "entry"

    def label(self, row: DocketEntry) -> str:
        return row.log_name


class NamesFilter(GroupFilter):
    """Who the entry says filed it, and the PACER account that did."""

    title = "names of the filer and the PACER account"
    parameter_name = "names"
    groups: ClassVar = {"differ": ("Differ: check them", Q())}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        rows = super().queryset(request, queryset)
        if self.value() != "differ":
            return rows
        mine = working_in(request)
        if mine:
            return rows.filter(other_names(mine))
        same = Q(
            entered_by__last_name__iexact=F("entered_with__last_name"),
            entered_by__first_name__iexact=F("entered_with__first_name"),
        )
        return rows.filter(entered_with__isnull=False).exclude(same)


class OpenFilter(GroupFilter):
    title = "state"
    groups: ClassVar = {
        "open": ("Open", Q(closed_on=None)),
        "closed": ("Closed", Q(closed_on__isnull=False)),
    }


class FiledByFilter(GroupFilter):
    title = "who filed it"
    parameter_name = "by"
    groups: ClassVar = {
        "filer": ("A filer", Q(entered_by__isnull=False)),
        "court": ("The court", Q(entered_by=None, entered_by_name="")),
    }
