from typing import Any

from rehearsals.staff.accounts import services
from rehearsals.staff.accounts.command import StaffUserCommand


class Command(StaffUserCommand):
    help = "Keep a staff user from signing in, and sign them out everywhere."

    def act(self, *, username: str, **options: Any) -> str:
        services.disable(username)
        return f"{username} can't sign in any more, and is signed out everywhere."
