from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("rehearsals", "0005_attempt_scope"),
    ]

    operations = [
        migrations.AlterField(
            model_name="activity",
            name="who",
            field=models.CharField(
                blank=True, help_text="Empty for an unknown name.", max_length=120
            ),
        ),
        migrations.AlterField(
            model_name="courtclock",
            name="court_at",
            field=models.DateTimeField(
                blank=True, help_text="Court time (UTC) at `wall_at`.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="courtclock",
            name="manner",
            field=models.CharField(
                choices=[
                    ("wall", "Follows today's date and time"),
                    ("running", "Running"),
                    ("held", "Held"),
                ],
                default="wall",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="courtclock",
            name="wall_at",
            field=models.DateTimeField(
                blank=True, help_text="Wall time (UTC) when the clock was set.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="rehearsal",
            name="clock_control",
            field=models.CharField(
                choices=[("holder", "Anyone in the rehearsal"), ("staff", "Trainers only")],
                default="holder",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="rehearsal",
            name="era",
            field=models.CharField(
                choices=[
                    ("2020", "2020: the rules on the day of the move"),
                    ("2025", "2025: longer passwords and multifactor authentication"),
                ],
                default="2020",
                max_length=4,
            ),
        ),
        migrations.AlterField(
            model_name="rehearsal",
            name="is_ending",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="Set while the rehearsal is deleted, so that its log can be deleted too.",
            ),
        ),
        migrations.AlterField(
            model_name="rehearsal",
            name="link_policy",
            field=models.CharField(
                choices=[
                    ("guard", "Guard: a shared PACER account can't be linked"),
                    (
                        "realistic",
                        "Realistic: a shared PACER account can be linked, as in real systems",
                    ),
                ],
                default="guard",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="rehearsal",
            name="refuses_special_logins",
            field=models.BooleanField(
                default=False,
                help_text="A CM/ECF login with & @ # $ or * can't be linked, as in one real court.",
            ),
        ),
    ]
