"""What a court's two queues have in common: whose request it is, how it stands, and how it is decided."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from efile.models import CourtRequest
from rehearsals.clock.court_time import moment_text
from rehearsals.help.refusals import Refused
from rehearsals.staff.admin_base import ReadOnly, staff_name
from rehearsals.web import mount

Verbs = dict[str, tuple[Callable[..., object], str]]


class RemarkForm(forms.Form):
    """What a clerk writes with a decision."""

    remark = forms.CharField(
        label="Remark to the filer",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Stands in the letter. Needed to reject.",
    )


class CourtQueueAdmin(ReadOnly):
    """Facts are read-only; the decision form below them calls services.

    A queue gives its `decision_form` and `verbs`: a button's name -> (service, what was done). Services
    take `request_id` and `who` beside the form's own values.
    """

    decision_form: type[RemarkForm] = RemarkForm
    list_select_related = ("court", "pacer_account", "rehearsal")
    list_per_page = 50
    ordering = ("-submitted_at", "-pk")

    @admin.display(description="name", ordering="pacer_account__last_name")
    def name(self, row: CourtRequest) -> str:
        return row.pacer_account.full_name

    @admin.display(description="PACER account", ordering="pacer_account__account_number")
    def pacer_number(self, row: CourtRequest) -> str:
        return row.pacer_account.account_number

    @admin.display(description="submitted", ordering="submitted_at")
    def submitted(self, row: CourtRequest) -> str:
        return moment_text(row.submitted_at, row.court.time_zone)

    @admin.display(description="decided")
    def decided(self, row: CourtRequest) -> str:
        if row.decided_at is None:
            return "not yet"
        by = f" by {row.decided_by}" if row.decided_by else ""
        return f"{moment_text(row.decided_at, row.court.time_zone)}{by}"

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        own = path("<int:pk>/decide/", guard(self.decide), name=self._name("decide"))
        return [own, *super().get_urls()]

    def _name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        row = self.get_object(request, object_id) if object_id else None
        extra = {**(extra_context or {}), **(self._about(request, row) if row else {})}
        return super().changeform_view(request, object_id, form_url, extra)

    def _about(self, request: HttpRequest, row: CourtRequest) -> dict[str, Any]:
        return {
            "subtitle": f"{row.pacer_account.full_name}, {row.court.name}",
            "may_decide": row.is_open and self._may_decide(request),
            "decision": self.decision_form(),
        } | self.about(row)

    def about(self, row: CourtRequest) -> dict[str, Any]:
        """What the queue's own template shows of `row` beside its facts."""
        raise NotImplementedError

    def verbs(self) -> Verbs:
        raise NotImplementedError

    def _may_decide(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One of the buttons. A refusal is told on the request's own page; nothing was changed."""
        if request.method != "POST" or not self._may_decide(request):
            raise PermissionDenied
        row, pressed = self.row_or_404(request, pk), self.verbs().get(request.POST.get("verb", ""))
        if pressed is None:
            raise Http404
        form = self.decision_form(request.POST)
        if form.is_valid():
            self._call(request, row, pressed, form.cleaned_data)
        else:
            sentence = "Nothing was decided: the remark is longer than 500 characters."
            messages.error(request, sentence)
        return redirect(f"admin:{self._name('change')}", pk)

    def _call(
        self,
        request: HttpRequest,
        row: CourtRequest,
        pressed: tuple[Callable[..., object], str],
        said: dict[str, Any],
    ) -> None:
        verb, done = pressed
        try:
            with mount.inside_rehearsal(row.rehearsal):
                partial(verb, request_id=row.pk, who=staff_name(request))(**said)
        except Refused as refused:
            messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
        else:
            messages.success(request, f"{done}. The filer gets a letter.")

    def row_or_404(self, request: HttpRequest, pk: int) -> CourtRequest:
        row = self.get_queryset(request).select_related("rehearsal__clock").filter(pk=pk).first()
        if row is None:
            raise Http404
        return row
