"""Examples that people suggest for the KOMPASS; the office makes drafts of them or says why not."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.enums import SuggestionState, VacancyKind

if TYPE_CHECKING:
    from datetime import datetime


class ExampleSuggestionQuerySet(models.QuerySet["ExampleSuggestion"]):
    def waiting(self) -> ExampleSuggestionQuerySet:
        """Return what nobody has decided on."""
        return self.filter(state=SuggestionState.OPEN)


class ExampleSuggestion(models.Model):
    key = models.UUIDField(_("Kennung"), default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("Titel"), max_length=120)
    municipality = models.ForeignKey(
        "places.Municipality", verbose_name=_("Stadt oder Gemeinde"), on_delete=models.PROTECT, related_name="+"
    )
    vacancy = models.CharField(_("Art des Leerstands"), max_length=20, choices=VacancyKind.choices)
    story = models.TextField(_("Was wurde gemacht?"), max_length=4000)
    result = models.TextField(_("Was ist heute anders?"), max_length=600, blank=True)
    link = models.URLField(_("Adresse zum Weiterlesen"), blank=True)
    name = models.CharField(_("Name"), max_length=120, blank=True)
    organisation = models.CharField(_("Organisation"), max_length=160, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"))
    language = models.CharField(max_length=10, default="de", editable=False)
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("Eingang"), db_index=True)
    state = models.CharField(
        _("Stand"), max_length=12, choices=SuggestionState.choices, default=SuggestionState.OPEN, db_index=True
    )
    reason = models.TextField(_("Begründung"), max_length=1000, blank=True)
    handled_at = models.DateTimeField(_("entschieden am"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    example = models.ForeignKey(
        "home.ExamplePage", null=True, blank=True, on_delete=models.SET_NULL, related_name="suggestions"
    )

    objects = ExampleSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("Vorgeschlagenes Beispiel")
        verbose_name_plural = _("Vorgeschlagene Beispiele")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", handled_at=None)
                | (~models.Q(state="open") & models.Q(handled_at__isnull=False)),
                name="home_suggestion_handled_or_open",
            )
        ]

    def __str__(self) -> str:
        return self.title
