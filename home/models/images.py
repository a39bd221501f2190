"""Pictures of the editors: alt text and origin are part of the picture; nothing but clean pixels is ever stored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from cms.core.storages import select_private_storage
from home.enums import ImageLicence
from home.pictures import cleaned


class CleanFile(ContentFile):
    """A picture that went through `cleaned` already."""


class CleanImageFieldFile(WagtailImageFieldFile):
    """The one door to the storage: whatever comes in is re-encoded unless it was already."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        if not getattr(content, "is_clean", False) and not isinstance(content, CleanFile):
            data, suffix = cleaned(content)  # type: ignore[arg-type]
            name = str(Path(name).with_suffix(suffix))
            content = CleanFile(data, name=name)
        super().save(name, content, save)


class CleanImageField(WagtailImageField):
    attr_class = CleanImageFieldFile


class SiteImage(AbstractImage):
    """The original is private; visitors only ever get renditions of it."""

    file = CleanImageField(
        verbose_name=_("Bilddatei"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
        storage=select_private_storage,
        help_text=_("JPEG, PNG, WebP, HEIC oder AVIF, höchstens 25 MB. Aufnahmeort und Kameradaten werden entfernt."),
    )
    description = models.CharField(
        _("Alternativtext"),
        max_length=255,
        help_text=_("Was ist zu sehen? Ein Satz für Menschen, die das Bild nicht sehen. Kein „Bild von …“."),
    )
    author = models.CharField(
        _("Urheberin oder Urheber"), max_length=120, help_text=_("Name, wie er am Bild stehen soll.")
    )
    licence = models.CharField(
        _("Lizenz"), max_length=16, choices=ImageLicence.choices, default=ImageLicence.PERMISSION
    )
    year = models.PositiveSmallIntegerField(_("Aufnahmejahr"), null=True, blank=True)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "author",
        "licence",
        "year",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta:
        verbose_name = _("Bild")
        verbose_name_plural = _("Bilder")
        permissions = [("choose_image", "Can choose image")]

    @property
    def credit(self) -> str:
        """Return the line that stands at the picture: author, year, licence."""
        parts: list[Any] = [self.author, self.year]
        if self.licence not in {ImageLicence.PERMISSION, ""}:
            parts.append(self.get_licence_display())
        return ", ".join(str(part) for part in parts if part)


class SiteRendition(AbstractRendition):
    """A public, fixed size of a picture, made from clean pixels."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="home_rendition_once_per_spec"
            )
        ]
