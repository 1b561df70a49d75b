"""The court's queue of updates: what a filer wants changed in the court's record, and the decision."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from efile.maintenance import decide, rules
from efile.maintenance.words import LABELS, comparison, value_in_words
from efile.models import MaintenanceRequest
from rehearsals import mount
from rehearsals.court_time import moment_text
from rehearsals.refusals import Refused
from rehearsals.staff_admin import ReadOnly, staff_name


class UpdateDecisionForm(forms.Form):
    remark = forms.CharField(
        label="Remark to the filer",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Stands in the letter. Needed to reject.",
    )


@admin.register(MaintenanceRequest)
class MaintenanceRequestAdmin(ReadOnly):
    """Facts are read-only; the decision form below them calls services."""

    change_form_template = "admin/efile/maintenance.html"
    list_display = (
        "name", "court", "kind", "status", "change", "cases", "submitted", "pacer_number",
        "rehearsal",
    )  # fmt: skip
    list_filter = ("court__code", "status", "kind", "cases", "rehearsal__kind")
    list_select_related = ("court", "pacer_account", "rehearsal")
    list_per_page = 50
    search_fields = (
        "pacer_account__account_number", "pacer_account__last_name", "pacer_account__username",
        "cmecf_account__login", "rehearsal__code",
    )  # fmt: skip
    search_help_text = (
        "PACER account number, username, last name, CM/ECF login, or a rehearsal's code."
    )
    ordering = ("-submitted_at", "-pk")
    fields = (
        "rehearsal", "court", "name", "pacer_number", "record", "kind", "cases",
        "reason_for_update", "submitted", "status", "decided", "remark",
    )  # fmt: skip
    readonly_fields = fields

    @admin.display(description="name at PACER", ordering="pacer_account__last_name")
    def name(self, row: MaintenanceRequest) -> str:
        return row.pacer_account.full_name

    @admin.display(description="PACER account", ordering="pacer_account__account_number")
    def pacer_number(self, row: MaintenanceRequest) -> str:
        return row.pacer_account.account_number

    @admin.display(description="CM/ECF account")
    def record(self, row: MaintenanceRequest) -> str:
        return str(row.cmecf_account)

    @admin.display(description="before → after")
    def change(self, row: MaintenanceRequest) -> str:
        return "; ".join(f"{label}: {before} → {after}" for label, before, after in comparison(row))

    @admin.display(description="submitted", ordering="submitted_at")
    def submitted(self, row: MaintenanceRequest) -> str:
        return moment_text(row.submitted_at, row.court.time_zone)

    @admin.display(description="decided")
    def decided(self, row: MaintenanceRequest) -> str:
        if row.decided_at is None:
            return "not yet"
        by = f" by {row.decided_by}" if row.decided_by else ""
        return f"{moment_text(row.decided_at, row.court.time_zone)}{by}"

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        own = path("<int:pk>/decide/", guard(self.decide), name="efile_maintenancerequest_decide")
        return [own, *super().get_urls()]

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

    def _about(self, request: HttpRequest, row: MaintenanceRequest) -> dict[str, object]:
        now = rules.columns(row.cmecf_account, row.after)
        return {
            "update": row,
            "subtitle": f"{row.pacer_account.full_name}, {row.court.name}",
            "rows": [
                (LABELS[name], *(value_in_words(name, one) for one in (was, wanted, now[name])))
                for name, wanted in row.after.items()
                for was in [row.before.get(name, "")]
            ],
            "record_moved_on": row.is_open and now != row.before,
            "record_url": reverse("admin:cmecf_cmecfaccount_change", args=[row.cmecf_account_id]),
            "may_decide": row.is_open and self._may_decide(request),
            "decision": UpdateDecisionForm(),
        }

    def _may_decide(self, request: HttpRequest) -> bool:
        return request.user.has_perm("efile.change_maintenancerequest")

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One of two buttons. A refusal is told on the request's own page; nothing was changed."""
        if request.method != "POST" or not self._may_decide(request):
            raise PermissionDenied
        rows = self.get_queryset(request).select_related("rehearsal__clock")
        row = rows.filter(pk=pk).first()
        if row is None or request.POST.get("verb") not in ("accept", "reject"):
            raise Http404
        form = UpdateDecisionForm(request.POST)
        if form.is_valid():
            self._call(request, row, form.cleaned_data["remark"])
        else:
            messages.error(
                request, "Nothing was decided: the remark is longer than 500 characters."
            )
        return redirect("admin:efile_maintenancerequest_change", pk)

    def _call(self, request: HttpRequest, row: MaintenanceRequest, remark: str) -> None:
        accepts = request.POST["verb"] == "accept"
        verb = partial(
            decide.accept if accepts else decide.reject,
            request_id=row.pk, remark=remark, who=staff_name(request),
        )  # fmt: skip
        try:
            with mount.in_story(row.rehearsal):
                verb()
        except Refused as refused:
            messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
        else:
            done = "Accepted: the court's record is changed" if accepts else "Rejected"
            messages.success(request, f"{done}. The filer gets a letter.")
