from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from cmecf.models import CmecfAccount
from efile.choices import Reason, RequestKind, RequestStatus
from efile.models import EfileRegistration
from efile.queue import services
from efile.queue.admin import CourtQueueAdmin, Decisions, RemarkForm, state_filter
from efile.queue.matches import Match, likely_matches
from rehearsals.clock.court_time import moment_text
from rehearsals.documents.http import download
from rehearsals.staff.admin_base import titled

STATES: dict[str, str] = {
    RequestStatus.SUBMITTED: "Waiting",
    RequestStatus.MORE_INFO: "Waiting for the filer",
    RequestStatus.PROCESSED: "Approved",
    RequestStatus.REJECTED: "Rejected",
    RequestStatus.WITHDRAWN: "Withdrawn",
}


class DecisionForm(RemarkForm):
    field_order = ("reason", "remark")

    reason = forms.ChoiceField(
        label="Reason for a rejection", choices=[("", "---------"), *Reason.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        remark = self.fields["remark"]
        remark.help_text = (
            "We e-mail this to the filer. Required to ask for more information, and to reject for another"
            " reason."
        )


def _without_reason(service: Callable[..., object]) -> Callable[..., object]:
    """Drop the form's reason, which only a rejection takes."""

    def call(*, reason: str, **values: Any) -> object:
        return service(**values)

    return call


def matches_of(row: EfileRegistration) -> list[Match]:
    """CM/ECF accounts in the court that may be the requester's, except the one an approval created."""
    accounts = row.court.cmecf_accounts.select_related("court")
    if row.cmecf_account_id:
        accounts = accounts.exclude(pk=row.cmecf_account_id)
    return likely_matches(row.pacer_account, row.email, accounts)


def count_matches(rows: list[EfileRegistration]) -> None:
    """Set `likely_matches` on each row, with one query."""
    by_court = defaultdict(list)
    for account in CmecfAccount.objects.filter(court__in={row.court_id for row in rows}):
        by_court[account.court_id].append(account)
    for row in rows:
        accounts = by_court[row.court_id]
        others = (account for account in accounts if account.pk != row.cmecf_account_id)
        row.likely_matches = len(likely_matches(row.pacer_account, row.email, others))


@admin.register(EfileRegistration)
class EfileRegistrationAdmin(CourtQueueAdmin[EfileRegistration]):
    """Requests for permission to e-file, with the court's filers whom the requester may be."""

    decision_form = DecisionForm
    change_form_template = "admin/efile/registration.html"
    states = STATES
    list_order = 10
    empty_list = (
        "Nothing waits. A request appears here when someone asks a court for permission to e-file, in"
        " Manage My Account under Maintenance. Courts take requests from go-live on, so check the court time"
        " of the rehearsal. To see decided requests, choose All above."
    )
    list_display = (
        "name", "state", "rehearsal", "court_code", "likely", "short_submitted", "pacer_number",
        "short_kind", "role",
    )  # fmt: skip
    list_filter = (
        state_filter("state of the request", STATES),
        ("court__code", titled("court")),
        ("kind", titled("kind of request")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    search_fields = (
        "pacer_account__account_number", "pacer_account__last_name", "pacer_account__username",
        "email", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "PACER account number, username, last name, e-mail, or rehearsal code."
    fields = (
        "rehearsal", "court", "name", "pacer_number", "kind", "application", "role", "title",
        "bar_state", "bar_number", "bar_date", "admitted", "court_bar_id", "other_names",
        "recent_case", "email", "email_frequency", "email_format", "submitted", "state", "answer",
        "decided", "reason", "remark",
    )  # fmt: skip
    readonly_fields = fields
    often_empty = frozenset({
        "title", "bar_state", "bar_number", "bar_date", "court_bar_id", "other_names", "recent_case",
        "answer", "reason", "remark",
    })  # fmt: skip

    def get_fields(self, request: HttpRequest, obj: EfileRegistration | None = None) -> Any:
        """Leave out empty fields, so that the decision form is close to the top."""
        return [
            name for name in self.fields if name not in self.often_empty or getattr(obj, name, None)
        ]

    @admin.display(description="kind", ordering="kind")
    def short_kind(self, row: EfileRegistration) -> str:
        return "Attorney" if row.kind == RequestKind.ATTORNEY else "Non-attorney"

    @admin.display(description="Already Admitted at Court")
    def admitted(self, row: EfileRegistration) -> str:
        if row.kind == RequestKind.NON_ATTORNEY:
            return "not an attorney"
        return "Yes" if row.already_admitted else "No"

    @admin.display(description="likely matches")
    def likely(self, row: EfileRegistration) -> int:
        return row.likely_matches

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The page's rows with their numbers of likely matches."""
        page = super().get_changelist_instance(request)
        page.result_list = list(page.result_list)
        count_matches(page.result_list)
        return page

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.document)
        name = "efile_efileregistration_file"
        return [path("<int:pk>/document/<int:document>/", view, name=name), *super().get_urls()]

    def about(self, row: EfileRegistration) -> dict[str, Any]:
        matches = matches_of(row)
        should_link = any(match.should_link for match in matches)
        return {
            "registration": row,
            "buttons": [
                ("approve", "Approve"),
                ("reject", "Reject"),
                ("more", "Ask for more information"),
            ],
            "matches": [self._line(match) for match in matches],
            "documents": row.documents.defer("content"),
            "decision": DecisionForm(
                initial={"reason": Reason.LINK_INSTEAD if should_link else ""}
            ),
            "should_link": should_link,
        }

    def _line(self, match: Match) -> dict[str, object]:
        account = match.account
        signed_in = account.last_signed_in_at
        return {
            "match": match,
            "url": reverse("admin:cmecf_cmecfaccount_change", args=[account.pk]),
            "signed_in": moment_text(signed_in, account.court.time_zone) if signed_in else "never",
        }

    def decisions(self) -> Decisions:
        return {
            "approve": (_without_reason(services.approve), "Approved"),
            "reject": (services.reject, "Rejected"),
            "more": (_without_reason(services.ask_for_more), "Asked for more information"),
        }

    def document(self, request: HttpRequest, pk: int, document: int) -> HttpResponse:
        """An uploaded file."""
        row = self.row_or_404(request, pk)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        upload = row.documents.filter(pk=document).first()
        if upload is None or upload.is_deleted:
            raise Http404
        return download(bytes(upload.content), f"registration-{row.pk}-{upload.pk}.pdf")
