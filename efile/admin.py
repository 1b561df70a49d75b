"""The court's queue: requests for the right to e-file, who else is like the requester, the decision."""

from collections import defaultdict
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from cmecf.models import CmecfAccount
from efile import maintenance_admin  # noqa: F401  its queue stands beside this one
from efile.choices import Reason
from efile.matches import Match, likely_matches
from efile.models import EfileRegistration
from efile.services import decide
from rehearsals import mount
from rehearsals.court_time import moment_text
from rehearsals.refusals import Refused
from rehearsals.staff_admin import ReadOnly, staff_name, titled


class DecisionForm(forms.Form):
    reason = forms.ChoiceField(
        label="Reason, to reject", choices=[("", "---------"), *Reason.choices], required=False
    )
    remark = forms.CharField(
        label="Remark to the filer",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Stands in the letter. Needed to ask for more, and for another reason.",
    )


def matches_of(row: EfileRegistration) -> list[Match]:
    """CM/ECF accounts of the same court that may be the requester's, without what it approved."""
    accounts = row.court.cmecf_accounts.select_related("court").exclude(pk=row.cmecf_account_id)
    return likely_matches(row.pacer_account, row.email, accounts)


def count_matches(rows: list[EfileRegistration]) -> None:
    """Set `likely_matches` on each row."""
    here = defaultdict(list)
    for account in CmecfAccount.objects.filter(court__in={row.court_id for row in rows}):
        here[account.court_id].append(account)
    for row in rows:
        others = (one for one in here[row.court_id] if one.pk != row.cmecf_account_id)
        row.likely_matches = len(likely_matches(row.pacer_account, row.email, others))


@admin.register(EfileRegistration)
class EfileRegistrationAdmin(ReadOnly):
    """Facts are read-only; the decision form below them calls services."""

    change_form_template = "admin/efile/registration.html"
    list_display = (
        "name", "rehearsal", "court", "status", "likely", "submitted", "pacer_number", "kind",
        "role", "application",
    )  # fmt: skip
    list_filter = (("court__code", titled("court")), "status", "kind")
    list_select_related = ("court", "pacer_account", "rehearsal")
    list_per_page = 50
    search_fields = (
        "pacer_account__account_number", "pacer_account__last_name", "pacer_account__username",
        "email", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "PACER account number, username, last name, e-mail, or a rehearsal's code."
    ordering = ("-submitted_at", "-pk")
    fields = (
        "rehearsal", "court", "name", "pacer_number", "kind", "application", "role", "title",
        "bar_state", "bar_number", "bar_date", "already_admitted", "court_bar_id", "other_names",
        "recent_case", "email", "email_frequency", "email_format", "submitted", "status", "answer",
        "decided", "reason", "remark",
    )  # fmt: skip
    readonly_fields = fields
    often_empty = frozenset({
        "title", "bar_state", "bar_number", "bar_date", "court_bar_id", "other_names", "recent_case",
        "answer", "reason", "remark",
    })  # fmt: skip

    def get_fields(self, request: HttpRequest, obj: EfileRegistration | None = None) -> list[str]:
        """Without what was left empty: the decision stands below, and should not be far."""
        return [
            name for name in self.fields if name not in self.often_empty or getattr(obj, name, None)
        ]

    @admin.display(description="name", ordering="pacer_account__last_name")
    def name(self, row: EfileRegistration) -> str:
        return row.pacer_account.full_name

    @admin.display(description="PACER account", ordering="pacer_account__account_number")
    def pacer_number(self, row: EfileRegistration) -> str:
        return row.pacer_account.account_number

    @admin.display(description="submitted", ordering="submitted_at")
    def submitted(self, row: EfileRegistration) -> str:
        return moment_text(row.submitted_at, row.court.time_zone)

    @admin.display(description="likely matches")
    def likely(self, row: EfileRegistration) -> int:
        return row.likely_matches

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The page's rows with their number of likely matches: one query for all of them."""
        page = super().get_changelist_instance(request)
        page.result_list = list(page.result_list)
        count_matches(page.result_list)
        return page

    @admin.display(description="decided")
    def decided(self, row: EfileRegistration) -> str:
        if row.decided_at is None:
            return "not yet"
        return f"{moment_text(row.decided_at, row.court.time_zone)} by {row.decided_by}"

    def get_urls(self) -> list[URLPattern]:
        guard, start = self.admin_site.admin_view, "efile_efileregistration"
        own = [
            path("<int:pk>/decide/", guard(self.decide), name=f"{start}_decide"),
            path("<int:pk>/document/<int:document>/", guard(self.document), name=f"{start}_file"),
        ]
        return own + super().get_urls()

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

    def _about(self, request: HttpRequest, row: EfileRegistration) -> dict[str, object]:
        matches = matches_of(row)
        links = any(match.asks_for_a_link for match in matches)
        return {
            "registration": row,
            "subtitle": f"{row.pacer_account.full_name}, {row.court.name}",
            "matches": [self._line(match) for match in matches],
            "documents": row.documents.only("name", "sha256"),
            "may_decide": row.is_open and self._may_decide(request),
            "decision": DecisionForm(initial={"reason": Reason.LINK_INSTEAD if links else ""}),
            "asks_for_a_link": links,
        }

    def _line(self, match: Match) -> dict[str, object]:
        account = match.account
        signed_in = account.last_signed_in_at
        return {
            "match": match,
            "url": reverse("admin:cmecf_cmecfaccount_change", args=[account.pk]),
            "signed_in": moment_text(signed_in, account.court.time_zone) if signed_in else "never",
        }

    def _may_decide(self, request: HttpRequest) -> bool:
        return request.user.has_perm("efile.change_efileregistration")

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One of three buttons. A refusal is told on the request's own page; nothing was changed."""
        if request.method != "POST" or not self._may_decide(request):
            raise PermissionDenied
        row = self._row(request, pk)
        form = DecisionForm(request.POST)
        if form.is_valid():
            self._call(request, row, form)
        else:
            messages.error(
                request, "Nothing was decided: the remark is longer than 500 characters."
            )
        return redirect("admin:efile_efileregistration_change", pk)

    def _call(self, request: HttpRequest, row: EfileRegistration, form: DecisionForm) -> None:
        said = {"request_id": row.pk, "remark": form.cleaned_data["remark"]}
        said["who"] = staff_name(request)
        verbs = {
            "approve": (partial(decide.approve, **said), "Approved"),
            "reject": (
                partial(decide.reject, **said, reason=form.cleaned_data["reason"]), "Rejected",
            ),
            "more": (partial(decide.ask_for_more, **said), "Asked for more information"),
        }  # fmt: skip
        if request.POST.get("verb") not in verbs:
            raise Http404
        verb, done = verbs[request.POST["verb"]]
        try:
            with mount.in_story(row.rehearsal):
                verb()
        except Refused as refused:
            messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
        else:
            messages.success(request, f"{done}. The filer gets a letter.")

    def document(self, request: HttpRequest, pk: int, document: int) -> HttpResponse:
        """An uploaded file, always as a download: it came from outside."""
        row = self._row(request, pk)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        found = row.documents.filter(pk=document).first()
        if found is None:
            raise Http404
        name = f"registration-{row.pk}-{found.pk}.pdf"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(bytes(found.content), content_type="application/pdf", headers=headers)

    def _row(self, request: HttpRequest, pk: int) -> EfileRegistration:
        row = self.get_queryset(request).select_related("rehearsal__clock").filter(pk=pk).first()
        if row is None:
            raise Http404
        return row
