from typing import Any

from django import forms

WRONG = (
    "That code is not right. Enter the six digits that your app shows now. Each passcode works once, so"
    " wait for the next one after you use it."
)
LOCKED = (
    "There were six wrong codes in a row. Wait fifteen minutes, then try again. If you lost your phone"
    " and your recovery codes, ask the person who runs this server."
)


class CodeInput(forms.TextInput):
    """The page never repeats the code."""

    def format_value(self, value: Any) -> None:
        return None


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Passcode",
        max_length=40,
        widget=CodeInput(
            {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
        help_text="Six digits from your app, or a recovery code.",
        error_messages={
            "required": "Enter the passcode.",
            "max_length": "This is too long to be a passcode.",
        },
    )
