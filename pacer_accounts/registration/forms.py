"""Pages 2 to 4 of registration, labels as in the seed (Step 1)."""

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
    """Page 2, also when one comes back to it: empty boxes then keep what was chosen.

    `chosen`: what the draft kept of this page before, hashes and all; {} the first time.
    """

    def __init__(self, *args: Any, chosen: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = chosen
        if self.stays_as_it_is or (chosen and not self.is_bound):
            for name in self.secrets:
                self.fields[name].required = False

    @property
    def stays_as_it_is(self) -> bool:
        """Whether nothing was changed and no secret was typed anew."""
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
    "This is not one of the practice numbers. Never type a real card here: the number was not kept."
)


class PaymentForm(PageForm):
    """Optional. Of a card its brand, last four digits, name and month are kept, never its number.

    `today`: the court's day. `card`: what was kept of one in this draft before, by StoredCard's columns.
    """

    secrets = frozenset({"card_number", "expiry_month", "expiry_year", "name_on_card"})

    card_number = forms.CharField(
        label="Card Number",
        required=False,
        max_length=1000,  # a longer text is no card; this only bounds what is looked at
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
        self.fields["expiry_year"].choices = options("Select Year", years)

    def clean_card_number(self) -> str:
        number = self.cleaned_data["card_number"]
        if number and not is_test_card(number):
            raise ValidationError(NEVER_A_REAL_CARD)
        return number

    def clean(self) -> dict[str, Any]:
        """All or nothing; but a number that was refused is the only thing to talk about."""
        held = super().clean()
        is_filled_in = any(self.data.get(name) for name in self.secrets)
        if is_filled_in and "card_number" not in self.errors:
            for name in self.fields:
                if not held.get(name) and name not in self.errors:
                    self.add_error(
                        name,
                        f"Enter {self[name].label}, or empty the page to go on without a card.",
                    )
            self._check_expiry(held)
        return held

    def _check_expiry(self, held: Mapping[str, str]) -> None:
        month, year = held.get("expiry_month"), held.get("expiry_year")
        if month and year and is_card_expired(year=int(year), month=int(month), today=self.today):
            self.add_error("expiry_month", "The card has expired on the court's calendar.")

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
    """Both statements must be accepted (our own wording; the real one is not known to us)."""

    accepts_policies = forms.BooleanField(
        label="I have read how PACER is used and paid for: searching costs fees, I answer for what"
        " my account is charged, and I keep its password to myself.",
        error_messages={"required": "Check the first statement to register."},
    )
    knows_what_follows = forms.BooleanField(
        label="I understand that registering gives no right to file: who e-files already must still"
        " link this account in each court, and who is new must ask the court.",
        error_messages={"required": "Check the second statement to register."},
    )


class FirmAcknowledgmentForm(AcknowledgmentForm):
    """The second statement of an office that pays."""

    knows_what_follows = forms.BooleanField(
        label="I understand that a billing account only pays: it cannot search, file or be linked,"
        " and it pays for an account only after its holder has accepted.",
        error_messages={"required": "Check the second statement to register."},
    )
