"""Sections of the start page that follow the calendar: dates and news."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, DateTimeBlock, IntegerBlock, ListBlock, StructBlock

from home.blocks.links import TargetedBlock, TargetValue
from home.enums import DateKind


class DateBlock(TargetedBlock):
    title = CharBlock(max_length=90, label=_("Termin"))
    kind = ChoiceBlock(choices=DateKind.choices, default=DateKind.ALLIANCE, label=_("Art"))
    start = DateTimeBlock(label=_("Beginn"))
    place = CharBlock(max_length=90, label=_("Ort"))
    note = CharBlock(required=False, max_length=90, label=_("Zusatz"), help_text=_("zum Beispiel „offen für Gäste“"))
    is_provisional = BooleanBlock(required=False, label=_("voraussichtlich"))

    class Meta:
        icon = "date"
        label = _("Termin")
        value_class = TargetValue


def _preview() -> dict[str, Any]:
    start = timezone.localtime().replace(hour=14, minute=0) + timedelta(days=16)
    meeting = {"title": "Bündnistreffen", "kind": DateKind.ALLIANCE.value, "start": start, "place": "Suhl"}
    return {"heading": "Termine", "by_kind": False, "with_deadlines": False, "count": 0, "items": [meeting]}


class DatesSection(StructBlock):
    heading = CharBlock(max_length=80, default="Termine", label=_("Überschrift"))
    count = IntegerBlock(
        default=6, min_value=0, max_value=24, label=_("Wie viele aus dem Kalender"), help_text=_("0: keine.")
    )
    items = ListBlock(
        DateBlock(),
        default=[],
        label=_("Weitere Termine"),
        help_text=_("Nur, was nicht im Kalender steht. Vergangene verschwinden von selbst."),
    )
    by_kind = BooleanBlock(required=False, default=True, label=_("nach Art gliedern"))
    with_deadlines = BooleanBlock(
        required=False, default=True, label=_("Fristen der Kampagnen und Wettbewerbe mit anzeigen")
    )

    class Meta:
        icon = "date"
        label = _("Termine")
        template = "blocks/section_dates.html"
        description = _("Die nächsten Termine aus dem Kalender, wie auf einer Abfahrtstafel.")
        preview_value = staticmethod(_preview)


class NewsSection(StructBlock):
    heading = CharBlock(max_length=80, default="Aktuelles", label=_("Überschrift"))
    count = IntegerBlock(default=4, min_value=1, max_value=8, label=_("Wie viele"))

    class Meta:
        icon = "doc-full-inverse"
        label = _("Aktuelles")
        template = "blocks/section_news.html"
        description = _("Die neuesten Meldungen, die erste groß mit Bild. Füllt sich von selbst.")
        preview_value = {"heading": "Aktuelles", "count": 4}
