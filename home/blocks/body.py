"""Blocks of running text: standard pages, news, campaign and competition pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock

from home.blocks.choosers import DocumentBlock, FilesPreview, PictureBlock
from home.blocks.links import ButtonBlock

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
LINE_FEATURES = ["bold", "italic", "link"]


class HeadingBlock(CharBlock):
    class Meta:
        icon = "title"
        label = _("Überschrift")
        template = "blocks/heading.html"
        description = _("Gliedert die Seite. Kurz und sagend.")
        preview_value = "Worum es geht"


class ParagraphBlock(RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/paragraph.html"
        description = _("Absätze, Listen, Zwischenüberschriften und Verweise.")
        preview_value = "<p>Ein Platz mit Aussicht wird zum Treffpunkt.</p><ul><li>für alle</li><li>zu Fuß</li></ul>"


class LeadBlock(TextBlock):
    class Meta:
        icon = "openquote"
        label = _("Vorspann")
        template = "blocks/lead.html"
        description = _("Ein bis drei Sätze in großer Schrift.")
        preview_value = "Ein leerer Laden ist eine Adresse, die noch niemand gefragt hat."


class FigureBlock(FilesPreview, StructBlock):
    image = PictureBlock(label=_("Bild"))
    caption = CharBlock(required=False, max_length=200, label=_("Bildunterschrift"))

    class Meta:
        icon = "image"
        label = _("Bild")
        template = "blocks/figure.html"
        description = _("Ein Bild mit Unterschrift; der Nachweis steht von selbst dabei.")


class FactBlock(StructBlock):
    term = CharBlock(max_length=60, label=_("Stichwort"))
    text = RichTextBlock(features=LINE_FEATURES, label=_("Angabe"))

    class Meta:
        icon = "list-ul"
        label = _("Angabe")


class FactsBlock(StructBlock):
    heading = CharBlock(required=False, max_length=80, label=_("Überschrift"))
    items = ListBlock(FactBlock(), min_num=1, label=_("Angaben"))

    class Meta:
        icon = "list-ul"
        label = _("Steckbrief")
        template = "blocks/facts.html"
        description = _("Stichwort und Angabe in zwei Spalten: Wer, wann, wo.")
        preview_value = {
            "heading": "Auf einen Blick",
            "items": [
                {"term": "Seit", "text": "<p>8. Juni 2021</p>"},
                {"term": "Mitglieder", "text": "<p>über 100</p>"},
            ],
        }


class DocumentsBlock(FilesPreview, StructBlock):
    heading = CharBlock(required=False, max_length=80, label=_("Überschrift"))
    items = ListBlock(DocumentBlock(), min_num=1, label=_("Dokumente"))

    class Meta:
        icon = "doc-full"
        label = _("Dokumente")
        template = "blocks/documents.html"
        description = _("Dateien zum Herunterladen. Art, Größe und Barrierefreiheit stehen von selbst dabei.")


class QuoteBlock(StructBlock):
    quote = TextBlock(max_length=240, label=_("Zitat"), help_text=_("Ohne Anführungszeichen."))
    source = CharBlock(max_length=120, label=_("Wer sagt es"), help_text=_("Name oder Rolle und Ort."))

    class Meta:
        icon = "openquote"
        label = _("Zitat")
        template = "blocks/quote.html"
        description = _("Eine Stimme aus dem Bündnis oder aus der Stadt.")
        preview_value = {
            "quote": "Ich mag meine Stadt, weil ich auf dem Markt immer jemanden treffe.",
            "source": "Schüler, Greiz",
        }


class StepBlock(StructBlock):
    heading = CharBlock(max_length=60, label=_("Schritt"))
    text = TextBlock(max_length=300, label=_("Text"))

    class Meta:
        icon = "arrow-right"
        label = _("Schritt")


class StepsBlock(StructBlock):
    heading = CharBlock(required=False, max_length=80, label=_("Überschrift"))
    items = ListBlock(StepBlock(), min_num=2, max_num=6, label=_("Schritte"))

    class Meta:
        icon = "list-ol"
        label = _("Schritte")
        template = "blocks/steps.html"
        description = _("Ein Ablauf in zwei bis sechs nummerierten Schritten.")
        preview_value = {
            "heading": "So werden Sie Partner",
            "items": [
                {"heading": "Erklärung lesen", "text": "Zwei Seiten, die sagen, wofür das Bündnis steht."},
                {"heading": "Unterschreiben", "text": "Eine Person mit Vollmacht genügt."},
            ],
        }


class PersonBlock(StructBlock):
    role = CharBlock(max_length=80, label=_("Aufgabe"))
    text = CharBlock(max_length=160, label=_("Zuständig für"))

    class Meta:
        icon = "user"
        label = _("Rolle")


class BodyBlocks(StreamBlock):
    lead = LeadBlock()
    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    figure = FigureBlock()
    facts = FactsBlock()
    steps = StepsBlock()
    quote = QuoteBlock()
    documents = DocumentsBlock()
    button = ButtonBlock()

    class Meta:
        template = "blocks/body.html"
