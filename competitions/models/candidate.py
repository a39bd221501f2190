"""What a jury sees: a frozen, redacted copy. Nothing of an application reaches a juror by any other way."""

from __future__ import annotations

import secrets
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .application import Application, ApplicationFile
from .stage import Stage


def new_key() -> str:
    """A public handle that says nothing."""
    return secrets.token_hex(5)


class Candidate(models.Model):
    """One candidate of a stage. `content` holds `[{"title", "items": [{"key", "label", "kind", "value"}]}]`."""

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
    title = models.CharField(_("Titel"), max_length=120)
    size_class = models.PositiveSmallIntegerField(_("Größenklasse"), null=True, blank=True)
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
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def label(self) -> str:
        """Its short name in tables: K7."""
        return f"K{self.number}"


class CandidateFile(models.Model):
    """One file that the jury may open, under a name that tells nothing about its sender."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="files")
    source = models.ForeignKey(ApplicationFile, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(_("Anlage"), max_length=200)
    name = models.CharField(_("Name"), max_length=120)
    size = models.PositiveIntegerField(_("Größe in Byte"))
    content_type = models.CharField(_("Art"), max_length=100)

    class Meta:
        verbose_name = _("Anlage")
        verbose_name_plural = _("Anlagen")
        ordering = ["candidate", "position"]
        constraints = [
            models.UniqueConstraint(fields=["candidate", "position"], name="competitions_candidatefile_position_once"),
        ]

    def __str__(self) -> str:
        return self.label
