"""Topics hold together what belongs together: news, documents, dates."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Topic(models.Model):
    name = models.CharField(_("Thema"), max_length=60, unique=True)
    slug = models.SlugField(
        _("Kürzel in Adressen"),
        max_length=60,
        unique=True,
        help_text=_(
            "Kleinbuchstaben ohne Leerzeichen. Steht in geteilten Adressen und im Feed, darum nicht mehr ändern."
        ),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("name"), FieldPanel("slug")]

    class Meta:
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
