"""A campaign: its dates and its rules. Which phase it is in follows from the dates alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaigns.domain.phases import DATE_ORDER, phase_at
from campaigns.domain.towns import town_slug
from campaigns.enums import Phase
from cms.core.languages import site_root
from cms.places.domain import SIZE_BOUNDS, size_class
from cms.places.models import Municipality
from cms.places.sizes import size_class_label


def default_size_bounds() -> list[int]:
    """Upper bounds of the size classes of a new campaign."""
    return list(SIZE_BOUNDS)


def _date_constraints() -> list[models.CheckConstraint]:
    return [
        models.CheckConstraint(
            condition=Q(**{f"{later}__gte" if may_be_equal else f"{later}__gt": F(earlier)}),
            name=f"campaign_{later}_in_order",
            violation_error_message=_("Die Termine stehen nicht in der richtigen Reihenfolge."),
        )
        for earlier, later, may_be_equal in DATE_ORDER
    ]


class Campaign(models.Model):
    """One round of „Der schönste Blick der Stadt“. Pages in several languages may present it."""

    title = models.CharField(_("Titel"), max_length=120)
    slug = models.SlugField(_("Adresse"), max_length=80, unique=True, help_text=_("Steht in /kampagnen/…/"))
    hashtag = models.CharField(_("Hashtag"), max_length=60, blank=True)

    submission_opens = models.DateTimeField(_("Einreichung beginnt"))
    submission_closes = models.DateTimeField(_("Einreichung endet"))
    voting_opens = models.DateTimeField(_("Abstimmung beginnt"))
    voting_closes = models.DateTimeField(_("Abstimmung endet"))
    results_at = models.DateTimeField(_("Ergebnis angekündigt für"))
    results_published_at = models.DateTimeField(_("Ergebnis veröffentlicht am"), null=True, blank=True, editable=False)
    objection_days = models.PositiveSmallIntegerField(_("Einspruchsfrist in Tagen"), default=14)

    entries_per_person = models.PositiveSmallIntegerField(
        _("Beiträge je Person"), default=3, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    entries_per_town = models.PositiveSmallIntegerField(
        _("Beiträge je Ort höchstens"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    votes_per_voter = models.PositiveSmallIntegerField(
        _("Stimmen je Person"), default=3, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    votes_per_town = models.PositiveSmallIntegerField(
        _("Stimmen je Person für denselben Ort höchstens"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    minimum_age = models.PositiveSmallIntegerField(
        _("Mindestalter"), default=14, validators=[MinValueValidator(6), MaxValueValidator(18)]
    )
    max_population = models.PositiveIntegerField(
        _("Orte bis zu dieser Einwohnerzahl"), null=True, blank=True, help_text=_("Leer: alle Orte.")
    )
    towns = models.ManyToManyField(
        Municipality,
        verbose_name=_("Nur diese Orte"),
        blank=True,
        related_name="+",
        help_text=_("Leer: alle Orte bis zur Einwohnerzahl."),
    )
    size_bounds = models.JSONField(_("Obergrenzen der Größenklassen"), default=default_size_bounds)
    shortlist_length = models.PositiveSmallIntegerField(
        _("Länge der Auswahlliste"), default=50, validators=[MinValueValidator(1)]
    )
    has_jury_final = models.BooleanField(_("Die Auswahlliste geht an eine Jury"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Kampagne")
        verbose_name_plural = _("Kampagnen")
        ordering = ["-voting_opens", "title"]
        constraints = [
            *_date_constraints(),
            models.CheckConstraint(
                condition=Q(results_published_at=None) | Q(results_published_at__gte=F("voting_closes")),
                name="campaign_result_after_voting",
            ),
            models.CheckConstraint(
                condition=Q(entries_per_person__range=(1, 20), votes_per_voter__range=(1, 20)),
                name="campaign_limits_sensible",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page that presents the campaign; everything public of it lies below."""
        return f"{site_root()}kampagnen/{self.slug}/"

    def town_url(self, ags: str, name: str) -> str:
        """The page of one town in this campaign."""
        return f"{self.get_absolute_url()}ort/{town_slug(ags, name)}/"

    def clean(self) -> None:
        """Refuse impossible dates and bounds in words, each beside its field."""
        problems: dict[str, Any] = {}
        for earlier, later, may_be_equal in DATE_ORDER:
            one, other = getattr(self, earlier), getattr(self, later)
            if one and other and (other < one or (other == one and not may_be_equal)):
                problems[later] = _("Dieser Zeitpunkt muss nach „%(earlier)s“ liegen.") % {
                    "earlier": self._meta.get_field(earlier).verbose_name
                }
        try:
            size_class(0, self.size_bounds)
        except (TypeError, ValueError):
            problems["size_bounds"] = _("Bitte steigende Einwohnerzahlen angeben, etwa „5.000, 15.000, 30.000“.")
        if problems:
            raise ValidationError(problems)

    def phase(self, now: datetime) -> Phase:
        """The phase at `now`."""
        return phase_at(self, now)

    def is_eligible(self, municipality: Municipality) -> bool:
        """May entries for this town take part?"""
        if not municipality.is_active:
            return False
        if self.max_population is not None and municipality.population > self.max_population:
            return False
        listed = set(self.towns.values_list("pk", flat=True))
        return not listed or municipality.pk in listed

    def size_class_of(self, municipality: Municipality) -> int:
        """The 0-based size class of a town under this campaign's bounds."""
        return size_class(municipality.population, self.size_bounds)

    def size_class_label(self, index: int) -> str:
        """„5.001 bis 15.000“ for the class `index`."""
        return size_class_label(index, self.size_bounds)

    @property
    def objections_until(self) -> datetime | None:
        """Until when the result can be objected to; None before it is published."""
        if self.results_published_at is None:
            return None
        return self.results_published_at + timedelta(days=self.objection_days)


class CampaignTown(models.Model):
    """How many public entries a town has, so that a gallery's filters never count entries."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="town_counts")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    size_class = models.PositiveSmallIntegerField()
    entries = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("Ort einer Kampagne")
        verbose_name_plural = _("Orte einer Kampagne")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "municipality"], name="campaigntown_once"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.municipality_id}"
