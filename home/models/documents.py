"""Documents of the alliance: served through the view only, marked when they are not accessible."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.search import index

from cms.core.storages import select_private_storage
from home.enums import DocumentKind


class ServedFieldFile(FieldFile):
    """Says in Wagtail's words that there is no address, so that its view streams the file."""

    @property
    def url(self) -> NoReturn:
        raise NotImplementedError("Documents are served through the view.")


class ServedFileField(models.FileField):
    attr_class = ServedFieldFile


class SiteDocument(AbstractDocument):
    file = ServedFileField(_("Datei"), upload_to="documents", storage=select_private_storage)
    kind = models.CharField(_("Art"), max_length=16, choices=DocumentKind.choices, default=DocumentKind.OTHER)
    year = models.PositiveSmallIntegerField(_("Jahr"), null=True, blank=True)
    topics = models.ManyToManyField("home.Topic", verbose_name=_("Themen"), blank=True, related_name="documents")
    in_library = models.BooleanField(
        _("in der Dokumentenbibliothek"),
        default=True,
        help_text=_("Ohne dieses Häkchen ist die Datei nur dort zu finden, wo sie eingesetzt ist."),
    )
    is_accessible = models.BooleanField(
        _("barrierefrei"),
        default=False,
        help_text=_("Nur ankreuzen, wenn die Datei geprüft ist. Sonst steht „nicht barrierefrei“ dabei."),
    )
    summary = models.TextField(
        _("Zusammenfassung"),
        blank=True,
        help_text=_("Steht neben der Datei. Wichtig, wenn die Datei selbst nicht barrierefrei ist."),
    )

    admin_form_fields = (
        "title",
        "file",
        "kind",
        "year",
        "topics",
        "in_library",
        "is_accessible",
        "summary",
        "collection",
        "tags",
    )

    search_fields: ClassVar[list[Any]] = [
        *AbstractDocument.search_fields,
        index.SearchField("summary"),
        index.FilterField("in_library"),
    ]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("Dokument")
        verbose_name_plural = _("Dokumente")
        permissions = [("choose_document", "Can choose document")]

    @property
    def format_label(self) -> str:
        """Return the suffix in capitals: PDF, XLSX."""
        return self.file_extension.upper()
