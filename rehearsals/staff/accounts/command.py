from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rehearsals.staff.accounts.services import StaffProblem


class StaffUserCommand(BaseCommand):
    """Base of the commands about one staff user."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(self.act(**options))
        except StaffProblem as problem:
            raise CommandError(str(problem)) from None

    def act(self, *, username: str, **options: Any) -> str:
        """Do it, and return what to print. Raises StaffProblem."""
        raise NotImplementedError
