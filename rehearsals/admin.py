from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from rehearsals import services
from rehearsals.activity.admin import ActivityAdmin
from rehearsals.clock.clock import wall_now
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

__all__ = ["ActivityAdmin", "MailAdmin", "RehearsalAdmin"]


@admin.register(Rehearsal)
class RehearsalAdmin(NoAddNoDelete):
    """For trainers: change the court time, reset a rehearsal, choose its rules."""

    rehearsal_path = "pk"
    form = RulesForm
    list_display = ("title", "code", "kind", "court_time", "clock_state", "last_used_at")
    list_filter = ("kind", "clock_control", "link_policy", "era")
    list_select_related = ("clock",)
    search_fields = ("title", "code")
    search_help_text = "Title or code."
    actions = ("reset_chosen",)
    readonly_fields = (
        "code", "kind", "pack", "court_time", "clock_state", "created_at", "last_used_at",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("title", "code", "kind", "pack", "created_at", "last_used_at")}),
        ("Clock", {"fields": ("court_time", "clock_state", "clock_control")}),
        (
            "Rules of this rehearsal",
            {"fields": ("era", "link_policy", "refuses_special_logins", "keeps_bookmarks")},
        ),
    )

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
        return CourtTimeChangeList

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

    @admin.action(description="Reset to the start", permissions=["change"])
    def reset_chosen(self, request: HttpRequest, rows: QuerySet[Rehearsal]) -> HttpResponse | None:
        """Show what will be reset, then reset it, one rehearsal at a time."""
        rehearsals = rows.select_related("clock")
        if "confirmed" not in request.POST:
            page = self._page(request, "Reset to the start", {"rehearsals": rehearsals})
            return TemplateResponse(request, "admin/rehearsals/reset.html", page)
        for rehearsal in rehearsals:
            services.reset(rehearsal, wall_at=wall_now(), who=staff_name(request))
        names = ", ".join(str(rehearsal) for rehearsal in rehearsals)
        messages.success(request, f"Reset: {names}.")
        return None
