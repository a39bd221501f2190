"""Topics, addresses, issues and deliveries of the newsletter."""

from __future__ import annotations

import uuid

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0007_projects_people_declarations"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="NewsletterTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="Thema")),
                ("text", models.CharField(blank=True, max_length=160, verbose_name="Worum es geht")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="Reihenfolge")),
                ("is_offered", models.BooleanField(default=True, verbose_name="wird angeboten")),
            ],
            options={
                "verbose_name": "Thema des Newsletters",
                "verbose_name_plural": "Themen des Newsletters",
                "ordering": ["position", "name"],
            },
        ),
        migrations.CreateModel(
            name="NewsletterIssue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(
                        help_text="Sagt, was drinsteht. Am besten unter 60 Zeichen.",
                        max_length=120,
                        verbose_name="Betreff",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        blank=True,
                        help_text="Leere Zeilen trennen Absätze. Ohne Formatierung.",
                        max_length=3000,
                        verbose_name="Einleitung",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(editable=False, max_length=120, null=True, unique=True, verbose_name="Adresse"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Entwurf"), ("sending", "wird gesendet"), ("sent", "gesendet")],
                        default="draft",
                        editable=False,
                        max_length=8,
                        verbose_name="Stand",
                    ),
                ),
                ("contents", models.JSONField(default=list, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="angelegt")),
                ("started_at", models.DateTimeField(editable=False, null=True, verbose_name="Versand begonnen")),
                ("finished_at", models.DateTimeField(editable=False, null=True, verbose_name="Versand beendet")),
                (
                    "started_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gesendet von",
                    ),
                ),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        help_text="An alle, die eines dieser Themen gewählt haben. Ohne Auswahl: an alle.",
                        related_name="issues",
                        to="home.newslettertopic",
                        verbose_name="Themen",
                    ),
                ),
            ],
            options={
                "verbose_name": "Ausgabe des Newsletters",
                "verbose_name_plural": "Ausgaben des Newsletters",
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="NewsletterItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        help_text="Ohne eigenen Text steht hier der Teaser der Seite.",
                        max_length=400,
                        verbose_name="Text",
                    ),
                ),
                (
                    "issue",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="home.newsletterissue"
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="Seite",
                    ),
                ),
            ],
            options={
                "verbose_name": "Beitrag einer Ausgabe",
                "verbose_name_plural": "Beiträge einer Ausgabe",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Subscriber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Kennung")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="E-Mail-Adresse")),
                (
                    "state",
                    models.CharField(
                        choices=[("pending", "noch nicht bestätigt"), ("confirmed", "bestätigt")],
                        default="pending",
                        max_length=12,
                        verbose_name="Stand",
                    ),
                ),
                ("consent_text", models.TextField(verbose_name="Einwilligung im Wortlaut")),
                ("asked_at", models.DateTimeField(db_index=True, verbose_name="angemeldet")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="bestätigt")),
                ("confirm_digest", models.CharField(editable=False, max_length=64, null=True, unique=True)),
                ("link_digest", models.CharField(editable=False, max_length=64, null=True, unique=True)),
                (
                    "topics",
                    models.ManyToManyField(
                        related_name="subscribers", to="home.newslettertopic", verbose_name="Themen"
                    ),
                ),
            ],
            options={
                "verbose_name": "Adresse des Newsletters",
                "verbose_name_plural": "Adressen des Newsletters",
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="NewsletterDelivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "wartet"), ("handed", "übergeben"), ("failed", "nicht zustellbar")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("link_digest", models.CharField(max_length=64, null=True, unique=True)),
                ("mail_key", models.UUIDField(null=True)),
                ("handed_at", models.DateTimeField(null=True)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="home.newsletterissue",
                    ),
                ),
                (
                    "subscriber",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="deliveries",
                        to="home.subscriber",
                    ),
                ),
            ],
            options={"verbose_name": "Zustellung", "verbose_name_plural": "Zustellungen"},
        ),
        migrations.AddConstraint(
            model_name="subscriber",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at", None), ("state", "pending")),
                    models.Q(("confirmed_at__isnull", False), ("state", "confirmed")),
                    _connector="OR",
                ),
                name="home_subscriber_confirmed_has_moment",
            ),
        ),
        migrations.AddIndex(
            model_name="newsletterdelivery", index=models.Index(fields=["issue", "state"], name="home_delivery_state")
        ),
        migrations.AddConstraint(
            model_name="newsletterdelivery",
            constraint=models.UniqueConstraint(fields=("issue", "subscriber"), name="home_delivery_once_per_reader"),
        ),
    ]
