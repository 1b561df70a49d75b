from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from rehearsals.backup import services
from rehearsals.backup.folder import BackupProblem, delete_all_but_newest
from rehearsals.clock.clock import wall_now


class Command(BaseCommand):
    help = "Back up the database, the documents and the secret key into a new folder. The server may run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        default = Path(settings.DATA_DIR) / "backups"
        parser.add_argument("--to", type=Path, default=default, help=f"where ({default})")
        parser.add_argument("--keep", type=int, help="then delete all but this many")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["keep"] is not None and options["keep"] < 1:
            raise CommandError("--keep must be 1 or more.")
        try:
            folder = services.back_up(options["to"], wall_at=wall_now())
        except BackupProblem as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(str(folder))
        if todo := services.why_without_documents():
            self.stdout.write(f"IMPORTANT: {todo}")
        if options["keep"]:
            count = delete_all_but_newest(options["to"], options["keep"])
            self.stdout.write(f"Old backups deleted: {count}.")
