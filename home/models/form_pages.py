"""Forms that editors build: hints, surveys after a meeting. Answers are kept for a while and then deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import AbstractFormField, AbstractFormSubmission, FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import StreamField

from home.blocks import BodyBlocks
from home.models.base import SitePage
from home.models.form_builder import FIELD_TYPES, SiteFormBuilder

if TYPE_CHECKING:
    from datetime import datetime

KEEP_LEAST, KEEP_USUAL, KEEP_MOST = 7, 180, 730


class FormPage(FormMixin, SitePage):
    body = StreamField(BodyBlocks(), verbose_name=_("Text vor dem Formular"), blank=True)
    button = models.CharField(_("Beschriftung der Schaltfläche"), max_length=40, default="Absenden")
    thanks_heading = models.CharField(_("Überschrift nach dem Absenden"), max_length=80, default="Angekommen. Danke!")
    thanks_text = models.TextField(
        _("Text nach dem Absenden"), max_length=500, blank=True, help_text=_("Was geschieht jetzt damit?")
    )
    purpose = models.CharField(
        _("Wozu die Antworten dienen"),
        max_length=200,
        help_text=_(
            "Ein Satz für die Datenschutz-Angabe unter dem Formular: „Wir verbessern damit das nächste Treffen.“"
        ),
    )
    keep_days = models.PositiveSmallIntegerField(
        _("Antworten aufheben, in Tagen"),
        default=KEEP_USUAL,
        validators=[MinValueValidator(KEEP_LEAST), MaxValueValidator(KEEP_MOST)],
        help_text=_("Danach löscht die Website sie von selbst. Die Zahl steht unter dem Formular."),
    )
    tell = models.EmailField(
        _("Eingänge melden an"), blank=True, help_text=_("Die Mail sagt, dass etwas eingegangen ist, nicht was.")
    )
    closes_at = models.DateTimeField(_("offen bis"), null=True, blank=True)

    form_builder = SiteFormBuilder
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/form_page.html"
    landing_page_template = "home/form_page_thanks.html"
    content_panels: ClassVar[list[Any]] = [
        FormSubmissionsPanel(),
        *SitePage.intro_panels,
        FieldPanel("body"),
        InlinePanel("form_fields", heading=_("Fragen"), label=_("Frage"), min_num=1),
        FieldPanel("button"),
        MultiFieldPanel([FieldPanel("thanks_heading"), FieldPanel("thanks_text")], heading=_("Nach dem Absenden")),
        MultiFieldPanel(
            [FieldPanel("purpose"), FieldPanel("keep_days"), FieldPanel("tell"), FieldPanel("closes_at")],
            heading=_("Umgang mit den Antworten"),
        ),
    ]

    class Meta:
        verbose_name = _("Formular")
        verbose_name_plural = _("Formulare")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; what is sent goes to an address of its own."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return super().serve(request, *args, **kwargs)

    def is_open(self, now: datetime) -> bool:
        """Whether answers are still taken."""
        return self.closes_at is None or now < self.closes_at

    def get_submission_class(self) -> type[FormSubmission]:
        return FormSubmission

    def get_data_fields(self) -> list[tuple[str, Any]]:
        return [("submit_time", _("Eingang")), *((field.clean_name, field.label) for field in self.get_form_fields())]


class FormField(AbstractFormField):
    page = ParentalKey(FormPage, on_delete=models.CASCADE, related_name="form_fields")
    field_type = models.CharField(_("Art der Antwort"), max_length=16, choices=FIELD_TYPES)
    field_type.required_on_save = True  # type: ignore[attr-defined]

    class Meta(AbstractFormField.Meta):
        verbose_name = _("Frage")
        verbose_name_plural = _("Fragen")


class FormSubmission(AbstractFormSubmission):
    page = models.ForeignKey(FormPage, on_delete=models.CASCADE, related_name="submissions")
    form_data = models.JSONField(_("Antworten"), encoder=DjangoJSONEncoder)
    submit_time: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("Eingang"), db_index=True)

    class Meta(AbstractFormSubmission.Meta):
        verbose_name = _("Antwort")
        verbose_name_plural = _("Antworten")

    def __str__(self) -> str:
        return f"{_('Antwort')} {self.pk}"
