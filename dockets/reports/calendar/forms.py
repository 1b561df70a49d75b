from datetime import timedelta

from django import forms

from dockets.reports.listing import PeriodForm

HEARINGS, DEADLINES = "hearings", "deadlines"


class CalendarForm(PeriodForm):
    """Hearings and deadlines of a period."""

    offers = timedelta(days=30)
    looks_ahead = True

    which = forms.ChoiceField(
        label="Events",
        required=False,
        choices=[("", "All"), (HEARINGS, "Hearings"), (DEADLINES, "Deadlines")],
    )
