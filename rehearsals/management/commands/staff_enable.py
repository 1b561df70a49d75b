from typing import Any

from rehearsals.staff.accounts import services
from rehearsals.staff.accounts.command import StaffUserCommand


class Command(StaffUserCommand):
    help = "Let a disabled staff user sign in again, with the same password."

    def act(self, *, username: str, **options: Any) -> str:
        services.enable(username)
        return f"{username} can sign in again."
