from datetime import timedelta
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from rehearsals.clock import clock
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot
from rehearsals.staff.services import ATTEMPTS

LOCKOUT = login_attempts.LockoutRule(free=5, lock=timedelta(minutes=15))


NOT_LET_IN = (
    "This is no username and password of court staff, or there were too many tries."
    " After six wrong ones a name must wait fifteen minutes, whether or not anybody has it."
)


class StaffSignInForm(AdminAuthenticationForm):
    """Django's own, but a name's tries are counted before the password is checked."""

    error_messages = {**AdminAuthenticationForm.error_messages, "invalid_login": NOT_LET_IN}

    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if username is None or not password:
            return self.cleaned_data
        with hash_slot():
            if not login_attempts.register_attempt(
                None, ATTEMPTS, username, rule=LOCKOUT, at=clock.wall_now()
            ):
                raise ValidationError(NOT_LET_IN, code="invalid_login")
            cleaned = super().clean()
            login_attempts.clear_attempts(None, ATTEMPTS, username)
        return cleaned
