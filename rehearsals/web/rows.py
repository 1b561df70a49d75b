from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def find_row(model: type[Row], condition: str, params: Sequence[object]) -> Row | None:
    """The row of `model` that meets the SQL `condition`, which has %s for each parameter; or None.

    For rows that nearly every request reads. `.get()` does the same, and spends most of its time on
    writing the SQL (figures: docs/decisions/0012).
    """
    sql = f"SELECT * FROM {model._meta.db_table} WHERE {condition}"
    return next(iter(model._default_manager.raw(sql, params)), None)
