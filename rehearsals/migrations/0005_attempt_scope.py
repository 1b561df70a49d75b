from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rehearsals", "0004_due_event_keys")]

    operations = [
        migrations.RemoveConstraint("attemptcounter", "one_counter_per_door_and_name"),
        migrations.RemoveConstraint("attemptcounter", "one_counter_per_staff_name"),
        migrations.RenameField("attemptcounter", "door", "scope"),
        migrations.AddConstraint(
            "attemptcounter",
            models.UniqueConstraint(
                fields=("rehearsal", "scope", "name_digest"), name="one_counter_per_scope_and_name"
            ),
        ),
        migrations.AddConstraint(
            "attemptcounter",
            models.UniqueConstraint(
                condition=models.Q(rehearsal__isnull=True),
                fields=("scope", "name_digest"),
                name="one_counter_per_staff_name",
            ),
        ),
    ]
