"""Blocks of the pages that present a campaign or a competition."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock

from home.blocks.body import LINE_FEATURES


class PrizeBlock(StructBlock):
    rank = CharBlock(max_length=6, label=_("Platz"), help_text=_("„1“, „2–4“ oder „✱“"))
    heading = CharBlock(max_length=80, label=_("Preis"))
    text = TextBlock(required=False, max_length=240, label=_("Erläuterung"))

    class Meta:
        icon = "pick"
        label = _("Preis")
        template = "blocks/prize.html"
        description = _("Was es zu gewinnen gibt, mit großer Ziffer.")
        preview_value = {"rank": "1", "heading": "Bank am Aussichtspunkt", "text": "mit Tafel und Enthüllung"}


class PrizeBlocks(StreamBlock):
    prize = PrizeBlock()


class QuestionBlock(StructBlock):
    question = CharBlock(max_length=160, label=_("Frage"))
    answer = RichTextBlock(features=[*LINE_FEATURES, "ul"], label=_("Antwort"))

    class Meta:
        icon = "help"
        label = _("Frage und Antwort")
        template = "blocks/question.html"
        description = _("Eine häufige Frage; die Antwort klappt auf.")
        preview_value = {"question": "Wer darf sich bewerben?", "answer": "<p>Städte und Gemeinden des Landes.</p>"}


class QuestionBlocks(StreamBlock):
    question = QuestionBlock()
