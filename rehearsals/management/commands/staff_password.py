"""A new generated password for a member of staff."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from rehearsals.staff import services


class Command(BaseCommand):
    help = "Give a staff user a new generated password, shown this once, and end a lockout."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            password = services.new_password(options["username"])
        except User.DoesNotExist:
            known = ", ".join(User.objects.filter(is_staff=True).values_list("username", flat=True))
            raise CommandError(
                f"No staff user has this name. There are: {known or 'none'}."
            ) from None
        self.stdout.write(f"{options['username']}  {password}")
