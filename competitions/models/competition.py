"""A competition: its words, its size classes and its office; all dates belong to its stages."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.languages import site_root
from cms.places.domain import SIZE_BOUNDS
from cms.places.sizes import size_class_label


def default_size_bounds() -> list[int]:
    return list(SIZE_BOUNDS)


class Competition(models.Model):
    """One contest or call, for instance „Innenstadt-Wettbewerb 2027“."""

    slug = models.SlugField(_("Adresse"), unique=True, help_text=_("Teil der Webadresse: /wettbewerbe/…/"))
    title = models.CharField(_("Titel"), max_length=120)
    motto = models.CharField(_("Motto"), max_length=160, blank=True)
    summary = models.TextField(_("Kurzbeschreibung"), blank=True)
    code_prefix = models.CharField(
        _("Kürzel der Bewerbungen"),
        max_length=5,
        unique=True,
        validators=[RegexValidator(r"^[A-Z][A-Z0-9]{1,4}\Z", _("Zwei bis fünf Großbuchstaben oder Ziffern."))],
        help_text=_("Steht vor jeder Nummer: „W27“ ergibt „W27-0148“."),
    )
    size_bounds = models.JSONField(
        _("Größenklassen"),
        default=default_size_bounds,
        blank=True,
        help_text=_("Obere Grenzen der Einwohnerzahl, zum Beispiel [5000, 15000, 30000]."),
    )
    themes = models.JSONField(
        _("Themen"),
        default=list,
        blank=True,
        help_text=_("Eines je Zeile. Leer: Der Wettbewerb fragt nach keinem Thema."),
    )
    budget = models.DecimalField(
        _("Budget in Euro"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("Was für Preise zur Verfügung steht. Die Jury sieht beim Beraten, wie viel davon vergeben ist."),
    )
    contact_name = models.CharField(_("Ansprechstelle"), max_length=120, blank=True)
    contact_email = models.EmailField(_("E-Mail der Ansprechstelle"))
    created_at = models.DateTimeField(_("angelegt am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Wettbewerb")
        verbose_name_plural = _("Wettbewerbe")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{site_root()}wettbewerbe/{self.slug}/"

    def clean(self) -> None:
        """Size classes are rising whole numbers."""
        try:
            size_class_label(0, [int(bound) for bound in self.size_bounds])
        except (TypeError, ValueError) as error:
            raise ValidationError({"size_bounds": _("Bitte aufsteigende ganze Zahlen, eine je Zeile.")}) from error

    def size_label(self, index: int | None) -> str:
        """The words of a size class, empty without one."""
        return size_class_label(index, self.size_bounds) if index is not None else ""
