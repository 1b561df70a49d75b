"""Deleting many rows while others work: a few at a time, with a pause for the others after each batch."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from graphlib import TopologicalSorter

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction

from rehearsals.models import Rehearsal

Model = type[models.Model]
Keys = Sequence[int | str]

LEAST_ROWS, MOST_ROWS = 25, 500
BATCH_SECONDS = 0.002  # how long a batch may keep others from writing
LONGEST_PAUSE = 0.05  # seconds
PAUSE = 9.0  # times as long as a batch took: others have nine tenths of the time


@dataclass
class Pace:
    """How many rows a batch deletes, so that it takes about BATCH_SECONDS on this machine.

    `pause`: how many times as long as a batch took the others get before the next one.
    """

    pause: float = 0
    rows: int = 50

    def step(self, delete: Callable[[], int]) -> int:
        """Call `delete` in a transaction of its own, then let others write; how many rows it deleted."""
        with transaction.atomic():
            began = time.monotonic()  # now, since it may have waited for others
            deleted = delete()
            took = time.monotonic() - began
        ratio = BATCH_SECONDS / max(took, 1e-6)
        if ratio < 1 or deleted == self.rows:  # a small batch says nothing about a larger one
            self.rows = round(self.rows * min(max(ratio, 0.5), 2))
            self.rows = min(max(self.rows, LEAST_ROWS), MOST_ROWS)
        time.sleep(min(took * self.pause, LONGEST_PAUSE))
        return deleted

    def delete_all(self, model: Model, find: Callable[[int], Keys]) -> int:
        """Delete the rows of `model` with the keys that `find` gives until it gives none; how many.

        `find`: takes how many keys it may give. It runs outside of the transaction.
        """
        total = 0
        while keys := find(self.rows):
            total += self.step(partial(_delete, model, model._meta.pk.column, keys))
        return total


def delete_rows_of(rehearsals: Sequence[int], *, pace: Pace) -> None:
    """Delete the rows of these rehearsals in all tables. They must be marked as ending, for their log."""
    for model in models_inside():
        rows = model._base_manager.filter(rehearsal__in=rehearsals).values_list("pk", flat=True)
        pace.delete_all(model, lambda most, rows=rows: list(rows[:most]))  # type: ignore[misc]


def delete_empty(rehearsals: Sequence[int]) -> int:
    """Delete these rehearsals, and the few rows that requests added to them in the meantime; how many."""
    for model in models_inside():
        _delete(model, "rehearsal_id", rehearsals)
    return _delete(Rehearsal, "id", rehearsals)


def _delete(model: Model, column: str, values: Keys) -> int:
    """Delete the rows that have one of the `values` in `column`; how many.

    A queryset's `delete` would first read every row that refers to them, table by table.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    table = connection.ops.quote_name(model._meta.db_table)
    places = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {column} IN ({places})", list(values))
        return cursor.rowcount


@cache
def models_inside() -> tuple[Model, ...]:
    """The models whose rows belong to a rehearsal; each before the models that it refers to."""
    inside = [
        relation.related_model
        for relation in Rehearsal._meta.related_objects
        if isinstance(relation.related_model, type)
    ]
    referring: dict[Model, set[Model]] = {model: set() for model in inside}
    for model in inside:
        for field in model._meta.concrete_fields:
            if isinstance(field.related_model, type) and field.related_model in referring:
                referring[field.related_model].add(model)
    return tuple(TopologicalSorter(referring).static_order())
