"""The activity log can only grow: the database itself refuses to change or drop a line."""

from django.db import migrations

SQLITE = [
    """
    CREATE TRIGGER activity_no_update BEFORE UPDATE ON rehearsals_activity
    BEGIN SELECT RAISE(ABORT, 'the activity log is append-only'); END
    """,
    """
    CREATE TRIGGER activity_no_delete BEFORE DELETE ON rehearsals_activity
    WHEN NOT (SELECT is_ending FROM rehearsals_rehearsal WHERE id = OLD.rehearsal_id)
    BEGIN SELECT RAISE(ABORT, 'the activity log is append-only'); END
    """,
]
POSTGRESQL = [
    """
    CREATE FUNCTION activity_is_append_only() RETURNS trigger AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND (
            SELECT is_ending FROM rehearsals_rehearsal WHERE id = OLD.rehearsal_id
        ) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'the activity log is append-only';
    END $$ LANGUAGE plpgsql
    """,
    """
    CREATE TRIGGER activity_append_only BEFORE UPDATE OR DELETE ON rehearsals_activity
    FOR EACH ROW EXECUTE FUNCTION activity_is_append_only()
    """,
]
UNDO = {
    "sqlite": ["DROP TRIGGER activity_no_update", "DROP TRIGGER activity_no_delete"],
    "postgresql": [
        "DROP TRIGGER activity_append_only ON rehearsals_activity",
        "DROP FUNCTION activity_is_append_only",
    ],
}


def _run(schema_editor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement, params=None)


def guard(apps, schema_editor) -> None:
    vendor = schema_editor.connection.vendor
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor])


def unguard(apps, schema_editor) -> None:
    _run(schema_editor, UNDO[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("rehearsals", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
