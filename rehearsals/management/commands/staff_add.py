from argparse import ArgumentParser
from typing import Any

from rehearsals.staff.accounts import services
from rehearsals.staff.accounts.command import StaffUserCommand
from rehearsals.staff.services import STAFF_GROUPS

GROUPS = {group.lower(): group for group in STAFF_GROUPS}


class Command(StaffUserCommand):
    help = "Add a staff user with a generated password, and print the password once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--group", choices=GROUPS, required=True)
        parser.add_argument("--full-name", default="", help="shown in the activity log")

    def act(self, *, username: str, **options: Any) -> str:
        group, full_name = GROUPS[options["group"]], options["full_name"]
        password = services.add(username, group=group, full_name=full_name)
        return f"{username}  {password}"
