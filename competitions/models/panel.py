"""Who judges a stage."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.places.models import Municipality
from competitions.domain import Ties

from .stage import Stage


class Panel(models.Model):
    """The jury of one stage."""

    stage = models.OneToOneField(Stage, on_delete=models.PROTECT, related_name="panel", verbose_name=_("Stufe"))
    name = models.CharField(_("Name"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("Jury")
        verbose_name_plural = _("Jurys")

    def __str__(self) -> str:
        return self.name or _("Jury: %(stage)s") % {"stage": self.stage}


class PanelMemberQuerySet(models.QuerySet["PanelMember"]):
    """Sets of jurors."""

    def active(self) -> PanelMemberQuerySet:
        return self.filter(removed_at__isnull=True)


class PanelMember(models.Model):
    """One juror of one panel. Who is removed counts as never assigned; what they wrote stays."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="members", verbose_name=_("Jury"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="panel_memberships", verbose_name=_("Konto")
    )
    organisation = models.CharField(_("Einrichtung"), max_length=160, blank=True)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Kommune")
    )
    invited_at = models.DateTimeField(_("eingeladen am"))
    removed_at = models.DateTimeField(_("ausgeschieden am"), null=True, blank=True)
    removed_reason = models.TextField(_("Grund"), blank=True)

    objects = PanelMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("Jurymitglied")
        verbose_name_plural = _("Jurymitglieder")
        ordering = ["panel", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["panel", "user"], name="competitions_panelmember_once"),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | ~Q(removed_reason=""),
                name="competitions_panelmember_removed_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.user.get_full_name()

    @property
    def ties(self) -> Ties:
        return Ties(self.municipality_id, self.organisation, frozenset({self.user_id}))
