"""What a trainer chooses for several rehearsals at once. Each form takes `rehearsals`."""

from collections.abc import Sequence
from typing import Any

from django import forms

from rehearsals.clock.court_time import second_text
from rehearsals.clock.forms import ClockForm
from rehearsals.clock.rules import InstantFault, read_instant
from rehearsals.models import ClockControl, ClockManner, Era, LinkPolicy, Rehearsal
from rehearsals.options.labels import OPTIONS
from rehearsals.packs.pack import Moment, get_pack

NUMBER = "{number}"
TITLE_LENGTH = 100


class BulkForm(forms.Form):
    """No choice: only the confirmation."""

    def __init__(self, *args: Any, rehearsals: Sequence[Rehearsal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rehearsals = rehearsals

    @property
    def what(self) -> str:
        """What was chosen, for the message afterwards, if the message has to say it."""
        return ""


def _choices(name: str) -> list[tuple[str, str]]:
    return [(value, f"{short}. {effect}") for value, (short, effect) in OPTIONS[name].items()]


class EraForm(BulkForm):
    era = forms.ChoiceField(
        label="Era",
        choices=_choices("era"),
        initial=Era.Y2020,
        widget=forms.RadioSelect,
    )


class LinkPolicyForm(BulkForm):
    link_policy = forms.ChoiceField(
        label="Linking a shared PACER account",
        choices=_choices("link_policy"),
        initial=LinkPolicy.GUARD,
        widget=forms.RadioSelect,
    )


class ClockControlForm(BulkForm):
    clock_control = forms.ChoiceField(
        label="Who may move the clock, reset, and change the rules",
        choices=ClockControl.choices,
        initial=ClockControl.STAFF,
        widget=forms.RadioSelect,
    )


class TitleForm(BulkForm):
    pattern = forms.CharField(
        label="Title",
        max_length=TITLE_LENGTH,
        initial=f"Seat {NUMBER}",
        widget=forms.TextInput({"size": 40, "autocomplete": "off"}),
        help_text=f"{NUMBER} becomes a number for each rehearsal, in the order in which they were started.",
        error_messages={"required": "Enter a title."},
    )
    first = forms.IntegerField(
        label="First number", min_value=0, max_value=100_000, initial=1, required=False
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.errors:
            return self.cleaned_data
        titles = self.titles()
        if len(set(titles.values())) < len(titles):
            self.add_error(
                "pattern", f"Write {NUMBER} in the title, so that each one is different."
            )
        elif max(map(len, titles.values())) > TITLE_LENGTH:
            self.add_error("pattern", f"A title can have at most {TITLE_LENGTH} characters.")
        elif taken := self._taken(titles):
            self.add_error("pattern", f"Other rehearsals have these titles: {', '.join(taken)}.")
        return self.cleaned_data

    def titles(self) -> dict[int, str]:
        """The new title of each rehearsal, by its primary key."""
        first = self.cleaned_data.get("first")
        keys = sorted(rehearsal.pk for rehearsal in self.rehearsals)
        numbered = enumerate(keys, start=1 if first is None else first)
        return {
            key: self.cleaned_data["pattern"].replace(NUMBER, str(number))
            for number, key in numbered
        }

    def _taken(self, titles: dict[int, str]) -> list[str]:
        others = Rehearsal.objects.exclude(pk__in=titles).filter(title__in=titles.values())
        return [str(other) for other in others[:5]]


def _moments(rehearsal: Rehearsal) -> dict[str, Moment]:
    return {moment.key: moment for moment in get_pack(rehearsal.pack).moments}


class ClocksForm(ClockForm, BulkForm):
    """A moment, or any time in the zone of each court. With neither, each clock keeps its time."""

    field_order = ("moment", "at", "manner", "speed")

    def __init__(self, *args: Any, rehearsals: Sequence[Rehearsal], **kwargs: Any) -> None:
        super().__init__(*args, rehearsal=rehearsals[0], rehearsals=rehearsals, **kwargs)
        every = {key: moment for one in rehearsals for key, moment in _moments(one).items()}
        choices = [(key, self._label(moment)) for key, moment in every.items()]
        self.fields["moment"] = forms.ChoiceField(
            label="Moment",
            choices=[("", "None: the time below"), *choices],
            required=False,
            help_text="Or leave it, and type a time.",
            error_messages={"invalid_choice": "Choose one of the moments listed."},
        )
        self.fields["manner"].initial = ClockManner.RUNNING
        self.order_fields(self.field_order)

    def _label(self, moment: Moment) -> str:
        missing = ", ".join(map(str, self.without(moment.key)))
        label = f"{moment.label}: {second_text(moment.at, self.time_zone)}"
        return f"{label} (not in {missing})" if missing else label

    def without(self, key: str) -> list[Rehearsal]:
        """The rehearsals whose pack has no moment `key`."""
        return [one for one in self.rehearsals if key not in _moments(one)]

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("moment") and data.get("at"):
            self.add_error("at", "Choose a moment or type a time, not both.")
        return data

    def clean_at(self) -> Any:
        """Readable in every zone: a time may not exist, or may happen twice, in one of them."""
        text = self.cleaned_data["at"]
        zones = {rehearsal.time_zone for rehearsal in self.rehearsals} if text else ()
        for zone in zones:
            if isinstance(fault := read_instant(text, zone), InstantFault):
                raise forms.ValidationError(fault.value)
        return text

    @property
    def what(self) -> str:
        """The chosen time, for the message afterwards; empty if the clocks keep their time."""
        data = self.cleaned_data
        label: str = dict(self.fields["moment"].choices).get(data["moment"], "")  # type: ignore[attr-defined]
        return label if data["moment"] else data["at"]

    def move_for(self, rehearsal: Rehearsal) -> dict[str, Any] | None:
        """Arguments for move_clock; None if the rehearsal has no such moment."""
        data = self.cleaned_data
        court_at = read_instant(data["at"], rehearsal.time_zone) if data["at"] else None
        if key := data["moment"]:
            if key not in _moments(rehearsal):
                return None
            court_at = _moments(rehearsal)[key].at
        return self.move() | {"court_at": court_at}
