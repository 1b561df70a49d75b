from typing import Any

from rehearsals.staff.accounts.command import StaffUserCommand
from rehearsals.staff.accounts.services import end_sessions, staff_user
from rehearsals.staff.second_factor.services import remove


class Command(StaffUserCommand):
    help = "Remove the second factor of a staff user who lost the phone and the recovery codes."

    def act(self, *, username: str, **options: Any) -> str:
        user = staff_user(username)
        if not remove(user):
            return f"{username} has no second factor."
        end_sessions(user)
        return (
            f"The second factor of {username} is removed, and {username} is signed out everywhere."
        )
