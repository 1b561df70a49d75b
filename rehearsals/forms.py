"""How every form of the house is drawn, and the forms of the lobby and of the clock."""

import re
from datetime import datetime
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

from rehearsals import mount
from rehearsals.models import ClockManner, Rehearsal
from rehearsals.packs import Pack
from rehearsals.rules import InstantFault, read_instant

_IN_ADDRESS = re.compile(r"/r/([-\w]{1,64})", re.ASCII)


class HouseRenderer(TemplatesSetting):
    field_template_name = "django/forms/field.html"


class CodeForm(forms.Form):
    """Back to a rehearsal by its code, or by any address of it that was copied whole."""

    code = forms.CharField(
        label="Rehearsal code",
        help_text="It stands in the address of each of its pages, after /r/."
        " You may paste the whole address.",
        max_length=2000,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "data-nostar": True}),
        error_messages={"max_length": "That is too long for a code or an address."},
    )

    def clean_code(self) -> Rehearsal:
        typed = self.cleaned_data["code"]
        in_address = _IN_ADDRESS.search(typed)
        found = mount.find(in_address[1] if in_address else typed)
        if found is None:
            raise forms.ValidationError(
                "No rehearsal has this code. Capital and small letters are different: compare it"
                " with your handout or with the address you kept."
            )
        return found


class ClockForm(forms.Form):
    """Where the court clock goes: a moment of the pack, any instant, or (both empty) nowhere."""

    at = forms.CharField(
        label="Court time",
        help_text="Year-month-day hour:minute:second in the court's own zone,"
        " for example 2020-04-20 07:59:50.",
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    manner = forms.ChoiceField(
        label="And then",
        choices=[
            (ClockManner.HELD, "hold the clock there"),
            (ClockManner.RUNNING, "let it run on from there"),
            (ClockManner.WALL, "no: follow today's date and time instead"),
        ],
        widget=forms.RadioSelect({"data-nostar": True}),
        error_messages={
            "required": "Choose whether the clock is held or runs on.",
            "invalid_choice": "Choose whether the clock is held or runs on.",
        },
    )
    speed = forms.TypedChoiceField(
        label="If it runs, how fast",
        choices=[
            (1, "as in life"),
            (60, "a minute in each second"),
            (600, "ten minutes in each second"),
            (3600, "an hour in each second"),
        ],
        coerce=int,
        empty_value=1,
        required=False,
        error_messages={"invalid_choice": "Choose one of the speeds."},
    )
    moment = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "Choose one of the moments listed."},
    )

    def __init__(self, *args: Any, pack: Pack, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moments = {moment.key: moment.at for moment in pack.moments}
        self.fields["moment"].choices = [(key, key) for key in self.moments]
        self.time_zone = pack.home.time_zone

    def clean_at(self) -> datetime | None:
        typed = self.cleaned_data["at"]
        instant = read_instant(typed, self.time_zone) if typed else None
        if isinstance(instant, InstantFault):
            raise forms.ValidationError(instant.value)
        return instant

    def turn(self) -> dict[str, Any]:
        """What the clock is told. Without a time it is held, or runs on, where it stands."""
        given = self.cleaned_data
        return {
            "manner": given["manner"],
            "court_at": self.moments.get(given["moment"], given["at"]),
            "speed": given["speed"] if given["manner"] == ClockManner.RUNNING else 1,
        }
