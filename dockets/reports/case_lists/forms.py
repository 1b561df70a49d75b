from datetime import timedelta

from django import forms

from dockets.cases.numbers import OFFICES
from dockets.query.natures import NATURES_OF_SUIT
from dockets.reports.listing import PeriodForm

FILED, CLOSED = "filed", "closed"


class CasesForm(PeriodForm):
    """Cases filed or closed in a period."""

    offers = timedelta(days=90)  # a week often has no new case, and an empty report costs a page

    which = forms.ChoiceField(
        label="Cases",
        choices=[(FILED, "Filed in this period"), (CLOSED, "Closed in this period")],
        initial=FILED,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose filed or closed cases."},
    )


class DistrictCasesForm(CasesForm):
    office = forms.ChoiceField(
        label="Office",
        required=False,
        choices=[("", "All offices"), *OFFICES],
    )


class CivilCasesForm(DistrictCasesForm):
    nature_of_suit = forms.ChoiceField(
        label="Nature of suit",
        required=False,
        choices=[
            ("", "All"),
            *((code, f"{code} {name}") for code, name in NATURES_OF_SUIT.items()),
        ],
    )
