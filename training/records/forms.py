import unicodedata

from django import forms

MOST = 60


class NameForm(forms.Form):
    """The learner's name on a completion record."""

    name = forms.CharField(
        label="Your name on the record (optional)",
        help_text="We store this name with the record, so that the code can confirm it. Leave it"
        " empty if you don't want that.",
        max_length=MOST,
        required=False,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"max_length": f"Enter a name of at most {MOST} characters."},
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name):
            raise forms.ValidationError(
                "The name has a character that can't be printed. Type it again instead of pasting it."
            )
        return " ".join(name.split())


class CodeForm(forms.Form):
    """Looks a completion record up by its code."""

    code = forms.CharField(
        label="Code of the record",
        help_text="Twelve letters and digits. Spaces, dashes and small letters don't matter.",
        max_length=60,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "data-nostar": True}),
        error_messages={
            "required": "Enter the code that is printed on the record.",
            "max_length": "This is too long for a code. Enter twelve letters and digits.",
        },
    )
