"""Rows that nearly every request reads, found without building a queryset.

`.get()` does the same, and spends most of its time on writing the SQL (figures: docs/decisions/0012).
"""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, partial
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models

Row = TypeVar("Row", bound=models.Model)
Value = Callable[[Any], Any]


def find_row(
    model: type[Row], condition: str, params: Sequence[str | int | None], *, join: str = ""
) -> Row | None:
    """The first row of `model` that meets the SQL `condition`, or None.

    The condition calls the row `r` and has %s for each parameter: "r.code = %s". `join`: a foreign
    key whose row is read too.
    """
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_sql(model, condition, join), params)
        values = cursor.fetchone()
    if values is None:
        return None
    names, _ = _fields(model)
    row = _instance(model, values[: len(names)])
    if join:
        setattr(row, join, _instance(_target(model, join), values[len(names) :]))
    return row


def read_values(
    model: type[models.Model], condition: str, params: Sequence[str | int | None]
) -> list[list[Any]]:
    """The values of each row of `model` that meets `condition`, by primary key.

    They are in the order of the model's fields and of the types that a queryset gives.
    """
    sql = f'{_sql(model, condition, "")} ORDER BY r."{model._meta.pk.column}"'
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
    _, conversions = _fields(model)
    return [_converted(row, conversions) for row in rows]


def _target(model: type[models.Model], join: str) -> type[models.Model]:
    target: type[models.Model] = model._meta.get_field(join).related_model  # type: ignore[assignment]
    return target


@cache
def _sql(model: type[models.Model], condition: str, join: str) -> str:
    columns = [f'r."{field.column}"' for field in model._meta.concrete_fields]
    tables = f'"{model._meta.db_table}" r'
    if join:
        target = _target(model, join)
        columns += [f'j."{field.column}"' for field in target._meta.concrete_fields]
        tables += f' LEFT JOIN "{target._meta.db_table}" j ON j.id = r."{join}_id"'
    return f"SELECT {', '.join(columns)} FROM {tables} WHERE {condition}"


def _instance(model: type[Row], values: Sequence[Any]) -> Row | None:
    """The instance that `values`, in the order of the model's fields, describe; None for no row."""
    names, conversions = _fields(model)
    converted = _converted(values, conversions)
    has_row = converted[names.index(model._meta.pk.attname)] is not None
    return model.from_db(DEFAULT_DB_ALIAS, names, converted) if has_row else None


def _converted(values: Sequence[Any], conversions: list[tuple[int, Value]]) -> list[Any]:
    converted = list(values)
    for index, convert in conversions:
        if converted[index] is not None:
            converted[index] = convert(converted[index])
    return converted


@cache
def _fields(model: type[models.Model]) -> tuple[list[str], list[tuple[int, Value]]]:
    """The names of the model's fields, and how to convert what the database returns for some."""
    fields = model._meta.concrete_fields
    conversions = [
        (index, convert) for index, field in enumerate(fields) if (convert := _convert(field))
    ]
    return [field.attname for field in fields], conversions


def _convert(field: "models.Field[Any, Any]") -> Value | None:
    if isinstance(field, models.DateTimeField):
        return _aware
    if isinstance(field, models.DecimalField):
        return partial(_exact, Decimal(1).scaleb(-field.decimal_places))
    return _from_json if isinstance(field, models.JSONField) else None


def _aware(at: datetime) -> datetime:
    """SQLite returns naive datetimes, which are UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _exact(places: Decimal, amount: object) -> Decimal:
    return Decimal(str(amount)).quantize(places)


def _from_json(text: object) -> object:
    return json.loads(text) if isinstance(text, str) else text
