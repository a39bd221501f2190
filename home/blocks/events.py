"""Blocks of an event: its agenda."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock


class AgendaItemBlock(StructBlock):
    time = CharBlock(required=False, max_length=20, label=_("Uhrzeit"), help_text=_("Zum Beispiel „14:30“."))
    title = CharBlock(max_length=120, label=_("Punkt"))
    who = CharBlock(
        required=False, max_length=120, label=_("Wer"), help_text=_("Einrichtung oder Rolle, die vorträgt.")
    )

    class Meta:
        icon = "time"
        label = _("Punkt der Tagesordnung")
        template = "blocks/agenda_item.html"
        description = _("Uhrzeit, worum es geht, wer vorträgt.")
        preview_value = {"time": "14:30", "title": "Was aus der Wanderbaumallee wurde", "who": "AG Klima"}


class AgendaBlocks(StreamBlock):
    item = AgendaItemBlock()

    class Meta:
        template = "blocks/agenda.html"
