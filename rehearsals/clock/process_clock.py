"""A server whose own clock starts at a chosen time, for demonstrations (docs/decisions/0018)."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from rehearsals.clock.rules import InstantFault, read_instant
from rehearsals.packs.pack import get_pack


def start_time(text: str) -> datetime:
    """The time (UTC) that FREEZE names, in the home court's zone unless it has an offset.

    Raises ImproperlyConfigured.
    """
    instant = read_instant(text, get_pack(settings.DEFAULT_PACK).home.time_zone)
    if isinstance(instant, InstantFault):
        raise ImproperlyConfigured(f"FREEZE={text!r} can't be used. {instant.value}")
    return instant


def freeze(text: str) -> None:
    """Set this process's clock to the time that FREEZE names. It runs on in real time.

    Called after all modules are loaded, since it replaces what they imported from datetime and time.
    """
    from freezegun import freeze_time  # noqa: PLC0415  installed only where FREEZE is used

    freeze_time(start_time(text), tick=True).start()
