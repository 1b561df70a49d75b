from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from rehearsals.clock.clock import wall_now
from rehearsals.staff.accounts import sessions
from rehearsals.staff.admin_base import InOneRehearsal
from rehearsals.staff.decorators import ask_rehearsal
from rehearsals.staff.forms import StaffSignInForm
from rehearsals.staff.second_factor import access
from rehearsals.staff.working_in import has_chosen, may_see_all, sees_all, working_in

View = Callable[..., HttpResponse]
LAST = 1000


class StaffSite(AdminSite):
    """Django's admin for clerks and trainers, who work in one rehearsal at a time."""

    site_title = site_header = "Court staff"
    index_title = "Court staff pages"
    login_form = StaffSignInForm
    enable_nav_sidebar = False  # its list of models would take a quarter of the window

    def index(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]
        """The staff home page has the work that waits; Django's index lists models."""
        return redirect("staff")

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """A right password starts the times of the session again."""
        answer = super().login(request, {"title": "Sign in"} | (extra_context or {}))
        if request.method == "POST" and answer.status_code == HTTPStatus.FOUND:
            sessions.begin(request.session, wall_now())
        return answer

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]
        """Ask which rehearsal first, if the page belongs to one."""
        protected = super().admin_view(view, cacheable)
        owner = getattr(view, "__self__", None)
        if not (isinstance(owner, InOneRehearsal) and owner.rehearsal_path):
            return protected

        def in_a_rehearsal(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self.has_permission(request) and not has_chosen(request):
                return ask_rehearsal(request)
            return protected(request, *args, **kwargs)

        return in_a_rehearsal

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        if not self.has_permission(request):
            return context
        return context | {
            "offers_second_factor": access.is_offered(),
            "session_seconds": settings.STAFF_IDLE_MINUTES * 60,
            "working_in": working_in(request),
            "sees_all": sees_all(request),
            "may_see_all": may_see_all(request),
            "staff_lists": self._lists(context["available_apps"]),
        }

    def _lists(self, apps: list[dict[str, Any]]) -> list[dict[str, str]]:
        """The lists that this member of staff may open, the clerk's daily ones first: label and URL."""
        models = [model for app in apps for model in app["models"] if model["admin_url"]]
        models.sort(key=lambda model: self._order(model["model"]))
        return [{"label": model["name"], "url": model["admin_url"]} for model in models]

    def _order(self, model: type[Model]) -> int:
        """The place of a model's list. Lists of Django's own, such as of users, come last."""
        owner = self.get_model_admin(model)
        return owner.list_order if isinstance(owner, InOneRehearsal) else LAST

    def page(
        self, request: HttpRequest, template: str, title: str, context: dict[str, Any]
    ) -> TemplateResponse:
        """A staff page of our own in the frame of the admin."""
        return TemplateResponse(
            request, template, {**self.each_context(request), "title": title, **context}
        )


def staff_site() -> StaffSite:
    return cast(StaffSite, admin.site)
