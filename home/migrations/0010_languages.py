"""Let pages be written in Leichte Sprache and in English; backwards a language goes again while it has no pages."""

from django.db import migrations

ADDED = ("de-simple", "en")


def add_languages(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    for code in ADDED:
        Locale.objects.get_or_create(language_code=code)


def remove_languages(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Locale.objects.filter(language_code__in=ADDED).exclude(pk__in=Page.objects.values("locale_id")).delete()


class Migration(migrations.Migration):
    dependencies = [("home", "0009_events_forms")]

    operations = [migrations.RunPython(add_languages, remove_languages)]
