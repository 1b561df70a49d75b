from typing import Any

from django.core.management.base import BaseCommand

from cso.models import SignOnSession
from rehearsals.clock import clock


class Command(BaseCommand):
    help = (
        "Delete expired sessions of all rehearsals (wall time). Run it daily; it ends no sign-on."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        expired = SignOnSession.objects.filter(expire_date__lte=clock.wall_now())
        self.stdout.write(f"Expired sessions removed: {expired.delete()[0]}.")
