"""Give each account that was registered without a person an owner: itself."""

from django.db import migrations, models


def own(apps, schema_editor):
    accounts = apps.get_model("pacer_accounts", "PacerAccount").objects
    accounts.filter(persona="").update(persona=models.F("account_number"))


class Migration(migrations.Migration):
    dependencies = [("pacer_accounts", "0006_help_texts")]

    operations = [
        migrations.AlterField(
            model_name="paceraccount",
            name="persona",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="Who practices with it: the key of one of the cast, or an account number.",
                max_length=10,
            ),
        ),
        migrations.RunPython(own, migrations.RunPython.noop),
    ]
