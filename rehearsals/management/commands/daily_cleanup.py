from typing import Any

from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from rehearsals.app_config import declared_mapping
from rehearsals.cleanup import free_space
from rehearsals.clock.clock import wall_now


class Command(BaseCommand):
    help = "Delete idle rehearsals, expired sessions and the like, in small batches. Run it daily."

    def handle(self, *args: Any, **options: Any) -> None:
        for what, function in declared_mapping("cleanups").items():
            count = import_string(function)(wall_at=wall_now())
            self.stdout.write(f"{what} deleted: {count}.")
        if advice := free_space.give_back():
            self.stdout.write(advice)
