from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin

ALL = "all"


class GroupFilter(admin.SimpleListFilter):
    """A filter of a staff list by named groups of rows.

    `groups`: a value in the URL to its label and the condition of its rows. `default`: the value of the
    group on which the list opens; without one, it opens on all rows. "All" is always offered.
    """

    parameter_name = "state"
    groups: ClassVar[Mapping[str, tuple[str, Q]]] = {}
    default: ClassVar[str] = ""

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return [(value, label) for value, (label, _) in self.groups.items()]

    def value(self) -> str:
        return super().value() or self.default or ALL

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value == ALL:
            return queryset
        if value not in self.groups:
            raise IncorrectLookupParameters
        return queryset.filter(self.groups[value][1])

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        chosen = self.value()
        usual = self.default or ALL
        for value, label in [*self.lookup_choices, (ALL, "All")]:
            if value == usual:
                query = changelist.get_query_string(remove=[self.parameter_name])
            else:
                query = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": value == chosen, "query_string": query, "display": label}
