from datetime import datetime
from typing import Any, cast

from django import forms

from rehearsals.clock.rules import InstantFault, read_instant
from rehearsals.models import ClockManner, Rehearsal
from rehearsals.packs.pack import get_pack

# Court seconds in each second of real time.
SPEEDS = {
    1: "in real time",
    60: "at one minute per second",
    600: "at ten minutes per second",
    3600: "at one hour per second",
}


class ClockForm(forms.Form):
    """Sets the court clock to a moment of the pack or to any time. If both are empty, the time stays."""

    at = forms.CharField(
        label="Court time",
        help_text="Year-month-day hour:minute:second in the court's time zone,"
        " for example 2020-04-20 07:59:50. Leave it empty to keep the current court time.",
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    manner = forms.ChoiceField(
        label="What the clock does next",
        choices=[
            (ClockManner.HELD, "Stop the clock at that time"),
            (ClockManner.RUNNING, "Run the clock from that time"),
            (ClockManner.WALL, "Follow today's date and time instead"),
        ],
        widget=forms.RadioSelect({"data-nostar": True}),
        error_messages={
            "required": "Choose whether to stop or run the clock.",
            "invalid_choice": "Choose whether to stop or run the clock.",
        },
    )
    speed = forms.TypedChoiceField(
        label="Speed, if the clock runs",
        choices=list(SPEEDS.items()),
        coerce=int,
        empty_value=None,
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
        cast(forms.ChoiceField, self.fields["moment"]).choices = [
            (key, key) for key in self.moments
        ]
        self.time_zone = rehearsal.time_zone

    def clean_at(self) -> datetime | None:
        text = self.cleaned_data["at"]
        instant = read_instant(text, self.time_zone) if text else None
        if isinstance(instant, InstantFault):
            raise forms.ValidationError(instant.value)
        return instant

    def move(self) -> dict[str, Any]:
        """Arguments for move_clock. Without a time the clock is held, or runs, at its current time."""
        data = self.cleaned_data
        return {
            "manner": data["manner"],
            "court_at": self.moments.get(data["moment"], data["at"]),
            "speed": (data["manner"] == ClockManner.RUNNING and data["speed"]) or 1,
        }
