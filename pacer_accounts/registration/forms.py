"""Pages 2 to 4 of registration (labels: seed, Step 1)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pacer_accounts.billing.cards import Card, brand_of, digits, is_card_expired, is_test_card
from pacer_accounts.credentials.forms import SecurityForm
from pacer_accounts.profile.forms import choice_field
from pacer_accounts.wizards.forms import PageForm, UnechoedInput, options, text_field


class ChosenSecurityForm(SecurityForm):
    """Page 2. When the user comes back to it, empty fields keep the choices made before.

    `chosen`: what the draft kept of this page, including hashes; {} the first time.
    """

    def __init__(self, *args: Any, chosen: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = chosen
        if self.stays_as_it_is or (chosen and not self.is_bound):
            for name in self.secrets:
                self.fields[name].required = False

    @property
    def stays_as_it_is(self) -> bool:
        """Whether the user changed nothing and typed no new secret."""
        same = ("username", "question_1", "question_2")
        return bool(self.chosen) and self.is_bound and not any(
            self.data.get(name) for name in self.secrets
        ) and all(self.data.get(name) == self.chosen[name] for name in same)  # fmt: skip

    def clean_password(self) -> str:
        return "" if self.stays_as_it_is else super().clean_password()

    def keep(self) -> dict[str, Any]:
        return dict(self.chosen) if self.stays_as_it_is else super().keep()


YEARS_AHEAD = 12
NEVER_A_REAL_CARD = (
    "That is not a practice card number. We did not keep it. Never enter a real card here."
)


class PaymentForm(PageForm):
    """Optional. It keeps a card's brand, last four digits, name and month, never its number.

    `today`: the court's day. `card`: the card kept in this draft, by the columns of StoredCard.
    """

    secrets = frozenset({"card_number", "expiry_month", "expiry_year", "name_on_card"})

    card_number = forms.CharField(
        label="Card Number",
        required=False,
        max_length=1000,  # a bound on the input; card numbers are shorter
        widget=UnechoedInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"max_length": NEVER_A_REAL_CARD},
    )
    expiry_month = choice_field(
        "Expiration Month",
        options("Select Month", (f"{month:02}" for month in range(1, 13))),
        required=False,
    )
    expiry_year = choice_field("Expiration Year", required=False)
    name_on_card = text_field("Name on Card", 100, "off", required=False)

    def __init__(self, *args: Any, today: date, card: dict[str, Any] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.card = today, card
        years = (str(today.year + ahead) for ahead in range(YEARS_AHEAD))
        self.set_choices("expiry_year", options("Select Year", years))

    def clean_card_number(self) -> str:
        number = self.cleaned_data["card_number"]
        if number and not is_test_card(number):
            raise ValidationError(NEVER_A_REAL_CARD)
        return number

    def clean(self) -> dict[str, Any]:
        """All fields or none. A refused number is the only error shown."""
        super().clean()
        values = self.cleaned_data
        is_filled_in = any(self.data.get(name) for name in self.secrets)
        if is_filled_in and "card_number" not in self.errors:
            for name in self.fields:
                if not values.get(name) and name not in self.errors:
                    self.add_error(
                        name,
                        f"Enter {self[name].label}, or clear the page to continue without a card.",
                    )
            self._check_expiry(values)
        return values

    def _check_expiry(self, values: Mapping[str, str]) -> None:
        month, year = values.get("expiry_month"), values.get("expiry_year")
        if month and year and is_card_expired(year=int(year), month=int(month), today=self.today):
            self.add_error(
                "expiry_month", "This card has expired as of the court's date. Enter a later date."
            )

    def keep(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if not typed["card_number"]:
            return {"card": self.card}
        card = Card(
            brand=brand_of(typed["card_number"]),
            last_four=digits(typed["card_number"])[-4:],
            holder_name=typed["name_on_card"],
            expires_year=int(typed["expiry_year"]),
            expires_month=int(typed["expiry_month"]),
        )
        return {"card": card.columns()}


class AcknowledgmentForm(PageForm):
    """Both statements must be accepted. The wording is ours: no public source has the real one."""

    accepts_policies = forms.BooleanField(
        label="I have read the PACER policies. I know that searches cost money and that I am responsible"
        " for all charges to my account. I will keep my password private.",
        error_messages={"required": "Check the first statement to register."},
    )
    knows_what_follows = forms.BooleanField(
        label="I understand that this account alone doesn't allow me to file. If I already e-file, I"
        " must link this account in each court. If I am new, I must ask the court for permission.",
        error_messages={"required": "Check the second statement to register."},
    )


class FirmAcknowledgmentForm(AcknowledgmentForm):
    """The second statement for an office."""

    knows_what_follows = forms.BooleanField(
        label="I understand that a billing account only pays bills. It can't search, file or be"
        " linked, and it pays for an account only after the account holder accepts.",
        error_messages={"required": "Check the second statement to register."},
    )
