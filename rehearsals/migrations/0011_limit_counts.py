import django.db.models.deletion
from django.db import migrations, models


def delete_staff_counters(apps, schema_editor):
    """Staff sign-ins are counted in LimitCount from now on."""
    apps.get_model("rehearsals", "AttemptCounter").objects.filter(rehearsal=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("rehearsals", "0010_numbered_titles"),
    ]

    operations = [
        migrations.CreateModel(
            name="LimitCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=20)),
                ("name_digest", models.CharField(blank=True, max_length=64)),
                ("address_digest", models.CharField(blank=True, max_length=64)),
                ("attempts", models.PositiveIntegerField()),
                ("ends_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule", "name_digest", "address_digest"), name="one_count_per_limit"
                    )
                ],
            },
        ),
        migrations.RunPython(delete_staff_counters, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="attemptcounter", name="one_counter_per_staff_name"),
        migrations.AlterField(
            model_name="attemptcounter",
            name="rehearsal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attempt_counters",
                to="rehearsals.rehearsal",
            ),
        ),
    ]
