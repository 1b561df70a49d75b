"""The content of a rehearsal as bytes, and back into rows with the same keys.

The content is every row that belongs to the rehearsal, of every model that no app declares in
`not_rewound`, with the rehearsal's rules and its clock. Both directions take a fixed number of queries.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models

from rehearsals.app_config import RehearsalAppConfig, declarations
from rehearsals.models import CourtClock, Rehearsal
from rehearsals.web.rows import read_values

RULES = ("era", "link_policy", "refuses_special_logins", "scans_mail")
FAST = 1  # zlib's level: 6 saves a tenth of the bytes and takes three times as long


@cache
def content_models() -> tuple[type[models.Model], ...]:
    """The models whose rows are rewound, lowest layer first."""
    kept = {label for labels in declarations("not_rewound") for label in labels}
    return tuple(
        model
        for config in apps.get_app_configs()
        if isinstance(config, RehearsalAppConfig)
        for model in config.get_models()
        if not model._meta.proxy and _is_inside(model) and model._meta.label not in kept
    )


def _is_inside(model: type[models.Model]) -> bool:
    return any(field.name == "rehearsal" for field in model._meta.concrete_fields)


def read_content(rehearsal: Rehearsal, *, with_clock: bool) -> bytes:
    """The content as JSON with exact values. `rehearsal` must be freshly read, with its clock.

    The time of a running clock is left out: it differs at each reading, and the bookmark's row has it.
    """
    content = {
        "rules": {name: getattr(rehearsal, name) for name in RULES},
        "clock": _read_clock(rehearsal.clock) if with_clock else None,
        "rows": {model._meta.label: _read_rows(model, rehearsal) for model in content_models()},
    }
    return json.dumps(content, default=_plain, separators=(",", ":")).encode()


def _read_clock(clock: CourtClock) -> dict[str, Any]:
    court_at = None if clock.is_ticking else clock.court_at
    return {"manner": clock.manner, "speed": clock.speed, "court_at": court_at}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def pack(content: bytes) -> bytes:
    return zlib.compress(content, FAST)


def unpack(packed: bytes) -> dict[str, Any]:
    """The content that `pack` compressed."""
    content: dict[str, Any] = json.loads(zlib.decompress(packed))
    return content


def has_same_columns(content: Mapping[str, Any]) -> bool:
    """Whether the tables still have the columns of `content`; an upgrade can change them."""
    kept = {label: table["columns"] for label, table in content["rows"].items()}
    return kept == {model._meta.label: list(_columns(model)) for model in content_models()}


def write_rows(rehearsal: Rehearsal, content: Mapping[str, Any]) -> None:
    """Replace the rehearsal's rows by those of `content`, inside a transaction.

    Keys to rows are checked when the transaction is committed, so the order doesn't matter.
    """
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        for model in content_models():
            table = f'"{model._meta.db_table}"'
            cursor.execute(f"DELETE FROM {table} WHERE rehearsal_id = %s", [rehearsal.pk])
        for model in content_models():
            if rows := content["rows"][model._meta.label]["rows"]:
                cursor.executemany(_insert(model), list(_database_rows(model, rows)))


def _columns(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


def _read_rows(model: type[models.Model], rehearsal: Rehearsal) -> dict[str, Any]:
    rows = read_values(model, "r.rehearsal_id = %s", [rehearsal.pk])
    return {"columns": _columns(model), "rows": rows}


def _plain(value: object) -> str:
    """A value that JSON lacks, as text from which its field's `to_python` makes the same value."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(value).decode()
    raise TypeError(f"{type(value).__name__} has no exact text")


@cache
def _insert(model: type[models.Model]) -> str:
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join("%s" for _ in fields)
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places})'


def _database_rows(model: type[models.Model], rows: list[list[Any]]) -> Iterator[list[Any]]:
    connection, fields = connections[DEFAULT_DB_ALIAS], model._meta.concrete_fields
    for row in rows:
        yield [
            field.get_db_prep_save(field.to_python(value), connection=connection)
            for field, value in zip(fields, row, strict=True)
        ]
