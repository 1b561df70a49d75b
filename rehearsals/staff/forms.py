import logging
from typing import Any, cast

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from rehearsals.security.hashers import hash_slot
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import STAFF_SIGN_IN
from rehearsals.web.http import SiteRequest

log = logging.getLogger(__name__)

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
            try:
                cleaned = super().clean()
            except ValidationError:
                log.warning("staff password refused: %s", _known(username))
                raise
            this_attempt.succeeded()
        log.info("staff password accepted: %s", _known(username))
        return cleaned


def _known(username: str) -> str:
    """The staff user's name for the log. A name that doesn't exist may be a mistyped password."""
    names = User.objects.filter(username=username, is_staff=True)
    return names.values_list("username", flat=True).first() or "unknown name"
