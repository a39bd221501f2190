"""KOMPASS: from a problem to measures, examples and funding."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from cms.places.domain import SIZE_BOUNDS, size_class
from cms.places.sizes import size_class_label
from home.blocks import BodyBlocks
from home.blocks.kompass import GuideSteps, PictureBlocks
from home.enums import ActorKind, CostClass, VacancyKind
from home.models.base import SitePage
from home.models.funding import FundingPage

CHILDREN = ["home.ProblemPage", "home.MeasurePage", "home.GuidePage", "home.ExampleIndexPage"]


class KompassIndexPage(SitePage):
    body = StreamField(BodyBlocks(), verbose_name=_("Wie der KOMPASS entstanden ist"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = CHILDREN
    max_count_per_parent = 1
    template = "home/kompass_index_page.html"
    content_panels: ClassVar[list[Any]] = [*SitePage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("KOMPASS")
        verbose_name_plural = _("KOMPASS")


class ProblemPage(SitePage):
    signs = models.TextField(
        _("Woran Sie es erkennen"), max_length=1000, blank=True, help_text=_("Eine Zeile für jedes Anzeichen.")
    )
    body = StreamField(BodyBlocks(), verbose_name=_("Was dahintersteckt"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.KompassIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/problem_page.html"
    content_panels: ClassVar[list[Any]] = [*SitePage.intro_panels, FieldPanel("signs"), FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("signs"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("Problem")
        verbose_name_plural = _("Probleme")

    @property
    def sign_lines(self) -> list[str]:
        """Return the signs, one each."""
        return [line.strip() for line in self.signs.splitlines() if line.strip()]


class MeasurePage(SitePage):
    problems = ParentalManyToManyField(ProblemPage, verbose_name=_("hilft bei"), blank=True, related_name="measures")
    funding = ParentalManyToManyField(
        FundingPage, verbose_name=_("passende Förderprogramme"), blank=True, related_name="measures"
    )
    effort = models.CharField(
        _("Aufwand"), max_length=160, blank=True, help_text=_("Zum Beispiel „drei Monate, eine Person in Teilzeit“.")
    )
    body = StreamField(BodyBlocks(), verbose_name=_("So geht es"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.KompassIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/measure_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        FieldPanel("problems", widget=forms.CheckboxSelectMultiple),
        FieldPanel("effort"),
        FieldPanel("body"),
        FieldPanel("funding", widget=forms.CheckboxSelectMultiple),
    ]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Maßnahme")
        verbose_name_plural = _("Maßnahmen")


class GuidePage(SitePage):
    measures = ParentalManyToManyField(MeasurePage, verbose_name=_("gehört zu"), blank=True, related_name="guides")
    steps = StreamField(GuideSteps(), verbose_name=_("Schritte"), blank=True)
    body = StreamField(BodyBlocks(), verbose_name=_("Mehr dazu und Dokumente"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.KompassIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/guide_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        FieldPanel("measures", widget=forms.CheckboxSelectMultiple),
        FieldPanel("steps"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("steps"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("Leitfaden")
        verbose_name_plural = _("Leitfäden")


class ExampleIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.KompassIndexPage"]
    subpage_types: ClassVar[list[str]] = ["home.ExamplePage"]
    max_count_per_parent = 1
    template = "home/example_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Beispielsammlung")
        verbose_name_plural = _("Beispielsammlungen")


class ExamplePage(SitePage):
    municipality = models.ForeignKey(
        "places.Municipality",
        verbose_name=_("Stadt oder Gemeinde"),
        null=True,
        on_delete=models.PROTECT,
        related_name="examples",
        limit_choices_to={"is_active": True},
    )
    size_class = models.PositiveSmallIntegerField(null=True, editable=False, db_index=True)
    vacancy = models.CharField(_("Art des Leerstands"), max_length=20, choices=VacancyKind.choices, db_index=True)
    measures = ParentalManyToManyField(MeasurePage, verbose_name=_("Maßnahmen"), blank=True, related_name="examples")
    cost = models.CharField(_("Kosten"), max_length=12, choices=CostClass.choices, default=CostClass.UNKNOWN)
    year_from = models.PositiveSmallIntegerField(_("von Jahr"), null=True, blank=True)
    year_to = models.PositiveSmallIntegerField(_("bis Jahr"), null=True, blank=True, help_text=_("Leer: läuft noch."))
    result = models.TextField(
        _("Ergebnis"), max_length=600, blank=True, help_text=_("Was ist heute anders? Ein bis drei Sätze.")
    )
    body = StreamField(BodyBlocks(), verbose_name=_("Wie es gelang"), blank=True)
    contact = models.TextField(
        _("Kontakt"), max_length=300, blank=True, help_text=_("Stelle oder Aufgabe und Adresse, keine Privatpersonen.")
    )
    gallery = StreamField(PictureBlocks(), verbose_name=_("Bilder"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.ExampleIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/example_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        FieldPanel("municipality"),
        MultiFieldPanel(
            [FieldPanel("vacancy"), FieldPanel("measures", widget=forms.CheckboxSelectMultiple)],
            heading=_("Worum es ging"),
        ),
        InlinePanel("actors", label=_("Wer hat mitgewirkt?")),
        MultiFieldPanel(
            [FieldPanel("cost"), FieldRowPanel([FieldPanel("year_from"), FieldPanel("year_to")])],
            heading=_("Kosten und Zeitraum"),
        ),
        FieldPanel("result"),
        FieldPanel("body"),
        FieldPanel("gallery"),
        FieldPanel("contact"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("result"),
        index.SearchField("body"),
        index.RelatedFields("municipality", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = _("Praxisbeispiel")
        verbose_name_plural = _("Praxisbeispiele")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Freeze the class of the town's size, as it is today."""
        town = self.municipality
        self.size_class = size_class(town.population, SIZE_BOUNDS) if town is not None else None
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """A period ends after it begins."""
        super().clean()
        if self.year_from and self.year_to and self.year_to < self.year_from:
            raise ValidationError({"year_to": _("Das Ende liegt vor dem Anfang.")})

    @property
    def size_label(self) -> str:
        """Return „5.001 bis 15.000“, or nothing while the town is open."""
        return size_class_label(self.size_class, SIZE_BOUNDS) if self.size_class is not None else ""

    @property
    def period(self) -> str:
        """Return „2022–2024“, „2023“, „seit 2024“, or nothing."""
        if self.year_from and self.year_to and self.year_to != self.year_from:
            return f"{self.year_from}–{self.year_to}"
        if self.year_from and not self.year_to:
            return str(_("seit %(year)d") % {"year": self.year_from})
        return str(self.year_to or "")


class ExampleActor(Orderable):
    """Somebody without whom it would not have worked: an organisation, never a private person."""

    page = ParentalKey(ExamplePage, on_delete=models.CASCADE, related_name="actors")
    kind = models.CharField(_("Wer"), max_length=16, choices=ActorKind.choices)
    name = models.CharField(_("Name"), max_length=160, blank=True, help_text=_("Stelle, Verein oder Betrieb."))

    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel("kind"), FieldPanel("name")])]

    class Meta(Orderable.Meta):
        verbose_name = _("Beteiligte")
        verbose_name_plural = _("Beteiligte")

    def __str__(self) -> str:
        return self.name or self.get_kind_display()
