"""Partners of the alliance: who signed the declaration. The public directory shows those who agreed to stand there."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from home.enums import PartnerKind


class PartnerQuerySet(models.QuerySet["Partner"]):
    def public(self) -> PartnerQuerySet:
        """Return those that stand in the public directory."""
        return self.filter(is_public=True)


class Partner(index.Indexed, models.Model):
    name = models.CharField(_("Name"), max_length=160)
    kind = models.CharField(_("Art"), max_length=16, choices=PartnerKind.choices)
    municipality = models.ForeignKey(
        "places.Municipality",
        verbose_name=_("Ort"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="partners",
        help_text=_("Sitz der Einrichtung; steht auf der Karte. Leer bei landesweiten Einrichtungen ohne festen Ort."),
    )
    about = models.CharField(
        _("Wofür steht die Einrichtung?"), max_length=240, blank=True, help_text=_("Ein Satz für das Verzeichnis.")
    )
    link = models.URLField(_("Website"), blank=True, help_text=_("Vollständig, mit https://"))
    logo = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("Logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    joined_on = models.DateField(_("Partner seit"), null=True, blank=True)
    is_public = models.BooleanField(
        _("im öffentlichen Verzeichnis"),
        default=True,
        help_text=_("Ohne dieses Häkchen bleibt der Partner nur intern sichtbar."),
    )

    objects = PartnerQuerySet.as_manager()

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("kind"), FieldPanel("municipality"), FieldPanel("joined_on")],
            heading=_("Einrichtung"),
        ),
        MultiFieldPanel(
            [FieldPanel("is_public"), FieldPanel("about"), FieldPanel("link"), FieldPanel("logo")],
            heading=_("Im Verzeichnis"),
        ),
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("Partner")
        verbose_name_plural = pgettext_lazy("plural", "Partner")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="home_partner_once_by_name",
                violation_error_message=_("Einen Partner mit diesem Namen gibt es schon."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
