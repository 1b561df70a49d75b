"""Give each rehearsal with the former default title its number, as new ones have it."""

from django.db import migrations
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat, LPad

FORMER = "Private rehearsal"


def number(apps, schema_editor) -> None:
    rehearsals = apps.get_model("rehearsals", "Rehearsal").objects.filter(title=FORMER)
    digits = Cast("pk", CharField())
    # LPad would cut a longer number.
    rehearsals.filter(pk__gte=10_000).update(title=Concat(Value(f"{FORMER} "), digits))
    padded = LPad(digits, 4, Value("0"))
    rehearsals.update(title=Concat(Value(f"{FORMER} "), padded))


class Migration(migrations.Migration):
    dependencies = [("rehearsals", "0009_size_indexes")]
    operations = [migrations.RunPython(number, migrations.RunPython.noop)]
