from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cso", "0002_recovery_and_second_factor")]

    operations = [
        migrations.RenameModel("StorySession", "SignOnSession"),
        migrations.AlterModelOptions("SignOnSession", {"verbose_name": "sign-on session"}),
        migrations.AlterField(
            "SignOnSession",
            "browser",
            models.CharField(
                blank=True, help_text="A readable name, for the account holder.", max_length=60
            ),
        ),
        migrations.AlterField(
            "AuthenticatorApp",
            "last_step",
            models.BigIntegerField(
                default=-1,
                editable=False,
                help_text="The last 30-second step used: no passcode works twice.",
            ),
        ),
    ]
