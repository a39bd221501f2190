"""Dates of the alliance: the calendar and the single event, fixed or provisional, on the spot or online."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager, PageQuerySet
from wagtail.search import index

from home.blocks import BodyBlocks
from home.blocks.events import AgendaBlocks
from home.domain.registrations import Reason, registration_refusal
from home.enums import EventKind
from home.models.base import SitePage

if TYPE_CHECKING:
    from uuid import UUID

    from home.models.documents import SiteDocument

USUAL_LENGTH = timedelta(hours=2)  # of an event whose end nobody has said


class EventQuerySet(PageQuerySet):
    def ahead(self, since: datetime) -> EventQuerySet:
        """Return what ends after this moment, soonest first."""
        open_end = models.Q(end=None, start__gte=since - USUAL_LENGTH)
        return self.filter(open_end | models.Q(end__gte=since)).order_by("start", "pk")

    def past(self, since: datetime) -> EventQuerySet:
        """Return what was over by this moment, latest first."""
        open_end = models.Q(end=None, start__lt=since - USUAL_LENGTH)
        return self.filter(open_end | models.Q(end__lt=since)).order_by("-start", "-pk")

    def between(self, since: datetime, until: datetime) -> EventQuerySet:
        """Return what happens in this span of time, soonest first."""
        lasts = models.Q(end__gte=since) | models.Q(start__gte=since)
        return self.filter(lasts, start__lt=until).order_by("start", "pk")

    def light(self) -> EventQuerySet:
        """Leave out what only the event's own page shows."""
        return self.defer("body", "agenda")


EventManager = PageManager.from_queryset(EventQuerySet)


class EventIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.EventPage"]
    max_count_per_parent = 1
    template = "home/event_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Kalender")
        verbose_name_plural = _("Kalender")


class EventPage(SitePage):
    kind = models.CharField(_("Art"), max_length=8, choices=EventKind.choices, default=EventKind.ALLIANCE)
    group = models.ForeignKey(
        "home.GroupPage",
        verbose_name=_("Arbeitsgruppe"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    start = models.DateTimeField(_("Beginn"), db_index=True)
    end = models.DateTimeField(_("Ende"), null=True, blank=True)
    is_provisional = models.BooleanField(
        _("voraussichtlich"), default=False, help_text=_("Der Termin steht noch nicht fest und wird so gekennzeichnet.")
    )
    is_cancelled = models.BooleanField(
        _("abgesagt"),
        default=False,
        help_text=_(
            "Der Termin bleibt im Kalender stehen und wird als abgesagt gezeigt. Angemeldete bekommen eine Mail."
        ),
    )
    place = models.CharField(
        _("Ort"),
        max_length=160,
        blank=True,
        help_text=_("Haus und Anschrift: „IHK Südthüringen, Suhl“."),
    )
    municipality = models.ForeignKey(
        "places.Municipality",
        verbose_name=_("Kommune"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    is_online = models.BooleanField(_("auch oder nur online"), default=False)
    online_url = models.URLField(
        _("Adresse zum Einwählen"),
        blank=True,
        help_text=_("Steht auf der Seite; bei Terminen mit Anmeldung nur in der Mail an Angemeldete."),
    )
    audience = models.CharField(
        _("Für wen"), max_length=80, blank=True, help_text=_("Zum Beispiel „offen für Gäste“ oder „für Mitglieder“.")
    )
    body = StreamField(BodyBlocks(), verbose_name=_("Worum es geht"), blank=True)
    agenda = StreamField(AgendaBlocks(), verbose_name=_("Tagesordnung"), blank=True)
    survey = models.ForeignKey(
        "home.FormPage",
        verbose_name=_("Rückmeldung danach"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="surveyed_events",
        help_text=_("Ein Formular, das die Seite nach dem Termin anbietet."),
    )
    takes_registrations = models.BooleanField(_("mit Anmeldung"), default=False)
    places = models.PositiveIntegerField(
        _("Plätze"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leer: unbegrenzt. Sind alle vergeben, beginnt eine Warteliste."),
    )
    registration_closes = models.DateTimeField(
        _("Anmeldung bis"), null=True, blank=True, help_text=_("Leer: bis zum Beginn.")
    )

    objects = EventManager()

    parent_page_types: ClassVar[list[str]] = ["home.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/event_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("group")]),
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldRowPanel([FieldPanel("is_provisional"), FieldPanel("is_cancelled")]),
                FieldPanel("audience"),
            ],
            heading=_("Wann"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldPanel("municipality"),
                FieldRowPanel([FieldPanel("is_online"), FieldPanel("online_url")]),
            ],
            heading=_("Wo"),
        ),
        FieldPanel("body"),
        FieldPanel("agenda"),
        MultiFieldPanel(
            [
                FieldPanel("takes_registrations"),
                FieldRowPanel([FieldPanel("places"), FieldPanel("registration_closes")]),
            ],
            heading=_("Anmeldung"),
        ),
        MultiFieldPanel(
            [InlinePanel("documents", label=_("Unterlage")), FieldPanel("survey")], heading=_("Nach dem Termin")
        ),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("body"),
        index.SearchField("place"),
        index.FilterField("start"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("Termin")
        verbose_name_plural = _("Termine")

    @property
    def key(self) -> UUID:
        """The same in every language: names the event in calendars, links and registrations."""
        return self.translation_key

    @property
    def ends(self) -> datetime:
        """When it is over; two hours after the beginning unless somebody said otherwise."""
        return self.end or self.start + USUAL_LENGTH

    @property
    def first_day(self) -> date:
        return timezone.localdate(self.start)

    @property
    def last_day(self) -> date:
        """The last day on which something happens; an end at midnight belongs to the day before."""
        if self.end is None or self.end <= self.start:
            return self.first_day
        return timezone.localdate(self.end - timedelta(microseconds=1))

    @property
    def where(self) -> str:
        """Return the place in words."""
        parts = [
            self.place or (self.municipality.name if self.municipality else ""),
            _("online") if self.is_online else "",
        ]
        return ", ".join(str(part) for part in parts if part)

    @property
    def ics_url(self) -> str:
        return reverse("home:event_ics", args=[self.key])

    @property
    def shows_dial_in(self) -> bool:
        """Whether everybody may read the address to dial in."""
        return bool(self.online_url) and not self.takes_registrations and not self.is_cancelled

    def papers(self) -> list[SiteDocument]:
        """Return what remains of the event, in the editor's order."""
        return [row.document for row in self.documents.select_related("document")]

    def closed_because(self, now: datetime) -> Reason | None:
        """Why nobody can register now, None while everybody can."""
        return registration_refusal(
            takes=self.takes_registrations,
            is_cancelled=self.is_cancelled,
            start=self.start,
            closes=self.registration_closes,
            now=now,
        )

    def clean(self) -> None:
        """An event has an end after its beginning and a place; a group's date belongs to a group."""
        super().clean()
        problems: dict[str, Any] = {}
        if self.start and self.end and self.end <= self.start:
            problems["end"] = _("Das Ende muss nach dem Beginn liegen.")
        if not (self.place or self.municipality_id or self.is_online):
            problems["place"] = _("Bitte geben Sie einen Ort an oder kreuzen Sie „online“ an.")
        if self.start and self.registration_closes and self.registration_closes > self.start:
            problems["registration_closes"] = _("Die Anmeldung muss spätestens mit dem Beginn enden.")
        if problems:
            raise ValidationError(problems)


class EventDocument(Orderable):
    """What remains of an event: minutes, slides, pictures."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "home.SiteDocument", verbose_name=_("Dokument"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar[list[Any]] = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("Unterlage eines Termins")
        verbose_name_plural = _("Unterlagen eines Termins")
