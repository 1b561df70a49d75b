from django.db import migrations, models

CASE, TRANSCRIPT, SEARCH = "case", "transcript", "search"


def name_kinds(apps, schema_editor):
    """Charges from before this migration: the kind was told by the description."""
    rows = apps.get_model("pacer_accounts", "UsageTransaction").objects
    rows.filter(description__startswith="Transcript").update(kind=TRANSCRIPT)
    for start in ("Search", "PACER Case Locator"):
        rows.filter(description__startswith=start).update(kind=SEARCH)
    rows.filter(kind=CASE, pages__gt=30).update(pages=30)
    rows.filter(account__is_cja=True, fee=0, pages__gt=0).update(is_exempt=True)


class Migration(migrations.Migration):
    dependencies = [("pacer_accounts", "0010_payment_once_a_form")]

    operations = [
        migrations.AddField(
            model_name="usagetransaction",
            name="is_exempt",
            field=models.BooleanField(
                default=False,
                help_text="Made while the account's fee exemption was switched on.",
                verbose_name="exempt",
            ),
        ),
        migrations.AddField(
            model_name="usagetransaction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("case", "A document, or a report about one case"),
                    ("transcript", "A transcript"),
                    ("search", "A search, or a report that isn't about one case"),
                    ("audio", "An audio file of a hearing"),
                    ("opinion", "A written opinion"),
                ],
                default=CASE,
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="usagetransaction",
            name="pages",
            field=models.PositiveIntegerField(help_text="Billable pages."),
        ),
        migrations.RunPython(name_kinds, migrations.RunPython.noop),
    ]
