from django import forms

MAX_LOGIN, MAX_PASSWORD = 256, 128

TYPED_EXACTLY = {
    "autocapitalize": "none",
    "autocorrect": "off",
    "spellcheck": "false",
    "data-nostar": "",
}


class LinkForm(forms.Form):
    error_anchor = "id_login"  # the error summary's target, since its one error names no field

    login = forms.CharField(
        label="CM/ECF login:",
        max_length=MAX_LOGIN,
        error_messages={
            "required": "Enter your CM/ECF login.",
            "max_length": f"A CM/ECF login has at most {MAX_LOGIN} characters.",
        },
        widget=forms.TextInput(attrs={**TYPED_EXACTLY, "autocomplete": "username"}),
    )
    password = forms.CharField(
        label="CM/ECF password:",
        max_length=MAX_PASSWORD,
        strip=False,
        error_messages={
            "required": "Enter your CM/ECF password.",
            "max_length": f"A CM/ECF password has at most {MAX_PASSWORD} characters.",
        },
        # render_value stays off: a wrong password is not sent back to the page.
        widget=forms.PasswordInput(attrs={**TYPED_EXACTLY, "autocomplete": "current-password"}),
    )
