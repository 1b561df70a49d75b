"""Remove private rehearsals that nobody uses any more. Meant for a daily job."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from rehearsals import services


class Command(BaseCommand):
    help = "End private rehearsals that nobody has opened for some days. The demo court stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=settings.IDLE_REHEARSAL_DAYS)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["days"] < 1:
            raise CommandError("--days must be 1 or more: rehearsals in use would be removed.")
        ended = services.sweep(days=options["days"])
        self.stdout.write(f"Rehearsals removed: {ended}.")
