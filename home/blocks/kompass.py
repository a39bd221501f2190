"""Blocks of the KOMPASS: the steps of a guide, the pictures of an example."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock, StructBlock

from home.blocks.body import LINE_FEATURES, FigureBlock


class GuideStepBlock(StructBlock):
    heading = CharBlock(max_length=80, label=_("Schritt"))
    text = RichTextBlock(features=[*LINE_FEATURES, "ul", "document-link"], label=_("Was zu tun ist"))

    class Meta:
        icon = "list-ol"
        label = _("Schritt")
        template = "blocks/guide_step.html"
        description = _("Ein Schritt des Leitfadens mit Überschrift, Text und Verweisen auf Vorlagen.")
        preview_value = {
            "heading": "Eigentümerinnen und Eigentümer ansprechen",
            "text": "<p>Rufen Sie an, bevor Sie schreiben.</p><ul><li>Grundbuch einsehen</li></ul>",
        }


class GuideSteps(StreamBlock):
    step = GuideStepBlock()


class PictureBlocks(StreamBlock):
    picture = FigureBlock()
