from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms

from pacer_accounts.billing.cards import PRACTICE_CARDS
from pacer_accounts.billing.forms import NEW_CARD, PayWithForm
from pacer_accounts.billing.usage_forms import PeriodForm
from pacer_accounts.models import StoredCard

PAY, IN_FORMA_PAUPERIS = "pay", "ifp"


class HistoryForm(PeriodForm):
    """The period and order of a billing history at one court."""

    order = forms.ChoiceField(
        label="Sort by", choices=[("date", "Date"), ("client", "Client code, then date")]
    )


class FilingFeeForm(PayWithForm):
    """The filing fee, for the fee step of a filing: pay now with a practice card, or no fee (IFP).

    `amount`: the fee. `cards`: dockets.fees.queries.filing_cards. `today`: the court's day. A card that
    would be declined is refused here, before the filing is committed. In a template, {{ form }} shows
    it with the practice cards.
    """

    template_name = "dockets/filing_fee.html"
    practice_cards = PRACTICE_CARDS

    fee_status = forms.ChoiceField(
        label="Fee", widget=forms.RadioSelect, error_messages={"required": "Choose an answer: Fee."}
    )
    field_order = ("fee_status", "pay_with", "card_number")

    def __init__(
        self, *args: Any, amount: Decimal, cards: list[StoredCard], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, cards=cards, today=today, **kwargs)
        field = cast(forms.ChoiceField, self.fields["fee_status"])
        field.choices = [
            (PAY, f"Pay ${amount:.2f} now"),
            (IN_FORMA_PAUPERIS, "No fee: motion to proceed in forma pauperis (IFP)"),
        ]
        field.initial = PAY
        if self.data.get(self.add_prefix("fee_status")) == IN_FORMA_PAUPERIS:
            for name in ("pay_with", *NEW_CARD):
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        if self.data.get(self.add_prefix("fee_status")) == IN_FORMA_PAUPERIS:
            return self.cleaned_data
        cleaned = super().clean()
        if not self.errors and (reason := self.card().why_not(self.today)):
            self.add_error("pay_with", f"{reason.sentence} {reason.todo}")
        return cleaned

    @property
    def in_forma_pauperis(self) -> bool:
        """Whether no fee is due. Then there is no card."""
        return bool(self.cleaned_data["fee_status"] == IN_FORMA_PAUPERIS)
