from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cso", "0002_recovery_and_second_factor")]

    operations = [migrations.RenameModel("StorySession", "SignOnSession")]
