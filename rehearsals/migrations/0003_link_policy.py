"""How strict a rehearsal is about links. SQLite rebuilds the table, so the log's guard steps aside."""

from importlib import import_module

from django.db import migrations, models

log_guard = import_module("rehearsals.migrations.0002_append_only_log")


class Migration(migrations.Migration):
    dependencies = [("rehearsals", "0002_append_only_log")]

    operations = [
        migrations.RunPython(log_guard.unguard, log_guard.guard),
        migrations.AddField(
            model_name="rehearsal",
            name="link_policy",
            field=models.CharField(
                choices=[
                    ("guard", "Guard: a shared PACER account is refused"),
                    (
                        "realistic",
                        "Realistic: a shared PACER account can be linked, with all that follows",
                    ),
                ],
                default="guard",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="rehearsal",
            name="refuses_special_logins",
            field=models.BooleanField(
                default=False,
                help_text="As in one court's move: a CM/ECF login with & @ # $ or * cannot be linked.",
            ),
        ),
        migrations.RunPython(log_guard.guard, log_guard.unguard),
    ]
