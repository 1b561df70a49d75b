from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from rehearsals.cleanup import free_space, services
from rehearsals.clock.clock import wall_now


class Command(BaseCommand):
    help = "Delete private rehearsals that nobody has opened for some days. daily_cleanup does it, too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=settings.IDLE_REHEARSAL_DAYS)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["days"] < 1:
            raise CommandError(
                "--days must be 1 or more. Otherwise rehearsals in use would be deleted."
            )
        wall_at = wall_now()
        count = services.delete_idle(wall_at=wall_at, days=options["days"])
        self.stdout.write(f"Rehearsals deleted: {count}.")
        if advice := free_space.give_back():
            self.stdout.write(advice)
