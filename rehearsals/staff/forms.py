from typing import Any, cast

from django.contrib.admin.forms import AdminAuthenticationForm

from rehearsals.security.hashers import hash_slot
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import STAFF_SIGN_IN
from rehearsals.web.http import SiteRequest

SIGN_IN_FAILED = (
    "That is not a court staff username and password. Enter both again. After six wrong passwords,"
    " you must wait fifteen minutes."
)


class StaffSignInForm(AdminAuthenticationForm):
    """Django's sign-in form, but it counts the attempt before it checks the password.

    Raises TooManyAttempts, whether the username exists or not.
    """

    error_messages = {**AdminAuthenticationForm.error_messages, "invalid_login": SIGN_IN_FAILED}

    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if username is None or not password:
            return self.cleaned_data
        request = cast(SiteRequest, self.request)
        with attempt(request, STAFF_SIGN_IN, name=username) as this_attempt, hash_slot():
            cleaned = super().clean()
            this_attempt.succeeded()
        return cleaned
