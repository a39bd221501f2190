"""What a jury sees: a frozen, redacted copy. Nothing of an application reaches a juror by any other way."""

from __future__ import annotations

import secrets
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.storages import random_name, select_private_storage
from cms.places.models import Municipality
from competitions.domain import Ties

from .application import Application, ApplicationFile
from .form import Criterion
from .stage import Stage


def new_key() -> str:
    """A public handle that says nothing."""
    return secrets.token_hex(5)


def picture_path(_file: CandidateFile, filename: str) -> str:
    """A random name; nothing of its origin is in it."""
    return random_name("jury", f".{filename.rpartition('.')[2].lower()}")


class Candidate(models.Model):
    """One candidate of a stage: of an application, or of a finalist from elsewhere that `origin` names.

    `content` holds `[{"title", "items": [{"key", "label", "kind", "value"}]}]`;
    a plan also has "grant", the name of the money that it asks for.
    """

    key = models.CharField(_("Kennung"), max_length=10, unique=True, default=new_key, editable=False)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="candidates", verbose_name=_("Stufe"))
    number = models.PositiveSmallIntegerField(_("Nummer"))
    application = models.OneToOneField(
        Application,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="candidate",
        verbose_name=_("Bewerbung"),
    )
    origin = models.CharField(_("Herkunft"), max_length=40, blank=True, editable=False)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Kommune")
    )
    title = models.CharField(_("Titel"), max_length=120)
    size_class = models.PositiveSmallIntegerField(_("Größenklasse"), null=True, blank=True)
    theme = models.CharField(_("Thema"), max_length=100, blank=True)
    content = models.JSONField(_("Inhalt"), default=list)
    fingerprint = models.CharField(_("Prüfsumme"), max_length=64)
    frozen_at = models.DateTimeField(_("eingefroren am"))

    class Meta:
        verbose_name = _("Kandidat")
        verbose_name_plural = _("Kandidaten")
        ordering = ["stage", "number"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "number"], name="competitions_candidate_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="competitions_candidate_number_positive"),
            models.UniqueConstraint(
                fields=["stage", "origin"], condition=~Q(origin=""), name="competitions_candidate_origin_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def label(self) -> str:
        """Its short name in tables: K7."""
        return f"K{self.number}"

    @property
    def criteria(self) -> list[Criterion]:
        """What it is scored by: the criteria of its stage that hold for its theme, in their order."""
        return [criterion for criterion in self.stage.criteria.all() if criterion.applies_to(self.theme)]

    @property
    def ties(self) -> Ties:
        """What could bind a juror to it."""
        return self.application.ties if self.application else Ties(self.municipality_id)


class CandidateFile(models.Model):
    """One file that the jury may open, under a name that tells nothing about its sender."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="files")
    source = models.ForeignKey(ApplicationFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    copy = models.FileField(
        _("eigene Kopie"), storage=select_private_storage, upload_to=picture_path, max_length=200, blank=True
    )
    position = models.PositiveSmallIntegerField()
    label = models.CharField(_("Anlage"), max_length=200)
    description = models.CharField(_("Was ist zu sehen?"), max_length=300, blank=True)
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    name = models.CharField(_("Name"), max_length=120)
    size = models.PositiveIntegerField(_("Größe in Byte"))
    content_type = models.CharField(_("Art"), max_length=100)

    class Meta:
        verbose_name = _("Anlage")
        verbose_name_plural = _("Anlagen")
        ordering = ["candidate", "position"]
        constraints = [
            models.UniqueConstraint(fields=["candidate", "position"], name="competitions_candidatefile_position_once"),
            models.CheckConstraint(
                condition=Q(source__isnull=False, copy="") | (Q(source__isnull=True) & ~Q(copy="")),
                name="competitions_candidatefile_one_source",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def stored_name(self) -> str:
        """Where it lies in the private store."""
        return str(self.source.file.name) if self.source else str(self.copy.name)
