from django import forms

from rehearsals.models import Rehearsal
from rehearsals.web import mount


class CodeForm(forms.Form):
    """Opens a rehearsal by its code, or by the address of any of its pages."""

    code = forms.CharField(
        label="Rehearsal code",
        help_text="The code follows /r/ in the address of each page."
        " You can also paste the whole address.",
        max_length=2000,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "data-nostar": True}),
        error_messages={"max_length": "This is too long for a rehearsal code or address."},
    )

    def clean_code(self) -> Rehearsal:
        rehearsal = mount.find(mount.code_in(self.cleaned_data["code"]))
        if rehearsal is None:
            raise forms.ValidationError(
                "No rehearsal has this code. Compare it with your handout or with the link you saved."
                " The code is case-sensitive."
            )
        return rehearsal
