from django import forms


class MailingInfoForm(forms.Form):
    case_num = forms.CharField(
        label="Case Number",
        help_text="For example, 1:20-cv-90001.",
        max_length=40,
        error_messages={
            "required": "Enter a case number.",
            "max_length": "A case number has at most 40 characters.",
            "null_characters_not_allowed": "Enter a case number.",
        },
        widget=forms.TextInput({"autocomplete": "off"}),
    )
