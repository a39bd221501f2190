import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("competitions", "0004_jury_and_deciding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="application",
            name="partners",
            field=models.JSONField(blank=True, default=list, verbose_name="Partner"),
        ),
        migrations.AddField(
            model_name="application",
            name="reminders",
            field=models.BooleanField(default=True, verbose_name="an den Annahmeschluss erinnern"),
        ),
        migrations.AddField(
            model_name="applicationeditor",
            name="accepted_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="angenommen am"),
        ),
        migrations.AddField(
            model_name="applicationfile",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="entfernt am"),
        ),
        migrations.CreateModel(
            name="Enquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="E-Mail-Adresse")),
                ("text", models.TextField(max_length=2000, verbose_name="Frage")),
                ("asked_at", models.DateTimeField(verbose_name="gefragt am")),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="Antwort")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwortet am")),
                (
                    "wording",
                    models.TextField(blank=True, max_length=2000, verbose_name="Frage, wie alle sie lesen"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="veröffentlicht am")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="enquiries",
                        to="competitions.application",
                        verbose_name="Bewerbung",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enquiries",
                        to="competitions.stage",
                        verbose_name="Stufe",
                    ),
                ),
            ],
            options={
                "verbose_name": "Frage an die Geschäftsstelle",
                "verbose_name_plural": "Fragen an die Geschäftsstelle",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [models.Index(fields=["stage", "answered_at"], name="enquiry_inbox_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="competitions_enquiry_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at__isnull", True), models.Q(("answer", ""), _negated=True), _connector="OR"
                        ),
                        name="competitions_enquiry_answered_in_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_at__isnull", True),
                            models.Q(("answered_at__isnull", False), models.Q(("wording", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="competitions_enquiry_published_with_answer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("parts", models.JSONField(verbose_name="Teile")),
                ("message", models.TextField(max_length=4000, verbose_name="Was fehlt")),
                ("until", models.DateTimeField(verbose_name="bis")),
                ("asked_at", models.DateTimeField(verbose_name="erbeten am")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="beendet am")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="competitions.application",
                        verbose_name="Bewerbung",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="von",
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="competitions.submission",
                        verbose_name="Antwort",
                    ),
                ),
            ],
            options={
                "verbose_name": "Nachforderung",
                "verbose_name_plural": "Nachforderungen",
                "ordering": ["application", "-asked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("application",),
                        name="competitions_followup_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("submission__isnull", True), ("closed_at__isnull", False), _connector="OR"),
                        name="competitions_followup_answered_is_closed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("message", ""), _negated=True),
                        name="competitions_followup_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deadline", models.DateTimeField(verbose_name="Annahmeschluss")),
                ("days", models.PositiveSmallIntegerField(verbose_name="Tage vorher")),
                ("sent_at", models.DateTimeField(verbose_name="verschickt am")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminded",
                        to="competitions.application",
                    ),
                ),
            ],
            options={
                "verbose_name": "Erinnerung",
                "verbose_name_plural": "Erinnerungen",
                "ordering": ["-sent_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("application", "deadline", "days"), name="competitions_reminder_once"
                    )
                ],
            },
        ),
    ]
