"""What a stage asks and what it scores. A form version that an application uses never changes again."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from competitions.blocks import FormBlock
from competitions.domain import CriterionRule, FormDefinition, definition_refusal, read_form

from .stage import Stage

KEY_VALIDATOR = RegexValidator(
    r"^[a-z][a-z0-9-]{0,49}\Z", _("Kleinbuchstaben, Ziffern und Bindestriche, am Anfang ein Buchstabe.")
)


class FormVersion(models.Model):
    """One wording of a stage's form; the newest is used for new applications."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="form_versions", verbose_name=_("Stufe"))
    number = models.PositiveSmallIntegerField(_("Fassung"), default=1, editable=False)
    definition = StreamField(FormBlock(), verbose_name=_("Formular"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("angelegt am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Formular")
        verbose_name_plural = _("Formulare")
        ordering = ["stage", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "number"], name="competitions_formversion_number_once"),
        ]

    def __str__(self) -> str:
        return _("%(stage)s, Formular %(number)s") % {"stage": self.stage, "number": self.number}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to change what an application already uses; `actions.save_form` makes a new version instead."""
        if self.pk and self.is_frozen:
            raise ValueError("This form version is in use.")
        super().save(*args, **kwargs)
        self.__dict__.pop("form", None)

    def clean(self) -> None:
        """Applicants must be able to fill it."""
        if definition_refusal(self.form):
            raise ValidationError({"definition": _("Jeder Teil braucht Inhalt, jede Auswahl zwei Antworten.")})

    @property
    def is_frozen(self) -> bool:
        return self.applications.exists()

    @cached_property
    def form(self) -> FormDefinition:
        """The definition in plain Python."""
        return read_form(self.definition.get_prep_value())


class Criterion(models.Model):
    """What jurors score, on a scale of whole numbers with words at some of its points."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="criteria", verbose_name=_("Stufe"))
    key = models.CharField(_("Kurzname"), max_length=50, validators=[KEY_VALIDATOR])
    name = models.CharField(_("Kriterium"), max_length=120)
    guidance = models.TextField(_("Leitfrage"), blank=True)
    weight = models.PositiveSmallIntegerField(_("Gewicht in Prozent"), default=20, validators=[MaxValueValidator(100)])
    lowest = models.PositiveSmallIntegerField(_("kleinster Wert"), default=0)
    highest = models.PositiveSmallIntegerField(_("größter Wert"), default=10, validators=[MinValueValidator(1)])
    labels = models.JSONField(
        _("Worte an der Skala"),
        default=list,
        blank=True,
        help_text=_('Zum Beispiel [[0, "nicht erfüllt"], [5, "teilweise"], [10, "vorbildlich"]].'),
    )
    themes = models.JSONField(
        _("nur für die Themen"), default=list, blank=True, help_text=_("Keines gewählt: gilt für alle Bewerbungen.")
    )
    counting = models.BooleanField(_("zählt"), default=True, help_text=_("Sonst nur zur Information."))
    required = models.BooleanField(_("muss bewertet werden"), default=True)
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Kriterium")
        verbose_name_plural = _("Kriterien")
        ordering = ["stage", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "key"], name="competitions_criterion_key_once"),
            models.CheckConstraint(condition=Q(lowest__lt=F("highest")), name="competitions_criterion_scale"),
            models.CheckConstraint(condition=Q(highest__lte=100), name="competitions_criterion_scale_end"),
            models.CheckConstraint(
                condition=Q(counting=False) | Q(weight__gte=1), name="competitions_criterion_counting_has_weight"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The scale has two ends, its words stand on it."""
        if self.lowest >= self.highest:
            raise ValidationError({"highest": _("Der größte Wert muss über dem kleinsten liegen.")})
        try:
            points = [int(point) for point, _words in self.labels]
        except (TypeError, ValueError) as error:
            raise ValidationError({"labels": _("Bitte Paare aus Wert und Wort.")}) from error
        if any(not self.lowest <= point <= self.highest for point in points):
            raise ValidationError({"labels": _("Ein Wort steht neben der Skala.")})
        before = Criterion.objects.filter(pk=self.pk, scores__isnull=False).first() if self.pk else None
        if before and (before.rule != self.rule or before.themes != self.themes):
            raise ValidationError(_("Hierzu gibt es schon Punkte: Skala, Gewicht und Kurzname bleiben, wie sie sind."))

    @property
    def rule(self) -> CriterionRule:
        return CriterionRule(self.key, float(self.weight), self.lowest, self.highest, self.counting, self.required)

    def applies_to(self, theme: str) -> bool:
        """Whether candidates of this theme are scored by it."""
        return not self.themes or theme in self.themes

    @property
    def values(self) -> range:
        """All points of the scale."""
        return range(self.lowest, self.highest + 1)
