from datetime import datetime

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from pacer_accounts.models import PaaMembership
from rehearsals.activity.queries import lines_about
from rehearsals.models import Activity
from rehearsals.staff.admin_base import (
    CourtTimeChangeList,
    ReadOnly,
    court_time_text,
    short_time,
    titled,
)
from rehearsals.staff.filters import GroupFilter


class StateFilter(GroupFilter):
    title = "state of the membership"
    groups = {
        "in_force": ("In force", Q(accepted_at__isnull=False, ended_at=None)),
        "waiting": ("Waiting for the holder", Q(accepted_at=None, ended_at=None)),
        "ended": ("Ended", Q(accepted_at__isnull=False, ended_at__isnull=False)),
        "declined": ("Declined or withdrawn", Q(accepted_at=None, ended_at__isnull=False)),
    }


@admin.register(PaaMembership)
class PaaMembershipAdmin(ReadOnly):
    """Who pays for whom, so that staff can answer callers. Only the PAA and the holder change it."""

    list_order = 60
    empty_list = (
        "No group billing yet. A line appears here when a PACER Administrative Account (PAA) invites an"
        " account, so that a firm pays its fees. The holder accepts in Manage My Account. Staff only look."
    )
    list_display = ("holder", "state", "rehearsal", "payer", "asked", "accepted", "ended")
    list_filter = (StateFilter, ("rehearsal__kind", titled("kind of rehearsal")))
    list_select_related = ("account", "paa", "rehearsal__clock")
    search_fields = (
        "account__account_number", "account__last_name", "paa__account_number", "paa__firm",
        "rehearsal__code",
    )  # fmt: skip
    search_help_text = "Either account number, last name, firm, or a rehearsal's code."
    ordering = ("-asked_at", "-pk")
    fields = (
        "rehearsal", "paa", "account", "state", "remark", "asked_at_court", "accepted_at_court",
        "ended_at_court", "ended_by", "end_remark",
    )  # fmt: skip
    readonly_fields = ("state", "asked_at_court", "accepted_at_court", "ended_at_court")

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[CourtTimeChangeList]:
        return CourtTimeChangeList

    def history_lines(self, row: PaaMembership) -> QuerySet[Activity]:
        """Group billing of the account."""
        return lines_about(row.rehearsal, row.account.log_name).filter(what__startswith="paa.")

    @admin.display(description="account", ordering="account__last_name")
    def holder(self, row: PaaMembership) -> str:
        return f"{row.account.full_name} ({row.account.account_number})"

    @admin.display(description="paid by", ordering="paa__firm")
    def payer(self, row: PaaMembership) -> str:
        return f"{row.paa.mailing_name} ({row.paa.account_number})"

    @admin.display(description="state")
    def state(self, row: PaaMembership) -> str:
        if row.ended_at:
            return "Ended" if row.accepted_at else "Declined or withdrawn"
        return "In force" if row.accepted_at else "Waiting for the holder"

    @admin.display(description="asked", ordering="asked_at")
    def asked(self, row: PaaMembership) -> str:
        return short_time(row.rehearsal, row.asked_at)

    @admin.display(description="accepted", ordering="accepted_at")
    def accepted(self, row: PaaMembership) -> str:
        return short_time(row.rehearsal, row.accepted_at)

    @admin.display(description="ended", ordering="ended_at")
    def ended(self, row: PaaMembership) -> str:
        return short_time(row.rehearsal, row.ended_at)

    @admin.display(description="asked (court time)")
    def asked_at_court(self, row: PaaMembership) -> str:
        return _full(row, row.asked_at)

    @admin.display(description="accepted (court time)")
    def accepted_at_court(self, row: PaaMembership) -> str:
        return _full(row, row.accepted_at)

    @admin.display(description="ended (court time)")
    def ended_at_court(self, row: PaaMembership) -> str:
        return _full(row, row.ended_at)


def _full(row: PaaMembership, at: datetime | None) -> str:
    return court_time_text(row.rehearsal, at) if at else ""
