from datetime import timedelta
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from rehearsals.clock import clock
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot
from rehearsals.staff.services import ATTEMPTS

LOCKOUT = login_attempts.LockoutRule(free=5, lock=timedelta(minutes=15))

SIGN_IN_FAILED = (
    "That is not a court staff username and password, or there were too many attempts."
    " After six wrong passwords, wait fifteen minutes."
)


class StaffSignInForm(AdminAuthenticationForm):
    """Django's sign-in form, but it counts the attempt before it checks the password."""

    error_messages = {**AdminAuthenticationForm.error_messages, "invalid_login": SIGN_IN_FAILED}

    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if username is None or not password:
            return self.cleaned_data
        with hash_slot():
            if not login_attempts.register_attempt(
                None, ATTEMPTS, username, rule=LOCKOUT, at=clock.wall_now()
            ):
                raise ValidationError(SIGN_IN_FAILED, code="invalid_login")
            cleaned = super().clean()
            login_attempts.clear_attempts(None, ATTEMPTS, username)
        return cleaned
