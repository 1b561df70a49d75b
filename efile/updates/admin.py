from typing import Any

from django.contrib import admin
from django.urls import reverse

from efile.models import MaintenanceRequest
from efile.queue import services
from efile.queue.admin import CourtQueueAdmin, Decisions
from efile.updates import rules
from efile.updates.labels import LABELS, comparison, value_text
from rehearsals.staff.admin_base import titled


@admin.register(MaintenanceRequest)
class MaintenanceRequestAdmin(CourtQueueAdmin[MaintenanceRequest]):
    """Updates of filer data: the values before, the requested values, and the current values."""

    change_form_template = "admin/efile/maintenance.html"
    list_display = (
        "name", "court", "kind", "status", "change", "cases", "submitted", "pacer_number",
        "rehearsal",
    )  # fmt: skip
    list_filter = (
        ("court__code", titled("court")), "status", "kind", "cases",
        ("rehearsal__kind", titled("kind of rehearsal")),
    )  # fmt: skip
    search_fields = (
        "pacer_account__account_number", "pacer_account__last_name", "pacer_account__username",
        "cmecf_account__login", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "PACER account number, username, last name, CM/ECF login, or rehearsal code."
    fields = (
        "rehearsal", "court", "name", "pacer_number", "record", "kind", "cases",
        "reason_for_update", "submitted", "status", "decided", "remark",
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
            "accept": (services.accept_update, "Accepted. The court's record was changed"),
            "reject": (services.reject_update, "Rejected"),
        }
