from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from rehearsals.activity.admin import ActivityAdmin
from rehearsals.app_config import Progress, declared_function
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import wall_text
from rehearsals.clock.page import clock_context, clock_form, clock_news, manner_label
from rehearsals.clock.services import move_clock
from rehearsals.mail.admin import MailAdmin
from rehearsals.models import Rehearsal
from rehearsals.options.forms import RulesForm
from rehearsals.options.services import change_options
from rehearsals.staff.admin_base import (
    CourtTimeChangeList,
    NoAddNoDelete,
    court_now,
    court_time_text,
    staff_name,
)
from rehearsals.staff.bulk.admin import BulkActions
from rehearsals.web.mount import code_in

__all__ = ["ActivityAdmin", "MailAdmin", "RehearsalAdmin"]


class RehearsalList(CourtTimeChangeList):
    """The list also reads, in a constant number of queries, how far the learners are."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        found = declared_function("class_progress")(self.result_list, wall_at=wall_now())
        for rehearsal in self.result_list:
            rehearsal.progress = found.get(rehearsal.pk)


def _progress(rehearsal: Rehearsal) -> Progress | None:
    """Who practices in a row of the list, and how far they are; None if nobody does yet."""
    return getattr(rehearsal, "progress", None)


@admin.register(Rehearsal)
class RehearsalAdmin(BulkActions, NoAddNoDelete):
    """For trainers: who practices where and how far, clocks, rules, titles and resets."""

    rehearsal_path = "pk"
    form = RulesForm
    list_display = (
        "title", "steps_done", "filings", "practicing", "address", "court_time", "clock_state",
        "last_used",
    )  # fmt: skip
    list_filter = ("kind", "era", "clock_control", "link_policy")
    list_select_related = ("clock",)
    search_fields = ("title", "code")
    search_help_text = "Title, code, or the address of one of its pages."
    empty_list = "No rehearsal is here yet. Someone starts one on the first page of this site."
    show_full_result_count = False
    list_per_page = 50
    readonly_fields = (
        "code", "kind", "pack", "court_time", "clock_state", "started", "last_used",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("title", "code", "kind", "pack", "started", "last_used")}),
        ("Clock", {"fields": ("court_time", "clock_state", "clock_control")}),
        (
            "Rules of this rehearsal",
            {
                "fields": (
                    "era",
                    "link_policy",
                    "refuses_special_logins",
                    "scans_mail",
                    "keeps_bookmarks",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Rehearsal]:
        return super().get_queryset(request).filter(is_ending=False)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Rehearsal], search_term: str
    ) -> tuple[QuerySet[Rehearsal], bool]:
        """Also find the rehearsal of a pasted address."""
        return super().get_search_results(request, queryset, code_in(search_term))

    @admin.display(description="steps done")
    def steps_done(self, rehearsal: Rehearsal) -> str:
        progress = _progress(rehearsal)
        if progress is None:
            return "-"
        if not progress.count:
            return "Nothing to do"
        text = f"{progress.done} of {progress.count}"
        return f"{text}, problem in step {progress.problem}" if progress.problem else text

    @admin.display(description="filings")
    def filings(self, rehearsal: Rehearsal) -> str:
        progress = _progress(rehearsal)
        return str(progress.filings) if progress else "-"

    @admin.display(description="who practices here")
    def practicing(self, rehearsal: Rehearsal) -> str:
        progress = _progress(rehearsal)
        if progress is None:
            return "Nobody yet"
        first, *others = progress.people
        return f"{first} (and {len(others)} more)" if others else first

    @admin.display(description="code, opens it", ordering="code")
    def address(self, rehearsal: Rehearsal) -> str:
        return format_html('<a href="{}/">{}</a>', rehearsal.mount, rehearsal.code)

    @admin.display(description="started")
    def started(self, rehearsal: Rehearsal) -> str:
        return wall_text(rehearsal.created_at)

    @admin.display(description="last used", ordering="last_used_at")
    def last_used(self, rehearsal: Rehearsal) -> str:
        return wall_text(rehearsal.last_used_at)

    @admin.display(description="court time now")
    def court_time(self, rehearsal: Rehearsal) -> str:
        return court_time_text(rehearsal, court_now(rehearsal))

    @admin.display(description="clock")
    def clock_state(self, rehearsal: Rehearsal) -> str:
        return manner_label(rehearsal.clock)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.clock_view)
        name = "rehearsals_rehearsal_clock"
        return [path("<int:pk>/clock/", view, name=name), *super().get_urls()]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return RehearsalList

    def has_clock_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("rehearsals.change_courtclock")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["may_set_clock"] = self.has_clock_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Rehearsal, form: "ModelForm[Rehearsal]", change: bool
    ) -> None:
        if not form.changed_data:
            return
        values = {name: form.cleaned_data[name] for name in form.changed_data}
        change_options(obj, values=values, at=court_now(obj), who=staff_name(request))

    def clock_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Move the court clock to a moment of the pack or to any instant."""
        rehearsal = self.get_object(request, str(pk))
        list_url = reverse("admin:rehearsals_rehearsal_changelist")
        if rehearsal is None or not self.has_clock_permission(request):
            messages.error(request, "You don't have permission to change this clock.")
            return redirect(list_url)
        at = court_now(rehearsal)
        form = clock_form(rehearsal, request.POST if request.method == "POST" else None, at=at)
        if form.is_bound and form.is_valid():
            who = staff_name(request)
            is_other_day = move_clock(rehearsal, **form.move(), wall_at=wall_now(), who=who)
            news = clock_news(rehearsal)
            if is_other_day:
                news += " Everyone in it is logged out, because it is another day."
            messages.success(request, f"{rehearsal}: {news}")
            return redirect(list_url)
        context = clock_context(rehearsal, form, at=at) | {"rehearsal": rehearsal}
        return TemplateResponse(
            request,
            "admin/rehearsals/clock.html",
            self._page(request, "Change the court time", context),
        )

    def _page(self, request: HttpRequest, title: str, context: dict[str, Any]) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request), "title": title, "opts": self.opts, **context
        }  # fmt: skip
