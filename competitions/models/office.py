"""What the office keeps for itself: notes on applications and views of the register. No applicant, no juror sees it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .application import Application
from .competition import Competition


class InternalNote(models.Model):
    """One remark of the office on an application; deleted some time after the decision."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="notes", verbose_name=_("Bewerbung")
    )
    text = models.TextField(_("Notiz"), max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("von")
    )
    written_at = models.DateTimeField(_("geschrieben am"))

    class Meta:
        verbose_name = _("Interne Notiz")
        verbose_name_plural = _("Interne Notizen")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="competitions_internalnote_says_something"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class SavedView(models.Model):
    """Filters, columns and order of a register under a name; one's own, or shared with the whole office."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("gehört")
    )
    competition = models.ForeignKey(
        Competition, on_delete=models.CASCADE, related_name="saved_views", verbose_name=_("Wettbewerb")
    )
    name = models.CharField(_("Name"), max_length=60)
    query = models.CharField(_("Auswahl"), max_length=1000)
    is_shared = models.BooleanField(_("für die ganze Geschäftsstelle"), default=False)

    class Meta:
        verbose_name = _("Gespeicherte Ansicht")
        verbose_name_plural = _("Gespeicherte Ansichten")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "competition", "name"], name="competitions_savedview_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
