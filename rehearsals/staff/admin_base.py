"""What the admin screens of every floor share: staff change rows, but make and delete none."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest

from rehearsals.help.refusals import Refused
from rehearsals.web import mount


def titled(title: str) -> type[admin.FieldListFilter]:
    """Django's own filter of a column, under a title that a clerk understands; for `list_filter`."""

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


class NoAddNoDelete(admin.ModelAdmin):
    """Rows of the story are made in the story and go with their rehearsal."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only the filters on the page. Django lets an address filter by any column of the row, and
        whoever may ask "does the hash begin with a" reads it letter by letter."""
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
    request: HttpRequest, rows: Any, verb: Callable[[Any], object], *, done: str
) -> None:
    """Call `verb` for each row, inside its rehearsal; say what was done and what was refused."""
    count = 0
    for row in rows:
        try:
            with mount.in_story(row.rehearsal):
                verb(row)
            count += 1
        except Refused as refused:
            messages.error(request, f"{row}: {refused.reason.sentence} {refused.reason.todo}")
    if count:
        messages.success(request, f"{done}: {count}.")
