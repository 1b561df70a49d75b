from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cmecf", "0002_registration")]

    operations = [
        migrations.AlterField(
            model_name="court",
            name="applications",
            field=models.JSONField(
                default=list,
                editable=False,
                help_text="Kinds of e-file application this court accepts.",
            ),
        ),
        migrations.AlterField(
            model_name="court",
            name="masthead",
            field=models.TextField(
                blank=True, help_text="Shown below the court's name, one entry per line."
            ),
        ),
        migrations.RenameField(model_name="cmecfaccount", old_name="came_by", new_name="origin"),
        migrations.AlterField(
            model_name="cmecfaccount",
            name="only_case",
            field=models.CharField(
                blank=True,
                help_text="The only case the filer may file in, if restricted.",
                max_length=40,
            ),
        ),
    ]
