"""Rehearsals, their log and their mail for clerks and trainers. Buttons call services."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from rehearsals import services
from rehearsals.activity.labels import WORDS, in_words
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.clock import page as clock_page
from rehearsals.clock import services as clock_services
from rehearsals.clock.court_time import second_text
from rehearsals.models import Activity, Mail, Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.staff.admin_base import NoAddNoDelete, ReadOnly, staff_name
from rehearsals.staff.forms import StaffSignInForm
from rehearsals.web import mount

admin.site.login_form = StaffSignInForm
admin.site.site_title = admin.site.site_header = "Court staff"
admin.site.index_title = "What you may look at and change"


def court_words(rehearsal: Rehearsal, at: object) -> str:
    return second_text(at, get_pack(rehearsal.pack).home.time_zone)


@admin.register(Rehearsal)
class RehearsalAdmin(NoAddNoDelete):
    """A trainer's desk: set a clock, reset a world, decide how strict it is."""

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
        ("How strict it is", {"fields": ("era", "link_policy", "refuses_special_logins")}),
    )

    @admin.display(description="court time now")
    def court_time(self, rehearsal: Rehearsal) -> str:
        return court_words(rehearsal, rehearsal.clock.read(clock.wall_now()))

    @admin.display(description="clock")
    def clock_state(self, rehearsal: Rehearsal) -> str:
        return clock_page.manner_words(rehearsal.clock)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.clock_view)
        name = "rehearsals_rehearsal_clock"
        return [path("<int:pk>/clock/", view, name=name), *super().get_urls()]

    def has_clock_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("rehearsals.change_courtclock")

    def render_change_form(self, request: HttpRequest, context: dict, *args, **kwargs) -> object:
        context["may_set_clock"] = self.has_clock_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Rehearsal, form: ModelForm, change: bool
    ) -> None:
        if not form.changed_data:
            return
        obj.save(update_fields=form.changed_data)
        with mount.in_story(obj):
            record_activity(
                obj,
                "rehearsal.changed",
                who=staff_name(request),
                detail=", ".join(form.changed_data),
            )

    def clock_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The trainer's time machine: any moment of the pack, or any instant."""
        rehearsal = self.get_object(request, str(pk))
        back = reverse("admin:rehearsals_rehearsal_changelist")
        if rehearsal is None or not self.has_clock_permission(request):
            messages.error(request, "You may not set this clock.")
            return redirect(back)
        with mount.in_story(rehearsal):
            form = clock_page.form_for(request, rehearsal)
            if form.is_bound and form.is_valid():
                clock_services.move_clock(rehearsal, **form.turn(), who=staff_name(request))
                messages.success(request, f"{rehearsal.title}: {clock_page.news(rehearsal)}")
                return redirect(back)
            context = clock_page.context(rehearsal, form) | {"world": rehearsal}
        return TemplateResponse(
            request, "admin/rehearsals/clock.html", self._page(request, "Set the clock", context)
        )

    def _page(self, request: HttpRequest, title: str, context: dict) -> dict:
        return {
            **self.admin_site.each_context(request), "title": title, "opts": self.opts, **context
        }  # fmt: skip

    @admin.action(description="Reset to the first moment", permissions=["change"])
    def reset_chosen(self, request: HttpRequest, rows: QuerySet[Rehearsal]) -> HttpResponse | None:
        """First shows what will be reset; then does it, one world at a time."""
        worlds = rows.select_related("clock")
        if "confirmed" not in request.POST:
            page = self._page(request, "Reset to the first moment", {"worlds": worlds})
            return TemplateResponse(request, "admin/rehearsals/reset.html", page)
        for world in worlds:
            with mount.in_story(world):
                services.reset(world, who=staff_name(request))
        messages.success(request, f"Reset: {', '.join(world.title for world in worlds)}.")
        return None


class WhatFilter(admin.SimpleListFilter):
    """By verb, without asking the whole log which verbs it holds."""

    title = "what"
    parameter_name = "what"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return list(WORDS.items())

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Activity]
    ) -> QuerySet[Activity] | None:
        return queryset.filter(what=self.value()) if self.value() else None


@admin.register(Activity)
class ActivityAdmin(ReadOnly):
    list_display = ("court_time", "rehearsal", "who", "words", "outcome", "detail", "wall_at")
    list_display_links = ("court_time",)
    list_filter = ("outcome", WhatFilter, "wall_at")
    list_select_related = ("rehearsal",)
    search_fields = ("who", "detail", "rehearsal__code", "rehearsal__title")
    search_help_text = "Who, a detail, or a rehearsal's code or title."
    show_full_result_count = False
    fields = ("rehearsal", "court_time", "wall_at", "who", "words", "what", "outcome", "detail")
    readonly_fields = fields

    @admin.display(description="court time", ordering="court_at")
    def court_time(self, line: Activity) -> str:
        return court_words(line.rehearsal, line.court_at)

    @admin.display(description="in words", ordering="what")
    def words(self, line: Activity) -> str:
        return in_words(line.what)


@admin.register(Mail)
class MailAdmin(ReadOnly):
    """Letters as people see them: a link in one is good for its reader, so bodies stay closed."""

    list_display = ("subject", "rehearsal", "to", "court_time", "is_delivered", "is_opened")
    list_filter = ("medium", "is_delivered", "wall_at")
    list_select_related = ("rehearsal",)
    search_fields = ("to", "subject", "rehearsal__code", "rehearsal__title")
    search_help_text = "Recipient, subject, or a rehearsal's code or title."
    show_full_result_count = False
    fields = ("rehearsal", "to", "sender", "subject", "court_time", "is_delivered", "is_opened")
    readonly_fields = fields

    @admin.display(description="court time", ordering="court_at")
    def court_time(self, mail: Mail) -> str:
        return court_words(mail.rehearsal, mail.court_at)

    @admin.display(description="opened", boolean=True)
    def is_opened(self, mail: Mail) -> bool:
        return mail.opened_at is not None
