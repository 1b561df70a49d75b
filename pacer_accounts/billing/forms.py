"""Forms of the Payments tab. They never keep or show more than four digits of a card number."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from pacer_accounts.billing.cards import (
    Card,
    brand_of,
    digits,
    is_card_expired,
    is_declined,
    is_practice_number,
)
from pacer_accounts.models import StoredCard
from pacer_accounts.registration.forms import NEVER_A_REAL_CARD, YEARS_AHEAD
from pacer_accounts.wizards.forms import UnechoedInput, options, text_field

_DOLLARS = re.compile(r"-?[0-9]*\.?[0-9]*", re.ASCII)
EXPIRED = "This card has expired as of the court's date. Enter a later date."
NEW_CARD = ("card_number", "name_on_card", "expiry_month", "expiry_year")
PURPOSES = {
    "pays_pacer_fees": "Autobill PACER fees",
    "pays_filing_fees": "E-filing fees",
    "pays_admission_fees": "Admissions fees",
}


class ExpiryForm(forms.Form):
    """The name on a card and its expiration date. `today`: the court's day."""

    name_on_card = text_field("Name on Card", 100, "off")
    expiry_month = forms.ChoiceField(
        label="Expiration Month",
        choices=options("Select Month", (f"{month:02}" for month in range(1, 13))),
        error_messages={"required": "Choose Expiration Month."},
    )
    expiry_year = forms.ChoiceField(
        label="Expiration Year", error_messages={"required": "Choose Expiration Year."}
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        years = (str(today.year + ahead) for ahead in range(YEARS_AHEAD))
        field = cast(forms.ChoiceField, self.fields["expiry_year"])
        field.choices = options("Select Year", years)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        month, year = cleaned.get("expiry_month"), cleaned.get("expiry_year")
        if month and year and is_card_expired(year=int(year), month=int(month), today=self.today):
            self.add_error("expiry_month", EXPIRED)
        return cleaned

    def expiry(self) -> dict[str, Any]:
        """The name and expiration date, by StoredCard's columns."""
        cleaned = self.cleaned_data
        return {
            "holder_name": cleaned["name_on_card"],
            "expires_year": int(cleaned["expiry_year"]),
            "expires_month": int(cleaned["expiry_month"]),
        }


class CardForm(ExpiryForm):
    """A practice card. `card()`: what is kept of it, when the form is valid."""

    card_number = forms.CharField(
        label="Card Number",
        max_length=1000,
        widget=UnechoedInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": "Enter Card Number.", "max_length": NEVER_A_REAL_CARD},
    )
    field_order: tuple[str, ...] = ("card_number",)

    def clean_card_number(self) -> str:
        number = self.cleaned_data["card_number"]
        if not is_practice_number(number):
            raise ValidationError(NEVER_A_REAL_CARD)
        return number

    def card(self) -> Card:
        number = self.cleaned_data["card_number"]
        return Card(
            brand=brand_of(number),
            last_four=digits(number)[-4:],
            is_declined=is_declined(number),
            **self.expiry(),
        )


class Purposes(forms.Form):
    """What a stored card may be charged for, by StoredCard's columns."""

    pays_pacer_fees = forms.BooleanField(
        label=PURPOSES["pays_pacer_fees"], required=False, initial=True
    )
    pays_filing_fees = forms.BooleanField(label=PURPOSES["pays_filing_fees"], required=False)
    pays_admission_fees = forms.BooleanField(label=PURPOSES["pays_admission_fees"], required=False)

    def bills(self) -> dict[str, bool]:
        return {name: self.cleaned_data[name] for name in PURPOSES}


class StoredCardForm(CardForm, Purposes):
    field_order = ("card_number", "name_on_card", "expiry_month", "expiry_year", *PURPOSES)


class ChangeCardForm(ExpiryForm, Purposes):
    """Everything about a stored card except its number."""

    field_order = ("name_on_card", "expiry_month", "expiry_year", *PURPOSES)

    @staticmethod
    def initial_of(card: StoredCard) -> dict[str, Any]:
        initial = {
            "name_on_card": card.holder_name,
            "expiry_month": f"{card.expires_month:02}",
            "expiry_year": str(card.expires_year),
        }
        return initial | {name: getattr(card, name) for name in PURPOSES}


class DollarsField(forms.DecimalField):
    """Dollars and cents. Refuses "1e1" and "1_0", which Python would read as ten."""

    def clean(self, value: Any) -> Any:
        if value and not _DOLLARS.fullmatch(str(value).strip()):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().clean(value)


class PayWithForm(CardForm):
    """A stored card of `cards`, or a new practice card."""

    NEW = "new"

    pay_with = forms.ChoiceField(
        label="Pay with", error_messages={"required": "Choose a stored card, or enter a new one."}
    )
    field_order: tuple[str, ...] = ("pay_with", "card_number")

    def __init__(self, *args: Any, cards: list[StoredCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = {str(card.pk): card for card in cards}
        stored = [(pk, str(card)) for pk, card in self.cards.items()]
        field = cast(forms.ChoiceField, self.fields["pay_with"])
        field.choices = [*stored, (self.NEW, "A new card, entered below")]
        field.initial = (stored or [(self.NEW, "")])[0][0]
        if self.cards and self.data.get(self.add_prefix("pay_with")) != self.NEW:
            for name in NEW_CARD:
                self.fields[name].required = False
            field.help_text = "If you use a stored card, leave the fields below empty."

    def clean_card_number(self) -> str:
        return super().clean_card_number() if self.cleaned_data["card_number"] else ""

    def card(self) -> Card:
        stored = self.cards.get(self.cleaned_data.get("pay_with", self.NEW))
        return card_of(stored) if stored else super().card()


class PaymentForm(PayWithForm):
    """An amount, and a stored card or a new practice card."""

    amount = DollarsField(
        label="Payment Amount",
        max_digits=9,
        decimal_places=2,
        min_value=Decimal("0.01"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": "Enter Payment Amount.",
            "invalid": "Enter Payment Amount in dollars and cents, such as 12.30.",
            "min_value": "Pay at least $0.01.",
            "max_decimal_places": "Enter Payment Amount in dollars and cents, such as 12.30.",
        },
    )
    field_order = ("amount", "pay_with", "card_number")

    def __init__(self, *args: Any, balance: Decimal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.balance = balance

    def clean_amount(self) -> Decimal:
        amount = self.cleaned_data["amount"]
        if amount > self.balance:
            raise ValidationError(f"Enter no more than the account balance, ${self.balance:.2f}.")
        return amount


def card_of(stored: StoredCard) -> Card:
    return Card(
        brand=stored.brand,
        last_four=stored.last_four,
        holder_name=stored.holder_name,
        expires_year=stored.expires_year,
        expires_month=stored.expires_month,
    )
