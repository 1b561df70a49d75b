from django.db import migrations, models
from django.db.models.functions import Length


def fill(apps, schema_editor):
    """The sizes of the documents so far; those of withdrawn requests lose their content."""
    documents = apps.get_model("efile", "RegistrationDocument").objects
    documents.update(size=Length("content"))
    documents.filter(registration__status="withdrawn").update(content=b"")


class Migration(migrations.Migration):
    dependencies = [("efile", "0002_plain_wording")]

    operations = [
        migrations.AddField(
            model_name="registrationdocument",
            name="size",
            field=models.PositiveIntegerField(
                default=0, help_text="Bytes of the file as uploaded."
            ),
        ),
        migrations.AlterField(
            model_name="registrationdocument",
            name="content",
            field=models.BinaryField(help_text="Empty after the filer withdrew the request."),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
