"""Data view: a table of one value per municipality, in editions by date."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import BodyBlocks
from home.models.base import SitePage


class DataIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.DataPage"]
    max_count_per_parent = 1
    template = "home/data_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Datenübersicht")
        verbose_name_plural = _("Datenübersichten")


class DataPage(SitePage):
    value_label = models.CharField(
        _("Was gemessen wird"), max_length=80, help_text=_("Überschrift der Spalte, zum Beispiel „Leerstandsquote“.")
    )
    unit = models.CharField(_("Einheit"), max_length=20, blank=True, help_text=_("Zum Beispiel „%“ oder „Läden“."))
    decimals = models.PositiveSmallIntegerField(_("Nachkommastellen"), default=1, validators=[MaxValueValidator(3)])
    body = StreamField(BodyBlocks(), verbose_name=_("Wie die Zahlen zu lesen sind"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.DataIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/data_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        MultiFieldPanel(
            [FieldPanel("value_label"), FieldRowPanel([FieldPanel("unit"), FieldPanel("decimals")])],
            heading=_("Der Wert"),
        ),
        HelpPanel(template="home/admin/data_panel.html", heading=_("Tabelle")),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("value_label"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("Datenseite")
        verbose_name_plural = _("Datenseiten")


class DataEdition(models.Model):
    """All values as of one day, with their source. A later table for the same day takes the place of the earlier."""

    page = models.ForeignKey(DataPage, on_delete=models.CASCADE, related_name="editions")
    as_of = models.DateField(_("Stand"))
    source = models.CharField(_("Quelle"), max_length=200)
    source_url = models.URLField(_("Adresse der Quelle"), blank=True)
    imported_at = models.DateTimeField(_("eingelesen am"))
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("von")
    )

    class Meta:
        verbose_name = _("Stand der Daten")
        verbose_name_plural = _("Stände der Daten")
        ordering = ["-as_of"]
        constraints = [models.UniqueConstraint(fields=["page", "as_of"], name="home_data_one_edition_a_day")]

    def __str__(self) -> str:
        return f"{self.page.title}, {self.as_of:%d.%m.%Y}"


class DataRow(models.Model):
    """The value of one municipality."""

    edition = models.ForeignKey(DataEdition, on_delete=models.CASCADE, related_name="rows")
    municipality = models.ForeignKey("places.Municipality", on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(_("Wert"), max_digits=16, decimal_places=3)

    class Meta:
        verbose_name = _("Wert einer Kommune")
        verbose_name_plural = _("Werte der Kommunen")
        constraints = [models.UniqueConstraint(fields=["edition", "municipality"], name="home_data_one_value_per_town")]

    def __str__(self) -> str:
        return f"{self.municipality_id}: {self.value}"
