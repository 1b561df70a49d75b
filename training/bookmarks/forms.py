from django import forms


class BookmarkForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=80,
        help_text="For example: Before I link. At most 80 characters.",
        error_messages={
            "required": "Enter a name for this point.",
            "max_length": "The name can have at most 80 characters.",
        },
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not name.isprintable():
            raise forms.ValidationError(
                "The name has a character that can't be shown. Type it again instead of pasting it."
            )
        return name
