import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("competitions", "0002_finalists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="application",
            name="preceding",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="following",
                to="competitions.application",
                verbose_name="vorher",
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="redactions",
            field=models.JSONField(blank=True, default=dict, verbose_name="Schwärzungen"),
        ),
        migrations.AddField(
            model_name="award",
            name="is_optional",
            field=models.BooleanField(
                default=False, help_text="Die Jury muss diesen Preis nicht vergeben.", verbose_name="kann entfallen"
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="theme",
            field=models.CharField(blank=True, max_length=100, verbose_name="Thema"),
        ),
        migrations.AddField(
            model_name="competition",
            name="budget",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                help_text="Was für Preise zur Verfügung steht. Die Jury sieht beim Beraten, wie viel davon vergeben ist.",
                max_digits=12,
                null=True,
                validators=[django.core.validators.MinValueValidator(0)],
                verbose_name="Budget in Euro",
            ),
        ),
        migrations.AddField(
            model_name="competition",
            name="themes",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="Eines je Zeile. Leer: Der Wettbewerb fragt nach keinem Thema.",
                verbose_name="Themen",
            ),
        ),
        migrations.AddField(
            model_name="criterion",
            name="themes",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="Keines gewählt: gilt für alle Bewerbungen.",
                verbose_name="nur für die Themen",
            ),
        ),
        migrations.AlterField(
            model_name="formversion",
            name="definition",
            field=wagtail.fields.StreamField(
                [("part", 39)],
                block_lookup={
                    0: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"help_text": "Steht in der Aufgabenliste.", "label": "Teil", "max_length": 80},
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Eine Zeile: was hier gefragt wird.",
                            "label": "Kurz gesagt",
                            "max_length": 160,
                            "required": False,
                        },
                    ),
                    2: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"icon": "title", "label": "Zwischenüberschrift", "max_length": 120},
                    ),
                    3: ("wagtail.blocks.TextBlock", (), {"icon": "info-circle", "label": "Erklärung"}),
                    4: ("wagtail.blocks.CharBlock", (), {"label": "Frage", "max_length": 200}),
                    5: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "Steht klein unter der Frage: was gemeint ist, ein Beispiel.",
                            "label": "Hilfe",
                            "required": False,
                        },
                    ),
                    6: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {"default": 200, "label": "Höchstens so viele Zeichen", "max_value": 500, "min_value": 1},
                    ),
                    7: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {"default": True, "label": "Muss beantwortet werden", "required": False},
                    ),
                    8: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {
                            "help_text": "In einer anonymen Stufe sieht die Jury diese Antwort nicht.",
                            "label": "Kennzeichnend",
                            "required": False,
                        },
                    ),
                    9: (
                        "wagtail.blocks.RegexBlock",
                        ("^[a-z][a-z0-9-]{0,49}$",),
                        {
                            "error_messages": {
                                "invalid": "Kleinbuchstaben, Ziffern und Bindestriche, am Anfang ein Buchstabe."
                            },
                            "help_text": "Bleibt über Fassungen hinweg gleich. Leer lassen: wird aus der Frage gebildet.",
                            "label": "Kurzname",
                            "required": False,
                        },
                    ),
                    10: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("max_characters", 6),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    11: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {"default": 1500, "label": "Höchstens so viele Zeichen", "max_value": 20000, "min_value": 50},
                    ),
                    12: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("max_characters", 11),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    13: ("wagtail.blocks.CharBlock", (), {"label": "Einheit", "max_length": 20, "required": False}),
                    14: ("wagtail.blocks.DecimalBlock", (), {"label": "Mindestens", "required": False}),
                    15: ("wagtail.blocks.DecimalBlock", (), {"label": "Höchstens", "required": False}),
                    16: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("unit", 13),
                                ("lowest", 14),
                                ("highest", 15),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    17: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {"decimal_places": 2, "label": "Mindestens, in Euro", "required": False},
                    ),
                    18: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {"decimal_places": 2, "label": "Höchstens, in Euro", "required": False},
                    ),
                    19: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("lowest", 17),
                                ("highest", 18),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    20: ("wagtail.blocks.CharBlock", (), {"label": "Antwort", "max_length": 100}),
                    21: ("wagtail.blocks.ListBlock", (20,), {"label": "Antworten", "min_num": 2}),
                    22: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {
                            "help_text": "Die Antworten heißen dann wie die Themen des Wettbewerbs. Nur für eine Frage im Formular.",
                            "label": "Bestimmt das Thema der Bewerbung",
                            "required": False,
                        },
                    ),
                    23: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("options", 21),
                                ("is_theme", 22),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    24: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {"label": "Höchstens so viele Antworten", "min_value": 1, "required": False},
                    ),
                    25: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("options", 21),
                                ("max_options", 24),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    26: (
                        "wagtail.blocks.StructBlock",
                        [[("label", 4), ("help", 5), ("required", 7), ("identifying", 8), ("key", 9)]],
                        {},
                    ),
                    27: (
                        "wagtail.blocks.MultipleChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("pdf", "PDF"),
                                ("image", "Bild (JPEG, PNG oder WebP)"),
                                ("office", "Office-Dokument (Word, Excel, PowerPoint, OpenDocument)"),
                            ],
                            "label": "Arten",
                        },
                    ),
                    28: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {"default": 1, "label": "Höchstens so viele Dateien", "max_value": 20, "min_value": 1},
                    ),
                    29: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("file_groups", 27),
                                ("max_files", 28),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    30: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"default": "Wettbewerbsmittel", "label": "Name der beantragten Mittel", "max_length": 100},
                    ),
                    31: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "label": "Höchster Anteil an den Kosten, in Prozent",
                            "max_value": 100,
                            "min_value": 0,
                            "required": False,
                        },
                    ),
                    32: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {"label": "Höchster Betrag, in Euro", "min_value": 0, "required": False},
                    ),
                    33: ("wagtail.blocks.CharBlock", (), {"label": "Posten", "max_length": 200}),
                    34: ("wagtail.blocks.ListBlock", (33,), {"default": [], "label": "Vorgeschlagene Kosten"}),
                    35: ("wagtail.blocks.ListBlock", (33,), {"default": [], "label": "Vorgeschlagene Finanzierung"}),
                    36: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 4),
                                ("help", 5),
                                ("grant_label", 30),
                                ("max_share", 31),
                                ("highest", 32),
                                ("cost_items", 34),
                                ("funding_items", 35),
                                ("required", 7),
                                ("identifying", 8),
                                ("key", 9),
                            ]
                        ],
                        {},
                    ),
                    37: (
                        "wagtail.blocks.StreamBlock",
                        [
                            [
                                ("heading", 2),
                                ("explanation", 3),
                                ("short_text", 10),
                                ("long_text", 12),
                                ("number", 16),
                                ("money", 19),
                                ("choice", 23),
                                ("choices", 25),
                                ("date", 26),
                                ("file", 29),
                                ("plan", 36),
                            ]
                        ],
                        {},
                    ),
                    38: (
                        "wagtail.blocks.RegexBlock",
                        ("^[a-z][a-z0-9-]{0,49}$",),
                        {"label": "Kurzname", "required": False},
                    ),
                    39: ("wagtail.blocks.StructBlock", [[("title", 0), ("intro", 1), ("blocks", 37), ("key", 38)]], {}),
                },
                verbose_name="Formular",
            ),
        ),
        migrations.CreateModel(
            name="InternalNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=4000, verbose_name="Notiz")),
                ("written_at", models.DateTimeField(verbose_name="geschrieben am")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="competitions.application",
                        verbose_name="Bewerbung",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="von",
                    ),
                ),
            ],
            options={
                "verbose_name": "Interne Notiz",
                "verbose_name_plural": "Interne Notizen",
                "ordering": ["-written_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="competitions_internalnote_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="Name")),
                ("query", models.CharField(max_length=1000, verbose_name="Auswahl")),
                ("is_shared", models.BooleanField(default=False, verbose_name="für die ganze Geschäftsstelle")),
                (
                    "competition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to="competitions.competition",
                        verbose_name="Wettbewerb",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gehört",
                    ),
                ),
            ],
            options={
                "verbose_name": "Gespeicherte Ansicht",
                "verbose_name_plural": "Gespeicherte Ansichten",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "competition", "name"), name="competitions_savedview_name_once"
                    )
                ],
            },
        ),
    ]
