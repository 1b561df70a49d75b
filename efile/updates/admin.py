from typing import Any

from django.contrib import admin
from django.urls import reverse

from efile.choices import RequestStatus
from efile.models import MaintenanceRequest
from efile.queue import services
from efile.queue.admin import CourtQueueAdmin, Decisions, state_filter
from efile.updates import rules
from efile.updates.labels import LABELS, comparison, value_text
from rehearsals.staff.admin_base import titled

STATES: dict[str, str] = {
    RequestStatus.SUBMITTED: "Waiting",
    RequestStatus.PROCESSED: "Accepted",
    RequestStatus.REJECTED: "Rejected",
    RequestStatus.WITHDRAWN: "Withdrawn",
}


@admin.register(MaintenanceRequest)
class MaintenanceRequestAdmin(CourtQueueAdmin[MaintenanceRequest]):
    """Updates of filer data: the values before, the requested values, and the current values."""

    change_form_template = "admin/efile/maintenance.html"
    states = STATES
    list_order = 20
    empty_list = (
        "Nothing waits. An update appears here when a linked filer changes a name or an address in Manage My"
        " Account, under Maintenance, and asks the court to change its record too. To see decided updates,"
        " choose All above."
    )
    list_display = (
        "name", "state", "rehearsal", "court_code", "change", "cases", "short_submitted",
        "pacer_number",
    )  # fmt: skip
    list_filter = (
        state_filter("state of the update", STATES),
        ("court__code", titled("court")),
        ("kind", titled("kind of update")),
        ("cases", titled("cases")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    search_fields = (
        "pacer_account__account_number", "pacer_account__last_name", "pacer_account__username",
        "cmecf_account__login", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "PACER account number, username, last name, CM/ECF login, or rehearsal code."
    fields = (
        "rehearsal", "court", "name", "pacer_number", "record", "kind", "cases",
        "reason_for_update", "submitted", "state", "decided", "remark",
    )  # fmt: skip
    readonly_fields = fields

    @admin.display(description="name at PACER", ordering="pacer_account__last_name")
    def name(self, row: MaintenanceRequest) -> str:
        return row.pacer_account.full_name

    @admin.display(description="CM/ECF account")
    def record(self, row: MaintenanceRequest) -> str:
        return str(row.cmecf_account)

    @admin.display(description="before → after")
    def change(self, row: MaintenanceRequest) -> str:
        return "; ".join(f"{label}: {before} → {after}" for label, before, after in comparison(row))

    def about(self, row: MaintenanceRequest) -> dict[str, Any]:
        current = rules.columns(row.cmecf_account, row.after)
        return {
            "update": row,
            "buttons": [("accept", "Accept"), ("reject", "Reject")],
            "rows": [
                (
                    LABELS[name],
                    value_text(name, row.before.get(name, "")),
                    value_text(name, after),
                    value_text(name, current[name]),
                )
                for name, after in row.after.items()
            ],
            "has_changed": row.is_open and current != row.before,
            "record_url": reverse("admin:cmecf_cmecfaccount_change", args=[row.cmecf_account_id]),
        }

    def decisions(self) -> Decisions:
        return {
            "accept": (services.accept_update, "Accepted, and changed the court's record"),
            "reject": (services.reject_update, "Rejected"),
        }
