from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst

from efile.choices import RequestStatus
from efile.models import EfileRegistration, MaintenanceRequest
from efile.queue.queries import next_waiting, other_waiting
from rehearsals.activity.queries import at_court, lines_about
from rehearsals.clock.court_time import moment_text
from rehearsals.help.refusals import Refused
from rehearsals.models import Activity
from rehearsals.staff.admin_base import ReadOnly, court_now, short_time, staff_name
from rehearsals.staff.filters import GroupFilter
from rehearsals.web import mount

Row = TypeVar("Row", EfileRegistration, MaintenanceRequest)
# A button's value -> (service, message after it).
Decisions = dict[str, tuple[Callable[..., object], str]]


def state_filter(title: str, states: Mapping[str, str]) -> type[GroupFilter]:
    """A filter by status that opens on what waits. `states`: a status to its label."""

    class StateFilter(GroupFilter):
        default = "waiting"
        groups: ClassVar = {
            "waiting" if status == RequestStatus.SUBMITTED else str(status): (
                label,
                Q(status=status),
            )
            for status, label in states.items()
        }

    StateFilter.title = title
    return StateFilter


class RemarkForm(forms.Form):
    """What a clerk writes with a decision."""

    remark = forms.CharField(
        label="Remark to the filer",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="We e-mail this to the filer. Required to reject.",
    )


class CourtQueueAdmin(ReadOnly, Generic[Row]):
    """Base of the court's two queues: a request's facts, read-only, with a decision form below.

    Subclasses set `decision_form` and `states` (a status to what the list calls it), and implement
    `decisions` and `about`. The services take `request_id`, `who` and `at`, and the values of the form.
    """

    decision_form: type[RemarkForm] = RemarkForm
    states: ClassVar[Mapping[str, str]] = {}
    list_select_related: ClassVar = ("court", "pacer_account", "rehearsal__clock")
    list_per_page = 50
    ordering: ClassVar = ("submitted_at", "pk")  # the oldest waits longest

    @admin.display(description="name", ordering="pacer_account__last_name")
    def name(self, row: Row) -> str:
        return row.pacer_account.full_name

    @admin.display(description="PACER account", ordering="pacer_account__account_number")
    def pacer_number(self, row: Row) -> str:
        return row.pacer_account.account_number

    @admin.display(description="state", ordering="status")
    def state(self, row: Row) -> str:
        return self.states[row.status]

    @admin.display(description="court", ordering="court__code")
    def court_code(self, row: Row) -> str:
        return row.court.code

    @admin.display(description="submitted", ordering="submitted_at")
    def short_submitted(self, row: Row) -> str:
        return short_time(row.rehearsal, row.submitted_at, row.court.time_zone)

    @admin.display(description="submitted (court time)")
    def submitted(self, row: Row) -> str:
        return moment_text(row.submitted_at, row.court.time_zone)

    def history_lines(self, row: Row) -> QuerySet[Activity]:
        """All requests and updates that the filer's PACER account sent to this court."""
        about = lines_about(row.rehearsal, row.pacer_account.log_name)
        return at_court(about.filter(what__startswith="efile."), row.court.code)

    @admin.display(description="decided")
    def decided(self, row: Row) -> str:
        if row.decided_at is None:
            return "not yet"
        by = f" by {row.decided_by}" if row.decided_by else ""
        return f"{moment_text(row.decided_at, row.court.time_zone)}{by}"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.decide)
        own = path("<int:pk>/decide/", view, name=self._url_name("decide"))
        return [own, *super().get_urls()]

    def _url_name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        row = self.get_object(request, object_id) if object_id else None
        context = {**(extra_context or {}), **(self._context(request, row) if row else {})}
        return super().changeform_view(request, object_id, form_url, context)

    def _context(self, request: HttpRequest, row: Row) -> dict[str, Any]:
        others = other_waiting(row)
        return {
            "title": capfirst(self.opts.verbose_name),
            "subtitle": f"{row.pacer_account.full_name}, {row.court.name}",
            "may_decide": row.is_open and self._may_decide(request),
            "is_open": row.is_open,
            "decision": self.decision_form(),
            "decide_url": reverse(f"admin:{self._url_name('decide')}", args=[row.pk]),
            "other_waiting": others.count(),
            "next_waiting": next_waiting(row),
        } | self.about(row)

    def about(self, row: Row) -> dict[str, Any]:
        """The context of the queue's own template."""
        raise NotImplementedError

    def decisions(self) -> Decisions:
        raise NotImplementedError

    def _may_decide(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Carry out the decision of the button that was pressed, and go to the next waiting request.

        If it is refused, return to the request's page.
        """
        if request.method != "POST" or not self._may_decide(request):
            raise PermissionDenied
        row = self.row_or_404(request, pk)
        decision = self.decisions().get(request.POST.get("decision", ""))
        if decision is None:
            raise Http404
        form = self.decision_form(request.POST)
        if not form.is_valid():
            messages.error(
                request, "Nothing was decided. The remark is longer than 500 characters."
            )
        elif self._call(request, row, decision, form.cleaned_data):
            return self._go_on(request, row)
        return redirect(f"admin:{self._url_name('change')}", pk)

    def _go_on(self, request: HttpRequest, row: Row) -> HttpResponse:
        following = next_waiting(row)
        if following is None:
            messages.info(request, "Nothing else waits here.")
            return redirect(f"admin:{self._url_name('changelist')}")
        messages.info(request, "This is the next one that waits.")
        return redirect(f"admin:{self._url_name('change')}", following.pk)

    def _call(
        self,
        request: HttpRequest,
        row: Row,
        decision: tuple[Callable[..., object], str],
        values: dict[str, Any],
    ) -> bool:
        """Call the service and show a message. Returns whether the request was decided."""
        service, done = decision
        at, who = court_now(row.rehearsal), staff_name(request)
        try:
            with mount.inside_rehearsal(row.rehearsal):
                service(request_id=row.pk, who=who, at=at, **values)
        except Refused as refused:
            messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
            return False
        what = f"{row.pacer_account.full_name}, {row}, {row.court.name}"
        messages.success(request, f"{done}: {what}, in {row.rehearsal}. We e-mailed the filer.")
        return True

    def row_or_404(self, request: HttpRequest, pk: int) -> Row:
        rows = self.get_queryset(request).select_related("rehearsal__clock")
        row: Row = get_object_or_404(rows, pk=pk)
        return row
