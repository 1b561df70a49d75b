"""The questions of an event, and its fee."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from dockets.filing.catalog.event import Event, Prompt, PromptKind
from dockets.filing.forms import FilingForm, date_field
from dockets.filing.submission import FEE_CHOICES, PAY
from pacer_accounts.billing.forms import NEW_CARD, PayWithForm
from pacer_accounts.wizards.forms import options, text_field


class PromptForm(FilingForm):
    """The questions of an event."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        for prompt in event.prompts:
            self.fields[prompt.key] = _prompt_field(prompt)

    def keep(self) -> dict[str, Any]:
        """The answers as words of the docket text."""
        answers = {p.key: _answer(p, self.cleaned_data.get(p.key)) for p in self.event.prompts}
        return {"answers": answers}


def _prompt_field(prompt: Prompt) -> forms.Field:
    if prompt.kind is PromptKind.DATE:
        return date_field(prompt.label, required=prompt.is_required)
    if prompt.kind is PromptKind.CHOICE:
        return forms.ChoiceField(
            label=prompt.label,
            choices=options("Select", prompt.choices),
            required=prompt.is_required,
            error_messages={"required": f"Choose {prompt.label}."},
        )
    if prompt.kind is PromptKind.CHECKBOX:
        return forms.BooleanField(label=prompt.label, required=prompt.is_required)
    return text_field(prompt.label, 100, "off", required=prompt.is_required)


def _answer(prompt: Prompt, value: Any) -> str:
    if not value:
        return ""
    if prompt.kind is PromptKind.CHECKBOX:
        return prompt.words
    text = f"{value.month}/{value.day}/{value.year}" if isinstance(value, date) else str(value)
    return f"{prompt.words} {text}".strip()


class FeeForm(PayWithForm, FilingForm):
    """A test payment with a practice card, or with one of `cards` (dockets.fees.queries.filing_cards).

    The number of a new card is checked here and never kept. A card that would be declined is refused.
    """

    secrets = frozenset({"card_number"})
    fee = forms.ChoiceField(
        label="Filing fee", choices=FEE_CHOICES, widget=forms.RadioSelect, initial=PAY
    )
    field_order = ("fee", "pay_with", "card_number")

    def __init__(self, *args: Any, amount: Decimal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("fee", PAY)
        if not self.cards:
            del self.fields["pay_with"]
        if self.data.get("fee", PAY) != PAY:
            for name in ("pay_with", *NEW_CARD):
                if name in self.fields:
                    self.fields[name].required = False
        self.amount = amount

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_paid = cleaned.get("fee") == PAY and not self.errors
        if is_paid and (reason := self.card().why_not(self.today)):
            self.add_error("card_number", f"{reason.sentence} {reason.todo}")
        return cleaned

    def keep(self) -> dict[str, Any]:
        is_paid = self.cleaned_data["fee"] == PAY
        return {
            "fee": self.cleaned_data["fee"],
            "pay_with": self.cleaned_data.get("pay_with", ""),
            "card": asdict(self.card()) if is_paid else None,
        }
