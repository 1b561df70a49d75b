from django.db import migrations, models
from django.db.models import Count, Min


def keep_one(apps, schema_editor):
    """Of cards that were stored twice, the first one stays: PACER charges it."""
    cards = apps.get_model("pacer_accounts", "StoredCard").objects
    same = cards.values("account", "brand", "last_four").annotate(first=Min("pk"), many=Count("pk"))
    for row in same.filter(many__gt=1):
        first = row.pop("first")
        row.pop("many")
        cards.filter(**row).exclude(pk=first).delete()


class Migration(migrations.Migration):
    dependencies = [("pacer_accounts", "0007_owner_of_registrations")]

    operations = [
        migrations.RunPython(keep_one, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="storedcard",
            constraint=models.UniqueConstraint(
                fields=("account", "brand", "last_four"), name="card_stored_once"
            ),
        ),
    ]
