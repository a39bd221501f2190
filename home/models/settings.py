"""Site settings: who runs the site, how to reach the office, where the legal pages are."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


def _page(label: Any) -> models.ForeignKey:
    return models.ForeignKey(
        "wagtailcore.Page", verbose_name=label, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )


@register_setting(icon="home")
class SiteSettings(BaseSiteSetting):
    organisation = models.CharField(_("Name"), max_length=120, default="Innenstädte mit Zukunft")
    about = models.TextField(_("Ein Satz über die Website"), max_length=300, blank=True)
    office = models.CharField(_("Geschäftsstelle"), max_length=120, blank=True)
    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postal_code = models.CharField(_("Postleitzahl"), max_length=5, blank=True)
    city = models.CharField(_("Ort"), max_length=80, blank=True)
    email = models.EmailField(
        _("E-Mail-Adresse"), blank=True, help_text=_("Hierhin gehen auch Hinweise und gemeldete Barrieren.")
    )
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    imprint_page = _page(_("Impressum"))
    privacy_page = _page(_("Datenschutz"))
    accessibility_page = _page(_("Erklärung zur Barrierefreiheit"))
    easy_page = _page(_("Leichte Sprache"))
    partners_page = _page(_("Partner werden"))

    select_related: ClassVar[list[str]] = [
        "imprint_page",
        "privacy_page",
        "accessibility_page",
        "easy_page",
        "partners_page",
    ]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("organisation"), FieldPanel("about")], heading=_("Website")),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("office", "street", "postal_code", "city", "email", "phone")],
            heading=_("Geschäftsstelle"),
        ),
        MultiFieldPanel(
            [
                PageChooserPanel(name)
                for name in ("imprint_page", "privacy_page", "accessibility_page", "easy_page", "partners_page")
            ],
            heading=_("Seiten, auf die jede Seite verweist"),
        ),
    ]

    class Meta:
        verbose_name = _("Website und Kontakt")
