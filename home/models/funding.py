"""„Wegweiser Innenstadtförderung“: programmes with the fields that the federal database has."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import BodyBlocks
from home.domain.funding import is_stale
from home.enums import ApplicantKind, FundingArea, FundingKind, FundingRegion
from home.models.base import SitePage
from home.models.choices import SeveralField


class FundingIndexPage(SitePage):
    body = StreamField(BodyBlocks(), verbose_name=_("Hinweise unter der Liste"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.FundingPage"]
    max_count_per_parent = 1
    template = "home/funding_index_page.html"
    content_panels: ClassVar[list[Any]] = [*SitePage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("Wegweiser Innenstadtförderung")
        verbose_name_plural = _("Wegweiser Innenstadtförderung")


class FundingPage(SitePage):
    kind = models.CharField(_("Art der Förderung"), max_length=16, choices=FundingKind.choices)
    areas = SeveralField(_("Förderbereiche"), kinds=FundingArea)
    region = models.CharField(
        _("Fördergebiet"), max_length=16, choices=FundingRegion.choices, default=FundingRegion.STATE
    )
    max_population = models.PositiveIntegerField(
        _("nur für Orte bis"), null=True, blank=True, help_text=_("Zahl der Menschen, die dort leben. Leer: alle.")
    )
    applicants = SeveralField(_("Wer einen Antrag stellen darf"), kinds=ApplicantKind)
    funder = models.CharField(_("Fördergeber"), max_length=160)
    contact = models.TextField(
        _("Ansprechstelle"),
        max_length=400,
        blank=True,
        help_text=_("Stelle, Telefon, Adresse. Keine Namen von Privatpersonen."),
    )
    amount = models.CharField(
        _("Höhe der Förderung"), max_length=160, blank=True, help_text=_("Zum Beispiel „bis 80 %, höchstens 50.000 €“.")
    )
    deadline = models.DateField(
        _("Antragsfrist"), null=True, blank=True, help_text=_("Letzter Tag. Leer: Anträge sind laufend möglich.")
    )
    last_checked = models.DateField(
        _("zuletzt geprüft am"),
        default=timezone.localdate,
        db_index=True,
        help_text=_("Nach sechs Monaten warnt die Seite, dass die Angaben alt sind."),
    )
    source_url = models.URLField(_("Quelle"), help_text=_("Adresse der amtlichen Beschreibung, mit https://"))
    body = StreamField(BodyBlocks(), verbose_name=_("Beschreibung"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.FundingIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/funding_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.content_panels,
        FieldPanel("teaser", heading=_("Kurz gesagt")),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("areas"), FieldPanel("applicants")], heading=_("Was und für wen")
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("region"), FieldPanel("max_population")])], heading=_("Wo")),
        MultiFieldPanel(
            [FieldPanel("funder"), FieldPanel("contact"), FieldPanel("amount"), FieldPanel("deadline")],
            heading=_("Wie viel, von wem, bis wann"),
        ),
        MultiFieldPanel([FieldPanel("source_url"), FieldPanel("last_checked")], heading=_("Quelle")),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("funder"),
        index.SearchField("amount"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("Förderprogramm")
        verbose_name_plural = _("Förderprogramme")

    def clean(self) -> None:
        """A programme was checked at the latest today."""
        super().clean()
        if self.last_checked and self.last_checked > timezone.localdate():
            raise ValidationError({"last_checked": _("Dieser Tag liegt in der Zukunft.")})

    @property
    def is_stale(self) -> bool:
        """Nobody has checked this for more than six months."""
        return is_stale(self.last_checked, timezone.localdate())

    @property
    def is_over(self) -> bool:
        """The last day for applications is past."""
        return self.deadline is not None and self.deadline < timezone.localdate()

    @property
    def area_labels(self) -> list[str]:
        return self._meta.get_field("areas").labels(self.areas)

    @property
    def applicant_labels(self) -> list[str]:
        return self._meta.get_field("applicants").labels(self.applicants)
