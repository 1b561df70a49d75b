from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand

from rehearsals.staff.accounts.services import group_of

HEADINGS = ("USERNAME", "FULL NAME", "GROUP", "LAST SIGN-IN", "STATE", "SECOND FACTOR")


class Command(BaseCommand):
    help = "List the staff users."

    def handle(self, *args: Any, **options: Any) -> None:
        staff = User.objects.filter(is_staff=True).select_related("second_factor")
        staff = staff.prefetch_related("groups").order_by("username")
        lines = [HEADINGS, *map(_line, staff)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())


def _line(user: User) -> tuple[str, ...]:
    last = f"{user.last_login:%Y-%m-%d %H:%M UTC}" if user.last_login else "never"
    state = "enabled" if user.is_active else "disabled"
    name, group = user.get_full_name() or "-", group_of(user) or "none"
    factor = "yes" if hasattr(user, "second_factor") else "no"
    return user.username, name, group, last, state, factor
