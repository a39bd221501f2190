"""Memberships, pages for members, internal documents."""

from __future__ import annotations

import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import cms.core.storages
import home.models.members


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0010_languages"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="InternalDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Kennung")),
                ("title", models.CharField(max_length=160, verbose_name="Titel")),
                (
                    "file",
                    home.models.members.InternalFileField(
                        help_text="PDF, Office-Dateien, Bilder oder ZIP, höchstens 25 MB.",
                        storage=cms.core.storages.select_private_storage,
                        upload_to=home.models.members.internal_path,
                        validators=[
                            django.core.validators.FileExtensionValidator(
                                ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "jpg", "jpeg", "png", "zip", "ics")
                            )
                        ],
                        verbose_name="Datei",
                    ),
                ),
                ("size", models.PositiveIntegerField(default=0, editable=False, verbose_name="Größe")),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="hinzugefügt")),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="von",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leer: für alle Mitglieder.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="internal_documents",
                        to="home.grouppage",
                        verbose_name="Arbeitsgruppe",
                    ),
                ),
            ],
            options={
                "verbose_name": "Internes Dokument",
                "verbose_name_plural": "Interne Dokumente",
                "ordering": ["-added_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="Mitglied seit")),
                ("is_listed", models.BooleanField(default=False, verbose_name="Im Verzeichnis der Mitglieder stehen")),
                ("task", models.CharField(blank=True, max_length=120, verbose_name="Aufgabe")),
                ("about", models.TextField(blank=True, max_length=400, verbose_name="Woran arbeiten Sie?")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="Telefon")),
                ("shows_email", models.BooleanField(default=False, verbose_name="E-Mail-Adresse zeigen")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True, related_name="memberships", to="home.grouppage", verbose_name="Arbeitsgruppen"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="memberships",
                        to="home.partner",
                        verbose_name="Partner",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="membership",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Konto",
                    ),
                ),
            ],
            options={
                "verbose_name": "Mitgliedschaft",
                "verbose_name_plural": "Mitgliedschaften",
                "ordering": ["user__name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MembersIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "teaser",
                    models.TextField(
                        help_text="Ein bis zwei Sätze. Stehen groß am Anfang, in Listen und bei Suchmaschinen.",
                        max_length=300,
                        verbose_name="Teaser",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="home.siteimage",
                        verbose_name="Bild",
                    ),
                ),
            ],
            options={"verbose_name": "Interner Bereich", "verbose_name_plural": "Interne Bereiche"},
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MembersPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "teaser",
                    models.TextField(
                        help_text="Ein bis zwei Sätze. Stehen groß am Anfang, in Listen und bei Suchmaschinen.",
                        max_length=300,
                        verbose_name="Teaser",
                    ),
                ),
                (
                    "date",
                    models.DateField(db_index=True, default=django.utils.timezone.localdate, verbose_name="Datum"),
                ),
                (
                    "is_news",
                    models.BooleanField(
                        default=True,
                        help_text="Steht unter den internen Neuigkeiten. Ohne Häkchen: eine feste Seite, zum Beispiel Spielregeln.",
                        verbose_name="Neuigkeit",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("lead", 0),
                            ("heading", 1),
                            ("paragraph", 2),
                            ("figure", 5),
                            ("facts", 11),
                            ("steps", 16),
                            ("quote", 19),
                            ("documents", 22),
                            ("button", 26),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("home.blocks.body.LeadBlock", (), {}),
                            1: ("home.blocks.body.HeadingBlock", (), {}),
                            2: ("home.blocks.body.ParagraphBlock", (), {}),
                            3: ("home.blocks.choosers.PictureBlock", (), {"label": "Bild"}),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Bildunterschrift", "max_length": 200, "required": False},
                            ),
                            5: ("wagtail.blocks.StructBlock", [[("image", 3), ("caption", 4)]], {}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Überschrift", "max_length": 80, "required": False},
                            ),
                            7: ("wagtail.blocks.CharBlock", (), {"label": "Stichwort", "max_length": 60}),
                            8: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "Angabe"},
                            ),
                            9: ("wagtail.blocks.StructBlock", [[("term", 7), ("text", 8)]], {}),
                            10: ("wagtail.blocks.ListBlock", (9,), {"label": "Angaben", "min_num": 1}),
                            11: ("wagtail.blocks.StructBlock", [[("heading", 6), ("items", 10)]], {}),
                            12: ("wagtail.blocks.CharBlock", (), {"label": "Schritt", "max_length": 60}),
                            13: ("wagtail.blocks.TextBlock", (), {"label": "Text", "max_length": 300}),
                            14: ("wagtail.blocks.StructBlock", [[("heading", 12), ("text", 13)]], {}),
                            15: ("wagtail.blocks.ListBlock", (14,), {"label": "Schritte", "max_num": 6, "min_num": 2}),
                            16: ("wagtail.blocks.StructBlock", [[("heading", 6), ("items", 15)]], {}),
                            17: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"help_text": "Ohne Anführungszeichen.", "label": "Zitat", "max_length": 240},
                            ),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "Name oder Rolle und Ort.", "label": "Wer sagt es", "max_length": 120},
                            ),
                            19: ("wagtail.blocks.StructBlock", [[("quote", 17), ("source", 18)]], {}),
                            20: ("home.blocks.choosers.DocumentBlock", (), {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "Dokumente", "min_num": 1}),
                            22: ("wagtail.blocks.StructBlock", [[("heading", 6), ("items", 21)]], {}),
                            23: ("home.blocks.choosers.PageBlock", (), {"label": "Seite", "required": False}),
                            24: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {"help_text": "Vollständig, mit https://", "label": "oder Adresse", "required": False},
                            ),
                            25: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Sagt, wohin es geht: „Zur Galerie“, nicht „hier“.",
                                    "label": "Beschriftung",
                                    "max_length": 60,
                                },
                            ),
                            26: ("wagtail.blocks.StructBlock", [[("page", 23), ("address", 24), ("text", 25)]], {}),
                        },
                        verbose_name="Inhalt",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="home.siteimage",
                        verbose_name="Bild",
                    ),
                ),
            ],
            options={"verbose_name": "Interne Seite", "verbose_name_plural": "Interne Seiten"},
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MinutesPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "teaser",
                    models.TextField(
                        help_text="Ein bis zwei Sätze. Stehen groß am Anfang, in Listen und bei Suchmaschinen.",
                        max_length=300,
                        verbose_name="Teaser",
                    ),
                ),
                (
                    "date",
                    models.DateField(db_index=True, default=django.utils.timezone.localdate, verbose_name="Sitzung am"),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("lead", 0),
                            ("heading", 1),
                            ("paragraph", 2),
                            ("figure", 5),
                            ("facts", 11),
                            ("steps", 16),
                            ("quote", 19),
                            ("documents", 22),
                            ("button", 26),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("home.blocks.body.LeadBlock", (), {}),
                            1: ("home.blocks.body.HeadingBlock", (), {}),
                            2: ("home.blocks.body.ParagraphBlock", (), {}),
                            3: ("home.blocks.choosers.PictureBlock", (), {"label": "Bild"}),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Bildunterschrift", "max_length": 200, "required": False},
                            ),
                            5: ("wagtail.blocks.StructBlock", [[("image", 3), ("caption", 4)]], {}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Überschrift", "max_length": 80, "required": False},
                            ),
                            7: ("wagtail.blocks.CharBlock", (), {"label": "Stichwort", "max_length": 60}),
                            8: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "Angabe"},
                            ),
                            9: ("wagtail.blocks.StructBlock", [[("term", 7), ("text", 8)]], {}),
                            10: ("wagtail.blocks.ListBlock", (9,), {"label": "Angaben", "min_num": 1}),
                            11: ("wagtail.blocks.StructBlock", [[("heading", 6), ("items", 10)]], {}),
                            12: ("wagtail.blocks.CharBlock", (), {"label": "Schritt", "max_length": 60}),
                            13: ("wagtail.blocks.TextBlock", (), {"label": "Text", "max_length": 300}),
                            14: ("wagtail.blocks.StructBlock", [[("heading", 12), ("text", 13)]], {}),
                            15: ("wagtail.blocks.ListBlock", (14,), {"label": "Schritte", "max_num": 6, "min_num": 2}),
                            16: ("wagtail.blocks.StructBlock", [[("heading", 6), ("items", 15)]], {}),
                            17: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"help_text": "Ohne Anführungszeichen.", "label": "Zitat", "max_length": 240},
                            ),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "Name oder Rolle und Ort.", "label": "Wer sagt es", "max_length": 120},
                            ),
                            19: ("wagtail.blocks.StructBlock", [[("quote", 17), ("source", 18)]], {}),
                            20: ("home.blocks.choosers.DocumentBlock", (), {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "Dokumente", "min_num": 1}),
                            22: ("wagtail.blocks.StructBlock", [[("heading", 6), ("items", 21)]], {}),
                            23: ("home.blocks.choosers.PageBlock", (), {"label": "Seite", "required": False}),
                            24: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {"help_text": "Vollständig, mit https://", "label": "oder Adresse", "required": False},
                            ),
                            25: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Sagt, wohin es geht: „Zur Galerie“, nicht „hier“.",
                                    "label": "Beschriftung",
                                    "max_length": 60,
                                },
                            ),
                            26: ("wagtail.blocks.StructBlock", [[("page", 23), ("address", 24), ("text", 25)]], {}),
                        },
                        verbose_name="Protokoll",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        help_text="Nur Mitglieder dieser Gruppe können das Protokoll lesen.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="home.grouppage",
                        verbose_name="Arbeitsgruppe",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="home.siteimage",
                        verbose_name="Bild",
                    ),
                ),
            ],
            options={"verbose_name": "Protokoll", "verbose_name_plural": "Protokolle"},
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MinutesDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="home.internaldocument",
                        verbose_name="Internes Dokument",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="documents", to="home.minutespage"
                    ),
                ),
            ],
            options={
                "verbose_name": "Unterlage eines Protokolls",
                "verbose_name_plural": "Unterlagen eines Protokolls",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
