from argparse import ArgumentParser, ArgumentTypeError
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cmecf.models import Court
from dockets.generation import proportions as of
from dockets.generation.services import Generated, generate
from rehearsals.clock.clock import wall_now
from rehearsals.help.refusals import Refused
from rehearsals.models import DEMO_CODE, Rehearsal
from rehearsals.web import mount

REPORT_EACH = 10_000  # cases


def whole_number(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise ArgumentTypeError(f"{text} must be a whole number, 0 or more")
    return int(text)


class Command(BaseCommand):
    help = (
        "Add generated filers and cases to a court of a rehearsal. The same seed gives the same cases in"
        " each new rehearsal. Their numbers start at 100001."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--court", required=True, help="nmd, nmb or ca10")
        parser.add_argument(
            "--filers", type=whole_number, required=True, help="how many filers to add"
        )
        parser.add_argument(
            "--cases", type=whole_number, required=True, help="how many cases to add"
        )
        parser.add_argument(
            "--seed",
            type=whole_number,
            default=1,
            help="the same number, the same cases (1 if missing)",
        )
        parser.add_argument("--rehearsal", default=DEMO_CODE, help="its code; the demo if missing")
        parser.add_argument(
            "--entries",
            type=whole_number,
            default=of.MOST_ENTRIES,
            help=f"most entries of a case ({of.MOST_ENTRIES} if missing)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        court, began = self._court(options["rehearsal"], options["court"]), perf_counter()
        try:
            made = generate(
                court,
                at=court.rehearsal.clock.read(wall_now()),
                filers=options["filers"],
                cases=options["cases"],
                seed=options["seed"],
                most_entries=max(1, options["entries"]),
                progress=self._progress,
            )
        except Refused as refused:
            raise CommandError(refused.reason.sentence) from None
        self._report(court, made, perf_counter() - began)

    def _court(self, code: str, court_code: str) -> Court:
        rehearsal: Rehearsal | None = mount.find(code)
        if rehearsal is None:
            raise CommandError(f"There is no rehearsal {code}. `manage.py demo` creates the demo.")
        courts = {court.code: court for court in Court.objects.filter(rehearsal=rehearsal)}
        if court_code not in courts:
            known = ", ".join(sorted(courts))
            raise CommandError(
                f"{court_code} is not a court of this rehearsal. Choose one of {known}."
            )
        court = courts[court_code]
        court.rehearsal = rehearsal
        return court

    def _progress(self, done: int) -> None:
        if done % REPORT_EACH == 0:
            self.stdout.write(f"{done:,} cases")

    def _report(self, court: Court, made: Generated, seconds: float) -> None:
        self.stdout.write(
            f"{court.code}: {made.filers:,} filers, {made.cases:,} cases with {made.entries:,} docket"
            f" entries, in {seconds:.0f} s."
        )
        if made.cases:
            self.stdout.write(f"The first case is {made.first_number}.")
        if made.filers:
            logins = made.first_login
            if made.filers > 1:
                logins = f"{made.first_login} to {made.last_login}"
            self.stdout.write(
                f"CM/ECF logins of the filers added: {logins}, password {made.password}."
            )
        if made.turned_bookmarks_off:
            self.stdout.write(
                f"Bookmarks are off now: with more than {of.MOST_WITH_BOOKMARKS:,} cases, each would copy"
                " them all."
            )
