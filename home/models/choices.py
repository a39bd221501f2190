"""A field of several choices, kept as a sorted list of their values."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class SeveralField(models.JSONField):
    """A list of values of a TextChoices; the form shows a box for each.

    `kinds` is the TextChoices class; migrations leave it out, so that a new choice needs none.
    """

    def __init__(self, *args: Any, kinds: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        self.kinds = kinds
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse what is no list of known values."""
        super().validate(value, model_instance)
        known = set(self.kinds.values) if self.kinds else set()
        if not isinstance(value, list) or not set(value) <= known:
            raise ValidationError(_("Bitte wählen Sie aus den vorgegebenen Möglichkeiten."), code="invalid_choice")

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Boxes instead of JSON."""
        return forms.MultipleChoiceField(
            label=kwargs.get("label", self.verbose_name),
            choices=self.kinds.choices if self.kinds else [],
            required=not self.blank,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def labels(self, values: list[str]) -> list[str]:
        """Return the words of these values, in the order of the choices."""
        return [str(label) for value, label in (self.kinds.choices if self.kinds else []) if value in values]
