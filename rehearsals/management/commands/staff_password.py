from typing import Any

from rehearsals.staff.accounts.command import StaffUserCommand
from rehearsals.staff.accounts.services import staff_user
from rehearsals.staff.second_factor.services import end_wait
from rehearsals.staff.services import new_password


class Command(StaffUserCommand):
    help = (
        "Generate a new password for a staff user, print it once, and sign them out everywhere. It also ends"
        " the wait after wrong passwords."
    )

    def act(self, *, username: str, **options: Any) -> str:
        end_wait(user := staff_user(username))
        return f"{username}  {new_password(user.username)}"
