from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html

from rehearsals.models import Rehearsal
from rehearsals.options.labels import NAMES, OPTIONS

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Rehearsal]
else:
    ModelForm = forms.ModelForm


def _option_field(name: str) -> forms.TypedChoiceField:
    """Radio buttons, each with the sentence on what it changes."""
    label = (
        '{}<span class="usa-sr-only">:</span> <span class="usa-radio__label-description">{}</span>'
    )
    values = OPTIONS[name]
    by_text = {str(value): value for value in values}
    return forms.TypedChoiceField(
        label=NAMES[name],
        choices=[(value, format_html(label, *texts)) for value, texts in values.items()],
        coerce=lambda value: by_text[str(value)],
        widget=forms.RadioSelect({"data-nostar": True}),
    )


class RulesForm(ModelForm):
    """The rules of a rehearsal, on its Rules page and on the staff page. A service saves them."""

    class Meta:
        model = Rehearsal
        fields = tuple(OPTIONS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in OPTIONS.keys() & self.fields.keys():
            self.fields[name] = _option_field(name)
