"""What moderators work with: ready-made reasons, and decisions that can still be taken back for a moment."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.enums import EntryState, ReasonKind
from campaigns.models.campaign import Campaign
from campaigns.models.entry import Entry


class ReasonText(models.Model):
    """„Textbaustein“: a reason that moderators give often, for all campaigns or for one."""

    kind = models.CharField(_("wofür"), max_length=10, choices=ReasonKind)
    title = models.CharField(_("Titel"), max_length=80, help_text=_("So steht der Baustein in der Auswahl."))
    text = models.TextField(
        _("Text"), max_length=1000, help_text=_("Geht wörtlich an die Person, die das Foto eingereicht hat.")
    )
    language = models.CharField(_("Sprache"), max_length=10, default="de")
    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("Nur für diese Kampagne"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reason_texts",
        help_text=_("Leer: für alle Kampagnen."),
    )
    position = models.PositiveSmallIntegerField(
        _("Stelle in der Auswahl"), default=100, help_text=_("Kleine Zahlen stehen vorn.")
    )

    class Meta:
        verbose_name = _("Textbaustein")
        verbose_name_plural = _("Textbausteine")
        ordering = ["kind", "position", "title"]

    def __str__(self) -> str:
        return self.title


class HeldDecision(models.Model):
    """A decision nobody outside knows of yet. Whoever takes the row away, by undoing or releasing, does it alone."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="held_decision")
    step = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    decided_at = models.DateTimeField()
    release_at = models.DateTimeField(db_index=True)
    state_before = models.CharField(max_length=20, choices=EntryState)
    verdict_before = models.TextField(blank=True)
    decided_at_before = models.DateTimeField(null=True)
    decided_by_before = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("Entscheidung in der Schwebe")
        verbose_name_plural = _("Entscheidungen in der Schwebe")
        ordering = ["-decided_at"]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.step}"
