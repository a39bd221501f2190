import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0006_first_reason_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BallotCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("proposes_exclusion", models.BooleanField(null=True, verbose_name="Vorschlag: nicht werten")),
                ("proposed_at", models.DateTimeField(null=True)),
                ("proposal_reason", models.TextField(blank=True, verbose_name="Begründung der ersten Person")),
                ("is_excluded", models.BooleanField(null=True, verbose_name="nicht gewertet")),
                ("decided_at", models.DateTimeField(null=True)),
                ("decision_reason", models.TextField(blank=True, verbose_name="Begründung der zweiten Person")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("disposable", "Wegwerf-Adresse"),
                            ("burst", "Sehr viele Stimmzettel in kurzer Zeit"),
                            ("regular", "Auffällig gleichmäßige Abstände"),
                            ("network", "Sehr viele Stimmzettel aus einem Netz"),
                        ],
                        max_length=10,
                        verbose_name="Anhaltspunkt",
                    ),
                ),
                ("network", models.CharField(blank=True, editable=False, max_length=64)),
                ("begins_at", models.DateTimeField(verbose_name="erster Stimmzettel")),
                ("ends_at", models.DateTimeField(verbose_name="letzter Stimmzettel")),
                ("created_at", models.DateTimeField(verbose_name="angelegt am")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ballot_cases",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="zweite Person",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="erste Person",
                    ),
                ),
            ],
            options={
                "verbose_name": "Fall",
                "verbose_name_plural": "Fälle",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="setaside",
            name="case",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="set_aside",
                to="campaigns.ballotcase",
            ),
        ),
        migrations.AddConstraint(
            model_name="ballotcase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_excluded", None),
                    models.Q(
                        ("decided_by__isnull", False),
                        ("proposed_by__isnull", False),
                        models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ballotcase_two_people",
            ),
        ),
    ]
