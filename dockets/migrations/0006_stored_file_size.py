"""The size of each stored file. Files of undone filings are measured in the storage."""

from typing import Any

from django.core.files.storage import storages
from django.db import migrations, models


def fill_sizes(apps: Any, schema_editor: Any = None) -> None:
    document, stored = (apps.get_model("dockets", name) for name in ("EntryDocument", "StoredFile"))
    uploads = document.objects.exclude(path__startswith="shared/").exclude(path="")
    sizes = dict(uploads.values_list("path", "size"))  # a path begins with its rehearsal's key
    rows = list(stored.objects.all())
    for row in rows:
        row.size = sizes.get(row.path) or _measured(row.path)
    stored.objects.bulk_update(rows, ["size"], batch_size=500)


def _measured(path: str) -> int:
    try:
        return int(storages["documents"].size(path))
    except Exception:  # noqa: BLE001  each storage has errors of its own
        return 0  # the file is gone


class Migration(migrations.Migration):
    dependencies = [("dockets", "0005_document_views")]

    operations = [
        migrations.AddField(
            model_name="storedfile",
            name="size",
            field=models.PositiveIntegerField(default=0, help_text="Bytes."),
            preserve_default=False,
        ),
        migrations.RunPython(fill_sizes, migrations.RunPython.noop),
    ]
