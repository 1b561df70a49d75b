import re

from django import forms

from rehearsals.models import Rehearsal
from rehearsals.web import mount

_IN_ADDRESS = re.compile(r"/r/([-\w]{1,64})", re.ASCII)


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
