"""Many rows inserted without building model instances each time.

bulk_create does the same, and spends most of its time on preparing values (figures: docs/decisions/0028).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models

MAX_VALUES = 30_000  # in one statement; SQLite and PostgreSQL take more


@cache
def fields_to_insert(model: type[models.Model]) -> tuple["models.Field[Any, Any]", ...]:
    """The model's fields in the order of `insert_rows`: all but the primary key."""
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key)


def database_values(row: models.Model) -> list[Any]:
    """The values of an instance as the database takes them."""
    connection = connections[DEFAULT_DB_ALIAS]
    return [
        field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in fields_to_insert(type(row))
    ]


def insert_rows(model: type[models.Model], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Insert rows of database values and return their primary keys, in the same order."""
    return [key for part in _parts(model, rows) for key in _insert(model, part)]


def _parts(
    model: type[models.Model], rows: Sequence[Sequence[Any]]
) -> Iterator[Sequence[Sequence[Any]]]:
    size = MAX_VALUES // len(fields_to_insert(model))
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _insert(model: type[models.Model], rows: Sequence[Sequence[Any]]) -> list[int]:
    fields = fields_to_insert(model)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = f"({', '.join(['%s'] * len(fields))})"
    sql = (
        f'INSERT INTO "{model._meta.db_table}" ({columns})'
        f" VALUES {', '.join([places] * len(rows))} RETURNING id"
    )
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in row])
        return [key for (key,) in cursor.fetchall()]
