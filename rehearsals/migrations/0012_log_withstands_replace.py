"""SQLite's REPLACE deletes a row without the trigger that refuses a deletion."""

from importlib import import_module

from django.db import migrations

log_guard = import_module("rehearsals.migrations.0002_append_only_log")

# An id that isn't given is -1 here.
NO_REPLACE = """
    CREATE TRIGGER activity_no_replace BEFORE INSERT ON rehearsals_activity
    WHEN EXISTS (SELECT 1 FROM rehearsals_activity WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the activity log is append-only'); END
"""


def refuse(apps, schema_editor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(NO_REPLACE, params=None)


def allow(apps, schema_editor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER activity_no_replace", params=None)


# For a later migration that rebuilds the log's table, as 0007 does for that of rehearsals.
def guard(apps, schema_editor) -> None:
    log_guard.guard(apps, schema_editor)
    refuse(apps, schema_editor)


def unguard(apps, schema_editor) -> None:
    allow(apps, schema_editor)
    log_guard.unguard(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("rehearsals", "0011_limit_counts")]
    operations = [migrations.RunPython(refuse, allow)]
