"""Rows that every request needs, found with SQL that is written once.

Django writes the SQL of a queryset anew each time it is used, and needs ten times as long for that
as SQLite needs to run it. A Lookup keeps the written SQL, and makes the same model instances of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import local
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query import RelatedPopulator, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=models.Model)


@dataclass
class _Written:
    """A queryset's SQL on one connection, and where its values go."""

    connection: BaseDatabaseWrapper
    compiler: SQLCompiler
    sql: str
    params: list[Any]
    places: list[int]
    converters: dict[int, Any] = field(init=False)
    columns: slice = field(init=False)
    names: list[str] = field(init=False)
    related: list[RelatedPopulator] = field(init=False)

    def __post_init__(self) -> None:
        select, info = self.compiler.select, self.compiler.klass_info
        found = info["select_fields"]
        self.converters = self.compiler.get_converters([column[0] for column in select])
        self.columns = slice(found[0], found[-1] + 1)
        self.names = [select[column][0].target.attname for column in found]
        self.related = get_related_populators(info, select, self.connection.alias)

    def run(self, values: Sequence[Any]) -> Sequence[Any] | None:
        params = list(self.params)
        for place, value in zip(self.places, values, strict=True):
            params[place] = value
        with self.connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            row = cursor.fetchone()
        return next(self.compiler.apply_converters([row], self.converters)) if row else None

    def build(self, row: Sequence[Any]) -> models.Model:
        model = self.compiler.klass_info["model"]
        made = model.from_db(self.connection.alias, self.names, row[self.columns])
        for related in self.related:
            related.populate(row, made)
        return made


class Lookup(Generic[Row]):
    """`find = Lookup(lambda code: Rehearsal.objects.filter(code=code))`, then `find("demo")`.

    The queryset must find one row at most and use each of its arguments, a string or an integer,
    as one parameter.
    """

    def __init__(self, queryset: Callable[..., models.QuerySet[Row]]) -> None:
        self._queryset = queryset
        self._here = local()  # a compiled query belongs to its thread's connection

    def __call__(self, *values: str | int) -> Row | None:
        """The row, or None."""
        connection = connections[DEFAULT_DB_ALIAS]
        written = getattr(self._here, "written", None)
        if written is None or written.connection is not connection:
            written = self._here.written = self._write(connection, values)
        row = written.run(values)
        return None if row is None else written.build(row)

    def _write(self, connection: BaseDatabaseWrapper, values: Sequence[str | int]) -> _Written:
        marks = [f"value {i}" if isinstance(v, str) else -1 - i for i, v in enumerate(values)]
        compiler = self._queryset(*marks).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        places = [params.index(mark) for mark in marks]
        return _Written(connection, compiler, sql, list(params), places)
