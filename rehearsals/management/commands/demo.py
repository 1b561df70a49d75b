from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import second_text
from rehearsals.clock.process_clock import start_time
from rehearsals.clock.services import move_clock
from rehearsals.models import DEMO_CODE, ClockManner, Rehearsal, RehearsalKind
from rehearsals.packs.pack import get_pack
from rehearsals.staff import services as staff_services
from rehearsals.web import mount

GUIDE = """
  {title}, {court_time}

  Start here    {site}/
  Demo court    {site}{mount}/      (its code is "{code}")
  Its clock     {site}{mount}/clock/
  Its mailbox   {site}{mount}/mail/
  Staff         {site}/staff/

  Practice credentials (for everyone else, see the demo court's home page)
    Noel Attorney   PACER {noel_pacer}   CM/ECF {noel_cmecf}
    John Attorney   PACER {john_pacer}   CM/ECF {john_cmecf}

  New staff password:   {prefix}{commands[staff_password]} clerk
  Reset the demo:       {prefix}{commands[reset]}
  Stop the server:      Ctrl+C. Your work is kept.
"""


def _now() -> datetime:
    """The server's time, or the time at which it will start (FREEZE). Raises CommandError."""
    try:
        return start_time(settings.FREEZE) if settings.FREEZE else wall_now()
    except ImproperlyConfigured as problem:
        raise CommandError(str(problem)) from None


class Command(BaseCommand):
    help = "Create the demo court, the staff groups and two staff users if they don't exist."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reset", action="store_true", help="Put the demo court back to the start."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        demo, wall_at = mount.find(DEMO_CODE), _now()
        if demo is None:
            demo = services.start(
                wall_at=wall_at, kind=RehearsalKind.DEMO, code=DEMO_CODE, title="Demo court"
            )
        elif options["reset"]:
            services.reset(demo, wall_at=wall_at, who="the command line")
            self.stdout.write("The demo court is back at the start.")
        if settings.FREEZE:
            move_clock(demo, manner=ClockManner.WALL, wall_at=_now(), who="the command line")
        staff_services.make_groups()
        self._print_passwords(staff_services.make_staff())
        self.stdout.write(self._guide(demo))

    def _print_passwords(self, passwords: dict[str, str]) -> None:
        if passwords:
            self.stdout.write("\n  Staff users. Save the passwords. They are shown only once.")
        for username, password in passwords.items():
            self.stdout.write(f"    {username:<8} {password}")

    def _guide(self, demo: Rehearsal) -> str:
        pack = get_pack(demo.pack)
        personas = {persona.key: persona for persona in pack.personas}
        noel, john = personas["p01"], personas["p02"]
        at = demo.clock.read(_now())
        return GUIDE.format(
            title=demo.title,
            court_time=second_text(at, demo.time_zone),
            site=settings.SITE_URL,
            commands=settings.COMMANDS,
            prefix=settings.COMMAND_PREFIX,
            mount=demo.mount,
            code=demo.code,
            noel_pacer=f"{noel.pacer[0].username} / {noel.pacer[0].password}",
            noel_cmecf=f"{noel.cmecf[0].login} / {noel.cmecf[0].password}",
            john_pacer=f"{john.pacer[0].username} / {john.pacer[0].password}",
            john_cmecf=f"{john.cmecf[0].login} / {john.cmecf[0].password}",
        )
