"""Pages for members alone: never in a menu, a search, a feed, a map of the site or a cache."""

from __future__ import annotations

import uuid
from functools import partial
from mimetypes import guess_type
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models, transaction
from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageViewRestriction

from cms.accounts.access import to_login
from cms.core.storages import random_name, select_private_storage
from home.blocks import BodyBlocks
from home.models.base import SitePage
from home.models.membership import Reader, reader_at

ROOT_SLUG = "intern"
# Addresses below /intern/ that are no pages.
TAKEN = frozenset({"datei", "gruppen", "mitglieder", "neuigkeiten", "profil", "unterlagen"})
FILE_TYPES = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "jpg", "jpeg", "png", "zip", "ics")
MOST_BYTES = 25 * 1024 * 1024


class InternalPage(SitePage):
    """Abstract base: serves itself to members, asks strangers to log in, does not exist for anybody else."""

    private_page_options: ClassVar[list[str]] = []  # nobody opens it by mistake
    promote_panels: ClassVar[list[Any]] = [MultiFieldPanel([FieldPanel("slug")], heading=_("Adresse"))]
    search_fields: ClassVar[list[Any]] = SitePage.search_fields

    class Meta:
        abstract = True

    @property
    def read_by_group(self) -> int | None:
        """The group that alone may read this page, if any."""
        return None

    def clean(self) -> None:
        super().clean()
        self.show_in_menus = False
        if self.slug in TAKEN:
            raise ValidationError({"slug": _("Diese Adresse ist schon vergeben. Bitte wählen Sie eine andere.")})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer members; nothing of it is kept by any cache."""
        reader = None
        if not getattr(request, "is_preview", False):
            if not request.user.is_authenticated:
                return to_login(request)
            reader = reader_at(request)
            if reader is None or not reader.may_read(self.read_by_group):
                raise Http404
        response: HttpResponse = super().serve(request, *args, reader=reader, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """In the editor's preview the page is shown as somebody sees it who keeps the area."""
        reader = kwargs.pop("reader", None) or Reader(request.user, is_keeper=True, group_ids=frozenset())
        return {**super().get_context(request, *args, **kwargs), "reader": reader}


class MembersIndexPage(InternalPage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.MembersPage", "home.MinutesPage"]
    max_count_per_parent = 1
    template = "home/members/index.html"
    content_panels: ClassVar[list[Any]] = [*SitePage.content_panels, FieldPanel("teaser")]
    promote_panels: ClassVar[list[Any]] = []

    class Meta:
        verbose_name = _("Interner Bereich")
        verbose_name_plural = _("Interne Bereiche")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """The address is fixed: other addresses lie below it."""
        self.slug = ROOT_SLUG
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Close the area with the page itself, so that it is never public for a moment."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            PageViewRestriction.objects.get_or_create(page=self, defaults={"restriction_type": "login"})


class MembersPage(InternalPage):
    date = models.DateField(_("Datum"), default=timezone.localdate, db_index=True)
    is_news = models.BooleanField(
        _("Neuigkeit"),
        default=True,
        help_text=_("Steht unter den internen Neuigkeiten. Ohne Häkchen: eine feste Seite, zum Beispiel Spielregeln."),
    )
    body = StreamField(BodyBlocks(), verbose_name=_("Inhalt"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.MembersIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/members/page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.content_panels,
        FieldPanel("teaser"),
        FieldPanel("date"),
        FieldPanel("is_news"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("Interne Seite")
        verbose_name_plural = _("Interne Seiten")


class MinutesPage(InternalPage):
    group = models.ForeignKey(
        "home.GroupPage",
        verbose_name=_("Arbeitsgruppe"),
        on_delete=models.PROTECT,
        related_name="minutes",
        help_text=_("Nur Mitglieder dieser Gruppe können das Protokoll lesen."),
    )
    date = models.DateField(_("Sitzung am"), default=timezone.localdate, db_index=True)
    body = StreamField(BodyBlocks(), verbose_name=_("Protokoll"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.MembersIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/members/minutes.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.content_panels,
        PageChooserPanel("group"),
        FieldPanel("date"),
        FieldPanel("teaser", heading=_("Worum ging es?")),
        FieldPanel("body"),
        InlinePanel("documents", heading=_("Unterlagen"), label=_("Unterlage")),
    ]

    class Meta:
        verbose_name = _("Protokoll")
        verbose_name_plural = _("Protokolle")

    @property
    def read_by_group(self) -> int | None:
        return self.group_id


def internal_path(instance: InternalDocument, filename: str) -> str:
    """A random name; nothing of the name it had on somebody's disk is kept."""
    return random_name("internal", Path(filename).suffix.lower())


class InternalFieldFile(FieldFile):
    """Its address is the view that asks who wants to read it."""

    @property
    def url(self) -> str:
        return reverse("home:members_document", args=[self.instance.key])


class InternalFileField(models.FileField):
    attr_class = InternalFieldFile


class InternalDocument(models.Model):
    """A private file, for all members or for one group. It leaves through the permission check alone."""

    key = models.UUIDField(_("Kennung"), default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("Titel"), max_length=160)
    file = InternalFileField(
        _("Datei"),
        upload_to=internal_path,
        storage=select_private_storage,
        validators=[FileExtensionValidator(FILE_TYPES)],
        help_text=_("PDF, Office-Dateien, Bilder oder ZIP, höchstens 25 MB."),
    )
    group = models.ForeignKey(
        "home.GroupPage",
        verbose_name=_("Arbeitsgruppe"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="internal_documents",
        help_text=_("Leer: für alle Mitglieder."),
    )
    size = models.PositiveIntegerField(_("Größe"), default=0, editable=False)
    added_at = models.DateTimeField(_("hinzugefügt"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("von"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("Internes Dokument")
        verbose_name_plural = _("Interne Dokumente")
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Note the size with the file; a file that another one replaces is deleted."""
        if self.file and not (self.size and self.file._committed):
            self.size = self.file.size
        if self.file and not self.file._committed:
            replaced = InternalDocument.objects.filter(pk=self.pk).values_list("file", flat=True).first()
            if replaced:
                transaction.on_commit(partial(self.file.storage.delete, replaced))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the file as well, once that is certain."""
        transaction.on_commit(partial(self.file.storage.delete, self.file.name))
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.file and not self.file._committed and self.file.size > MOST_BYTES:
            raise ValidationError({"file": _("Die Datei ist größer als 25 MB. Bitte verkleinern Sie sie.")})

    @property
    def suffix(self) -> str:
        return Path(self.file.name).suffix.lstrip(".").upper()

    @property
    def content_type(self) -> str:
        """Found from the checked suffix, never from the browser's word."""
        return guess_type(self.file.name)[0] or "application/octet-stream"


class MinutesDocument(Orderable):
    """A file that belongs to minutes; who may read it is said by the file itself."""

    page = ParentalKey(MinutesPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        InternalDocument, verbose_name=_("Internes Dokument"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar[list[Any]] = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("Unterlage eines Protokolls")
        verbose_name_plural = _("Unterlagen eines Protokolls")
