from django import forms

from pacer_accounts.wizards.forms import UnechoedInput


class CodeForm(forms.Form):
    """The activation code from the letter. The page never shows it again."""

    code = forms.CharField(
        label="Activation code",
        max_length=100,
        widget=UnechoedInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": "Enter the activation code from your letter."},
    )
