from datetime import datetime
from typing import Any

from django import forms

from rehearsals.clock.rules import InstantFault, read_instant
from rehearsals.models import ClockManner, Rehearsal
from rehearsals.packs.pack import get_pack

# Court seconds in each second of real time.
SPEEDS = {
    1: "in real time",
    60: "a minute in each second",
    600: "ten minutes in each second",
    3600: "an hour in each second",
}


class ClockForm(forms.Form):
    """Where the court clock goes: a moment of the pack, any instant, or (both empty) where it is."""

    at = forms.CharField(
        label="Court time",
        help_text="Year-month-day hour:minute:second in the court's own time zone,"
        " for example 2020-04-20 07:59:50.",
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    manner = forms.ChoiceField(
        label="After that",
        choices=[
            (ClockManner.HELD, "Hold the clock there"),
            (ClockManner.RUNNING, "Let it run from there"),
            (ClockManner.WALL, "Follow today's date and time instead"),
        ],
        widget=forms.RadioSelect({"data-nostar": True}),
        error_messages={
            "required": "Choose whether the clock is held or runs.",
            "invalid_choice": "Choose whether the clock is held or runs.",
        },
    )
    speed = forms.TypedChoiceField(
        label="Speed, if it runs",
        choices=list(SPEEDS.items()),
        coerce=int,
        empty_value=1,
        required=False,
        error_messages={"invalid_choice": "Choose one of the speeds listed."},
    )
    moment = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "Choose one of the moments listed."},
    )

    def __init__(self, *args: Any, rehearsal: Rehearsal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moments = {moment.key: moment.at for moment in get_pack(rehearsal.pack).moments}
        self.fields["moment"].choices = [(key, key) for key in self.moments]
        self.time_zone = rehearsal.time_zone

    def clean_at(self) -> datetime | None:
        typed = self.cleaned_data["at"]
        instant = read_instant(typed, self.time_zone) if typed else None
        if isinstance(instant, InstantFault):
            raise forms.ValidationError(instant.value)
        return instant

    def move(self) -> dict[str, Any]:
        """Arguments for move_clock. Without a time the clock is held, or runs, where it is."""
        chosen = self.cleaned_data
        return {
            "manner": chosen["manner"],
            "court_at": self.moments.get(chosen["moment"], chosen["at"]),
            "speed": chosen["speed"] if chosen["manner"] == ClockManner.RUNNING else 1,
        }
