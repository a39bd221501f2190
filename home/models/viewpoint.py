"""„Blickpunkt“: a place with the most beautiful view, where a photo of a campaign was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from campaigns.exports import PAPERS, poster
from campaigns.queries.viewpoints import open_entries
from home.blocks import BodyBlocks
from home.blocks.body import LINE_FEATURES
from home.models.base import SitePage

if TYPE_CHECKING:
    from campaigns.models import Entry


class ViewpointIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.ViewpointPage"]
    max_count_per_parent = 1
    template = "home/viewpoint_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Übersicht der Blickpunkte")
        verbose_name_plural = _("Übersichten der Blickpunkte")


class ViewpointPage(SitePage):
    entry = models.ForeignKey(
        "campaigns.Entry",
        verbose_name=_("Foto"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="viewpoints",
        help_text=_("Zur Wahl stehen öffentliche Fotos mit offener Lizenz. Ort und Bildnachweis kommen von dort."),
    )
    body = StreamField(
        BodyBlocks(),
        verbose_name=_("Geschichte"),
        blank=True,
        help_text=_("Was es hier zu sehen gibt, wer das Foto gemacht hat, was die Menschen damit verbinden."),
    )
    arrival = RichTextField(
        _("So kommen Sie hin"),
        features=LINE_FEATURES,
        blank=True,
        help_text=_("Haltestelle, Weg, Stufen: so, dass auch Menschen im Rollstuhl wissen, was sie erwartet."),
    )
    latitude = models.FloatField(
        _("Breite"),
        null=True,
        blank=True,
        validators=[MinValueValidator(47), MaxValueValidator(56)],
        help_text=_("Etwa 50,9794. Leer, wenn die genaue Stelle nicht öffentlich sein soll."),
    )
    longitude = models.FloatField(
        _("Länge"),
        null=True,
        blank=True,
        validators=[MinValueValidator(5), MaxValueValidator(16)],
        help_text=_("Etwa 11,0298."),
    )

    parent_page_types: ClassVar[list[str]] = ["home.ViewpointIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/viewpoint_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.content_panels,
        FieldPanel("entry"),
        FieldPanel("teaser"),
        FieldPanel("body"),
        FieldPanel("arrival"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])], heading=_("Standort")),
    ]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Blickpunkt")
        verbose_name_plural = _("Blickpunkte")

    @cached_property
    def photo(self) -> Entry | None:
        """The photo, as long as it is public under the open licence."""
        return open_entries().filter(pk=self.entry_id).first()

    @property
    def has_position(self) -> bool:
        """The exact place may be said."""
        return self.latitude is not None and self.longitude is not None

    def clean(self) -> None:
        """A photo that may not be shown is refused in words; half a position is none."""
        super().clean()
        problems: dict[str, Any] = {}
        if self.entry_id and self.photo is None:
            problems["entry"] = _("Dieses Foto ist nicht mehr öffentlich oder steht nicht unter offener Lizenz.")
        if (self.latitude is None) != (self.longitude is None):
            problems["longitude"] = _("Bitte geben Sie Breite und Länge an oder keins von beiden.")
        if problems:
            raise ValidationError(problems)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Below the page lie its posters: plakat-a4/ and plakat-a3/."""
        found = dict(zip((f"plakat-{paper}" for paper in PAPERS), PAPERS, strict=True))
        if self.live and len(path_components) == 1 and path_components[0] in found:
            return RouteResult(self, kwargs={"paper": found[path_components[0]]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, paper: str = "", **kwargs: Any) -> HttpResponse:
        """Answer with the page or a poster; without its photo there is neither."""
        if self.photo is None and not getattr(request, "is_preview", False):
            raise Http404
        return self._poster(paper) if paper else super().serve(request, *args, **kwargs)

    def _poster(self, paper: str) -> HttpResponse:
        town = self.photo.municipality.label if self.photo and self.photo.municipality else ""
        made = poster(
            paper=paper,
            campaign=self.photo.campaign.title if self.photo else "",
            title=str(_("Hier steht der schönste Blick.")),
            town=town,
            arm=str(_("Code scannen, Geschichte lesen")),
            facts=[(str(_("Blickpunkt")), self.title)],
            path=self.get_url() or "/",
        )
        response = HttpResponse(made, content_type="application/pdf")
        name = f"blickpunkt-{self.slug}-{paper}.pdf"
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
        return response
