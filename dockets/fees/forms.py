from django import forms

from pacer_accounts.billing.usage_forms import PeriodForm


class HistoryForm(PeriodForm):
    """The period and order of a billing history at one court."""

    order = forms.ChoiceField(
        label="Sort by", choices=[("date", "Date"), ("client", "Client code, then date")]
    )
