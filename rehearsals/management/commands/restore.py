from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rehearsals.backup import services
from rehearsals.backup.folder import BackupProblem


class Command(BaseCommand):
    help = "Put a backup in place of the database. Stop the server first."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that `backup` made")
        parser.add_argument(
            "--replace", action="store_true", help="delete what the database holds now"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            todo = services.restore(options["folder"], replace=options["replace"])
        except BackupProblem as problem:
            raise CommandError(str(problem)) from None
        for one in todo:
            self.stdout.write(f"IMPORTANT: {one}")
        self.stdout.write(
            "Restored. Now run: manage.py migrate, manage.py check. Then start the server."
        )
