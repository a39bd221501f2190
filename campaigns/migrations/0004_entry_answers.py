from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0003_finale_and_handover"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="shows_children",
            field=models.BooleanField(default=False, verbose_name="Kinder sind zu erkennen"),
        ),
        migrations.AddField(
            model_name="entry",
            name="parents_agreed",
            field=models.BooleanField(default=False, verbose_name="deren Eltern haben zugestimmt"),
        ),
        migrations.AddField(
            model_name="entry",
            name="drone_cleared",
            field=models.BooleanField(default=False, verbose_name="Flug war erlaubt, Drohne registriert"),
        ),
        migrations.AddField(
            model_name="entry",
            name="guardian_asked_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="guardian_reminded_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="erased_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
