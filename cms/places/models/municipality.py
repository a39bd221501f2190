"""A municipality of the official register, keyed by its 8-digit key (AGS); never deleted, only no longer active."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.decorators import display
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.places.domain import fold_name
from cms.places.enums import Kind


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    """Sets of municipalities."""

    def active(self) -> MunicipalityQuerySet:
        """Those that exist today."""
        return self.filter(is_active=True)


class Municipality(models.Model):
    """One town or village with the figures of the register."""

    ags = models.CharField(
        _("Amtlicher Gemeindeschlüssel"),
        max_length=8,
        primary_key=True,
        validators=[RegexValidator(r"^\d{8}\Z", _("Der Schlüssel hat acht Ziffern."))],
    )
    name = models.CharField(_("Name"), max_length=100)
    name_official = models.CharField(_("amtlicher Name"), max_length=120)
    name_folded = models.CharField(max_length=100, editable=False, db_index=True)
    has_namesake = models.BooleanField(_("Name kommt mehrfach vor"), default=False, editable=False)
    kind = models.CharField(_("Art"), max_length=20, choices=Kind.choices)
    district = models.CharField(_("Landkreis"), max_length=100)
    district_ags = models.CharField(_("Kreisschlüssel"), max_length=5, db_index=True)
    population = models.PositiveIntegerField(_("Bevölkerung"))
    area_km2 = models.DecimalField(_("Fläche in km²"), max_digits=9, decimal_places=2)
    postal_code = models.CharField(_("Postleitzahl der Verwaltung"), max_length=5, blank=True)
    latitude = models.FloatField(_("Breite"), validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(_("Länge"), validators=[MinValueValidator(-180), MaxValueValidator(180)])
    as_of = models.DateField(_("Gebietsstand"), null=True, blank=True)
    is_active = models.BooleanField(_("besteht"), default=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("Kommune")
        verbose_name_plural = _("Kommunen")
        ordering = ["name_folded", "district"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="places_municipality_on_the_globe",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded name in step with the name."""
        self.name_folded = fold_name(self.name)
        super().save(*args, **kwargs)

    @property
    @display(description=_("Name"), ordering="name_folded")
    def label(self) -> str:
        """The name, with its district where the name alone would be ambiguous."""
        return f"{self.name} ({self.district})" if self.has_namesake else self.name
