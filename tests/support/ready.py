"""A rehearsal that is started once for all tests of a process. Each test's transaction undoes what it did.

Until a test takes it, it counts as one that is being deleted, so no page finds it. A test with real
transactions starts over at its end.
"""

from django.db import connection, transaction
from django.test import TransactionTestCase

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models.rehearsal import Activity, Rehearsal, new_code
from tests.support.moments import SEED_MOMENT
from tests.support.visitor import hold

READY = "ready-for-a-test"
FROM_MIGRATIONS = {"django_content_type", "auth_permission"}


def make_ready() -> None:
    """A private rehearsal with the whole cast, its clock held at the seed moment."""
    rehearsal = services.start(wall_at=wall_now(), title="Test rehearsal")
    hold(rehearsal, SEED_MOMENT)
    Rehearsal.objects.filter(pk=rehearsal.pk).update(code=READY, is_ending=True)


def take_ready() -> Rehearsal:
    """The rehearsal that is ready, as if it had been started now, under a code that no page's cache knows."""
    rehearsal = Rehearsal.objects.select_related("clock").get(code=READY)
    rehearsal.code, rehearsal.is_ending = new_code(), False
    rehearsal.created_at = rehearsal.last_used_at = rehearsal.clock.wall_at = wall_now()
    rehearsal.clock.save(update_fields=["wall_at"])
    rehearsal.save(update_fields=["code", "is_ending", "created_at", "last_used_at"])
    return rehearsal


def start_over(test: TransactionTestCase) -> None:
    """Empty all tables after a test with real transactions, and make a rehearsal ready again.

    Django's flush would make the content types and permissions again, and on PostgreSQL its TRUNCATE
    takes a second.
    """
    log = Activity._meta.db_table  # goes first: its trigger asks the rehearsal
    tables = set(connection.introspection.django_table_names(include_views=False)) - FROM_MIGRATIONS
    with transaction.atomic(), connection.cursor() as cursor:
        Rehearsal.objects.update(is_ending=True)
        for table in [log, *sorted(tables - {log})]:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
    make_ready()
