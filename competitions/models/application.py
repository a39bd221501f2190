"""What an applicant hands in: answers, files and the people who may edit them."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.storages import random_name, select_private_storage
from cms.places.models import Municipality
from competitions.domain import (
    Applicant,
    FormReport,
    OpenParts,
    Ties,
    deadline_for,
    form_report,
    needs_consent,
    theme_of,
)
from competitions.enums import ApplicationState, OrganisationKind

from .form import FormVersion
from .stage import Stage

if TYPE_CHECKING:
    from .follow_up import FollowUp

_HANDED_IN = [ApplicationState.SENT.value, ApplicationState.ADMITTED.value, ApplicationState.REFUSED.value]


class Application(models.Model):
    """One application, known by its code (W27-0148). `revision` grows with every save: who saves an old one is told."""

    code = models.CharField(_("Nummer"), max_length=12, unique=True, editable=False)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="applications", verbose_name=_("Stufe"))
    form_version = models.ForeignKey(
        FormVersion, on_delete=models.PROTECT, related_name="applications", verbose_name=_("Formular")
    )
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("federführend")
    )
    state = models.CharField(
        _("Stand"), max_length=12, choices=ApplicationState.choices, default=ApplicationState.DRAFT
    )
    title = models.CharField(_("Titel des Vorhabens"), max_length=120, blank=True)
    organisation = models.CharField(_("Wer sich bewirbt"), max_length=160, blank=True)
    organisation_kind = models.CharField(
        _("Art"), max_length=12, choices=OrganisationKind.choices, default=OrganisationKind.MUNICIPALITY
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Kommune")
    )
    contact_name = models.CharField(_("Ansprechperson"), max_length=120, blank=True)
    contact_phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    partners = models.JSONField(_("Partner"), default=list, blank=True)
    answers = models.JSONField(_("Antworten"), default=dict, blank=True)
    revision = models.PositiveIntegerField(_("Fassung"), default=0)
    extended_until = models.DateTimeField(_("verlängert bis"), null=True, blank=True)
    created_at = models.DateTimeField(_("begonnen am"))
    updated_at = models.DateTimeField(_("zuletzt gespeichert"))
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("von")
    )
    sent_at = models.DateTimeField(_("gesendet am"), null=True, blank=True)
    reminders = models.BooleanField(_("an den Annahmeschluss erinnern"), default=True)
    preceding = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="following", verbose_name=_("vorher")
    )
    redactions = models.JSONField(_("Schwärzungen"), default=dict, blank=True)

    class Meta:
        verbose_name = _("Bewerbung")
        verbose_name_plural = _("Bewerbungen")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lead", "stage"], condition=Q(state="draft"), name="competitions_application_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ApplicationState.values), name="competitions_application_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_HANDED_IN)
                | (Q(sent_at__isnull=False, municipality__isnull=False) & ~Q(title="") & ~Q(organisation="")),
                name="competitions_application_handed_in_whole",
            ),
        ]
        indexes = [models.Index(fields=["stage", "state", "-sent_at"], name="application_desk_idx")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()

    @property
    def applicant(self) -> Applicant:
        return Applicant(
            organisation=self.organisation,
            has_municipality=self.municipality_id is not None,
            title=self.title,
            contact_name=self.contact_name,
            partners=self.partners,
            needs_consent=needs_consent(self.organisation_kind),
        )

    @property
    def ties(self) -> Ties:
        """What binds it to people and places; reads the editors."""
        people = {self.lead_id, *(editor.user_id for editor in self.editors.all())}
        return Ties(self.municipality_id, self.organisation, frozenset(people))

    @property
    def theme(self) -> str:
        """The theme that was chosen, by its words; empty where the form asks for none."""
        return theme_of(self.form_version.form, self.answers)

    @property
    def deadline(self) -> datetime:
        return deadline_for(self.stage.dates, self.extended_until)

    @property
    def follow_up(self) -> FollowUp | None:
        """The request of the office that has not been closed, whether its time is over or not."""
        return next((asked for asked in self.follow_ups.all() if asked.closed_at is None), None)

    @property
    def opened(self) -> OpenParts | None:
        """The parts that this request has opened again."""
        asked = self.follow_up
        return OpenParts(frozenset(asked.parts), asked.until) if asked else None

    def report(self) -> FormReport:
        """How far it is; reads the files."""
        files = Counter(file.question for file in self.files.all())
        return form_report(self.form_version.form, self.answers, files, self.applicant)


class ApplicationEditor(models.Model):
    """Somebody besides the lead who may edit once the invitation is accepted: a partner, a colleague."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="editors")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("Konto")
    )
    role = models.CharField(_("Rolle"), max_length=80, blank=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(_("eingeladen am"))
    accepted_at = models.DateTimeField(_("angenommen am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Mitwirkende Person")
        verbose_name_plural = _("Mitwirkende")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "user"], name="competitions_applicationeditor_once"),
        ]

    def __str__(self) -> str:
        return self.user.get_full_name()


def file_place(instance: ApplicationFile, filename: str) -> str:
    """A place that says nothing about the file but its type."""
    return random_name("competitions/applications", PurePath(filename).suffix)


class StandingFileManager(models.Manager["ApplicationFile"]):
    """Files that have not been taken out again."""

    def get_queryset(self) -> models.QuerySet[ApplicationFile]:
        return super().get_queryset().filter(removed_at__isnull=True)


class ApplicationFile(models.Model):
    """One file of an answer, in private storage; its type was found in its content.

    `removed_at`: taken out after it had been handed in, so the content stays with the submission that names it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="files")
    question = models.CharField(_("Frage"), max_length=50)
    file = models.FileField(_("Datei"), storage=select_private_storage, upload_to=file_place, max_length=200)
    name = models.CharField(_("Name"), max_length=120)
    size = models.PositiveIntegerField(_("Größe in Byte"))
    sha256 = models.CharField(_("Prüfsumme"), max_length=64)
    content_type = models.CharField(_("Art"), max_length=100)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    uploaded_at = models.DateTimeField(_("hochgeladen am"))
    removed_at = models.DateTimeField(_("entfernt am"), null=True, blank=True)

    objects = StandingFileManager()
    everything = models.Manager["ApplicationFile"]()

    class Meta:
        verbose_name = _("Datei einer Bewerbung")
        verbose_name_plural = _("Dateien von Bewerbungen")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question", "sha256"], name="competitions_applicationfile_once"
            ),
            models.CheckConstraint(condition=Q(size__gte=1), name="competitions_applicationfile_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name
