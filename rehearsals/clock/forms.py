from datetime import datetime
from typing import Any

from django import forms

from rehearsals.clock.rules import InstantFault, read_instant
from rehearsals.models import ClockManner
from rehearsals.packs.pack import Pack


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
