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
    linking = models.PositiveSmallIntegerField(
        _("Kandidaten für alle"),
        default=0,
        help_text=_("So viele bewerten alle gemeinsam; das macht ihre Punkte vergleichbar."),
    )
    remind_days = models.PositiveSmallIntegerField(
        _("Erinnern, Tage vor dem Ende"), default=3, help_text=_("0: nicht von selbst erinnern.")
    )
    shares_feedback = models.BooleanField(
        _("Rückmeldungen weitergeben"),
        default=False,
        help_text=_("Freigegebene Anmerkungen der Jury stehen im Brief, ohne Namen."),
    )

    class Meta:
        verbose_name = _("Jury")
        verbose_name_plural = _("Jurys")

    def __str__(self) -> str:
        return self.name or _("Jury: %(stage)s") % {"stage": self.stage}


class PanelMemberQuerySet(models.QuerySet["PanelMember"]):
    """Sets of jurors."""

    def active(self) -> PanelMemberQuerySet:
        return self.filter(removed_at__isnull=True)

    def bound(self) -> PanelMemberQuerySet:
        """Those who accepted and promised to keep what they read to themselves."""
        return self.active().filter(accepted_at__isnull=False, confidential_at__isnull=False)

    def judging(self) -> PanelMemberQuerySet:
        """Those who get candidates: everybody but substitutes who have not stepped in."""
        return self.active().filter(is_substitute=False)


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
    is_substitute = models.BooleanField(
        _("Ersatzmitglied"), default=False, help_text=_("Bekommt erst Kandidaten, wenn jemand ausscheidet.")
    )
    stands_in_for = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rückt nach für")
    )
    invited_at = models.DateTimeField(_("eingeladen am"))
    accepted_at = models.DateTimeField(_("angenommen am"), null=True, blank=True)
    confidential_at = models.DateTimeField(_("Vertraulichkeit erklärt am"), null=True, blank=True)
    confidential_version = models.CharField(_("Fassung der Erklärung"), max_length=20, blank=True)
    reminded_at = models.DateTimeField(_("zuletzt erinnert am"), null=True, blank=True)
    auto_reminded_at = models.DateTimeField(_("vor dem Ende erinnert am"), null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(confidential_at__isnull=True, confidential_version="")
                | (Q(confidential_at__isnull=False, accepted_at__isnull=False) & ~Q(confidential_version="")),
                name="competitions_panelmember_confidential_after_accepting",
            ),
        ]

    def __str__(self) -> str:
        return self.user.get_full_name()

    @property
    def is_bound(self) -> bool:
        return self.accepted_at is not None and self.confidential_at is not None

    @property
    def ties(self) -> Ties:
        return Ties(self.municipality_id, self.organisation, frozenset({self.user_id}))
