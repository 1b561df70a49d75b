from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from rehearsals.staff import services


class Command(BaseCommand):
    help = "Generate a new password for a staff user, print it once, and end a lockout."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            password = services.new_password(options["username"])
        except User.DoesNotExist:
            staff = ", ".join(User.objects.filter(is_staff=True).values_list("username", flat=True))
            raise CommandError(
                f"There is no staff user with this name. Staff users: {staff or 'none'}."
            ) from None
        self.stdout.write(f"{options['username']}  {password}")
