"""PostgreSQL compares the keys of names as bytes: one index finds them by their beginning and in order."""

from typing import Any

from django.db import migrations, models

COLUMN = 'ALTER TABLE dockets_party ALTER COLUMN name_key TYPE varchar(180) COLLATE "{}"'


def compare_bytes(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(COLUMN.format("C"))


def compare_by_language(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(COLUMN.format("default"))


class Migration(migrations.Migration):
    dependencies = [("dockets", "0007_view_filer")]

    operations = [
        migrations.RemoveIndex("party", "parties_by_name"),
        migrations.RunPython(compare_bytes, compare_by_language),
        migrations.AddIndex(
            "party", models.Index(fields=["rehearsal", "name_key"], name="parties_by_name")
        ),
    ]
