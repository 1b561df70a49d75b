from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q
from django.http import HttpRequest

from rehearsals.clock.court_time import wall_text
from rehearsals.models import Mail
from rehearsals.staff.admin_base import (
    CourtTimeChangeList,
    ReadOnly,
    court_time_text,
    short_time,
    titled,
)
from rehearsals.staff.filters import GroupFilter


class StateFilter(GroupFilter):
    title = "state of the mail"
    groups = {
        "undelivered": ("Not delivered", Q(is_delivered=False)),
        "unopened": ("Not opened", Q(is_delivered=True, opened_at=None)),
        "opened": ("Opened", Q(opened_at__isnull=False)),
    }


@admin.register(Mail)
class MailAdmin(ReadOnly):
    """Practice mail, without the text: a link in an e-mail works for anyone who reads it."""

    list_order = 70
    empty_list = (
        "No mail yet. It appears here when a court or PACER writes to someone in this rehearsal. Mail that"
        " wasn't delivered went to a wrong address: correct the e-mail on file, and send it again."
    )
    list_display = ("subject", "state", "rehearsal", "to", "short_court_time", "short_wall_time")
    list_filter = (
        StateFilter,
        ("medium", titled("e-mail or U.S. mail")),
        ("wall_at", titled("wall-clock date (UTC)")),
    )
    list_select_related = ("rehearsal__clock",)
    search_fields = ("to", "subject", "rehearsal__code", "rehearsal__title")
    search_help_text = "Recipient, subject, or a rehearsal's code or title."
    show_full_result_count = False
    fields = ("rehearsal", "to", "sender", "subject", "state", "court_time", "wall_time")
    readonly_fields = fields

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CourtTimeChangeList

    @admin.display(description="state", ordering="is_delivered")
    def state(self, mail: Mail) -> str:
        if not mail.is_delivered:
            return "Not delivered"
        return "Opened" if mail.opened_at else "Not opened"

    @admin.display(description="court time", ordering="court_at")
    def short_court_time(self, mail: Mail) -> str:
        return short_time(mail.rehearsal, mail.court_at)

    @admin.display(description="wall-clock time", ordering="wall_at")
    def short_wall_time(self, mail: Mail) -> str:
        return wall_text(mail.wall_at)

    @admin.display(description="court time")
    def court_time(self, mail: Mail) -> str:
        return court_time_text(mail.rehearsal, mail.court_at)

    @admin.display(description="wall-clock time")
    def wall_time(self, mail: Mail) -> str:
        return wall_text(mail.wall_at)
