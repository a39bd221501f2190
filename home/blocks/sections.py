"""Sections of the home page; each is one flat band, its colour belongs to its kind."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)

from home.blocks.body import LINE_FEATURES, PersonBlock, QuoteBlock
from home.blocks.choosers import DocumentBlock, FilesPreview, PageBlock, PictureBlock
from home.blocks.links import TargetedBlock, TargetValue
from home.blocks.timely import DatesSection, NewsSection


class FigureNumberBlock(StructBlock):
    number = CharBlock(max_length=12, label=_("Zahl"))
    text = CharBlock(max_length=90, label=_("wovon"))

    class Meta:
        icon = "order"
        label = _("Zahl")


class MissionSection(StructBlock):
    heading = CharBlock(max_length=80, label=_("Überschrift"))
    text = RichTextBlock(features=LINE_FEATURES, label=_("Auftrag"))
    figures = ListBlock(FigureNumberBlock(), max_num=4, default=[], label=_("Zahlen"))
    page = PageBlock(required=False, label=_("Seite zum Weiterlesen"))

    class Meta:
        icon = "site"
        label = _("Auftrag")
        template = "blocks/section_mission.html"
        description = _("Wofür das Bündnis steht, mit bis zu vier Zahlen.")
        preview_value = {
            "heading": "Wozu es uns gibt",
            "text": "<p>Wir bringen zusammen, wer die Mitte der Städte gestaltet.</p>",
            "figures": [{"number": "27 %", "text": "Leerstand in den Zentren"}],
        }


class OffersSection(StructBlock):
    campaigns = BooleanBlock(required=False, default=True, label=_("Mitmach-Kampagnen zeigen"))
    competitions = BooleanBlock(required=False, default=True, label=_("Wettbewerbe zeigen"))

    class Meta:
        icon = "pick"
        label = _("Jetzt mitmachen")
        template = "blocks/section_offers.html"
        description = _("Zeigt von selbst, was gerade offen ist: Phase, Frist und Tage bis dahin.")
        preview_value = {"campaigns": True, "competitions": True}


class FiguresSection(StructBlock):
    heading = CharBlock(max_length=80, default="In Zahlen", label=_("Überschrift"))
    figures = ListBlock(FigureNumberBlock(), min_num=1, max_num=6, label=_("Zahlen"))
    source = CharBlock(required=False, max_length=160, label=_("Quelle und Stand"))

    class Meta:
        icon = "order"
        label = _("Zahlen")
        template = "blocks/section_figures.html"
        description = _("Bis zu sechs große Zahlen mit ihrer Quelle.")
        preview_value = {
            "heading": "In Zahlen",
            "figures": [{"number": "27 %", "text": "Leerstand in den Zentren"}],
            "source": "Erhebung des Bündnisses, 2024",
        }


class TogetherSection(StructBlock):
    heading = CharBlock(max_length=80, default="Gemeinsam gelingt es", label=_("Überschrift"))
    text = TextBlock(required=False, max_length=400, label=_("Text"))
    page = PageBlock(required=False, label=_("Seite „Partner werden“"))

    class Meta:
        icon = "group"
        label = _("Gemeinsam gelingt es")
        template = "blocks/section_together.html"
        description = _(
            "Wer im Bündnis mitarbeitet, nach Art der Einrichtung. Füllt sich aus dem Verzeichnis der Partner."
        )
        preview_value = {
            "heading": "Gemeinsam gelingt es",
            "text": "Kommunen, Kammern, Verbände und Ministerien an einem Tisch.",
        }


class GroupsSection(StructBlock):
    heading = CharBlock(max_length=80, default="Drei Arbeitsgruppen", label=_("Überschrift"))
    items = ListBlock(
        PageBlock(page_type="home.GroupPage", label=_("Arbeitsgruppe")),
        default=[],
        max_num=6,
        label=_("Arbeitsgruppen"),
        help_text=_("Ohne Auswahl stehen alle da."),
    )
    page = PageBlock(required=False, label=_("Seite zum Weiterlesen"))

    class Meta:
        icon = "group"
        label = _("Arbeitsgruppen")
        template = "blocks/section_groups.html"
        description = _("Die Arbeitsgruppen mit großer Ziffer, Aufgabe und Projekten. Füllt sich aus ihren Seiten.")
        preview_value = {"heading": "Drei Arbeitsgruppen", "items": []}


class ProjectsSection(StructBlock):
    heading = CharBlock(max_length=80, default="Pilotprojekte", label=_("Überschrift"))
    items = ListBlock(
        PageBlock(page_type="home.ProjectPage", label=_("Projekt")),
        default=[],
        label=_("Projekte"),
        help_text=_("Ohne Auswahl stehen alle da."),
    )
    image = PictureBlock(required=False, label=_("Bild"))
    page = PageBlock(required=False, label=_("Seite mit allen Projekten"))

    class Meta:
        icon = "clipboard-list"
        label = _("Pilotprojekte")
        template = "blocks/section_projects.html"
        description = _("Wie die Tafel in einer Eingangshalle: Name, Ort, Stand. Füllt sich aus den Projektseiten.")
        preview_value = {"heading": "Pilotprojekte", "items": []}


class VoicesSection(StructBlock):
    items = ListBlock(QuoteBlock(), min_num=1, max_num=3, label=_("Stimmen"))

    class Meta:
        icon = "openquote"
        label = _("Stimmen")
        template = "blocks/section_voices.html"
        description = _("Bis zu drei Zitate, das erste groß: „Ich mag meine Stadt …“")
        preview_value = {
            "items": [{"quote": "Ich mag meine Stadt, weil man sich kennt.", "source": "Schülerin, Greiz"}]
        }


class DocumentsSection(FilesPreview, StructBlock):
    heading = CharBlock(max_length=80, default="Dokumente", label=_("Überschrift"))
    items = ListBlock(DocumentBlock(), label=_("Dokumente"))
    page = PageBlock(required=False, label=_("Seite mit allen Unterlagen"))

    class Meta:
        icon = "doc-full"
        label = _("Dokumente")
        template = "blocks/section_documents.html"
        description = _("Ausgewählte Dateien mit Art, Größe und Hinweis zur Barrierefreiheit.")


class InitiativeBlock(TargetedBlock):
    heading = CharBlock(max_length=80, label=_("Name"))
    text = TextBlock(max_length=240, label=_("Worum es geht"))

    class Meta:
        icon = "globe"
        label = _("Initiative")
        value_class = TargetValue


class InitiativesSection(StructBlock):
    heading = CharBlock(max_length=80, default="Weitere Initiativen", label=_("Überschrift"))
    items = ListBlock(InitiativeBlock(), min_num=1, label=_("Initiativen"))

    class Meta:
        icon = "globe"
        label = _("Weitere Initiativen")
        template = "blocks/section_initiatives.html"
        description = _("Was andere tun und wozu es passt.")
        preview_value = {
            "heading": "Weitere Initiativen",
            "items": [{"heading": "CityPuls", "text": "Förderung ohne Hürden."}],
        }


class OfficeSection(StructBlock):
    heading = CharBlock(max_length=80, default="Geschäftsstelle", label=_("Überschrift"))
    people = ListBlock(PersonBlock(), label=_("Wer wofür da ist"))
    hints_heading = CharBlock(max_length=60, default="Ihre Hinweise", label=_("Überschrift der Hinweise"))
    hints_text = TextBlock(max_length=300, label=_("Text der Hinweise"))

    class Meta:
        icon = "mail"
        label = _("Geschäftsstelle und Hinweise")
        template = "blocks/section_office.html"
        description = _("Adresse und Kontakt aus den Website-Einstellungen, Aufgaben und der Weg zu „Ihre Hinweise“.")
        preview_value = {
            "heading": "Geschäftsstelle",
            "people": [{"role": "Sekretariat", "text": "Termine, Räume, Anmeldungen"}],
            "hints_heading": "Ihre Hinweise",
            "hints_text": "Was fehlt, was stimmt nicht, was sollten wir wissen?",
        }


class PartnersSection(StructBlock):
    heading = CharBlock(max_length=80, default="Für Partner im Aktionsbündnis", label=_("Überschrift"))
    text = TextBlock(max_length=300, label=_("Text"))

    class Meta:
        icon = "key"
        label = _("Für Partner: anmelden")
        template = "blocks/section_partners.html"
        description = _("Der Weg zur Anmeldung.")
        preview_value = {"heading": "Für Partner im Aktionsbündnis", "text": "Protokolle und Unterlagen der Gruppen."}


class NewsletterSection(StructBlock):
    heading = CharBlock(max_length=80, default="Newsletter", label=_("Überschrift"))
    text = TextBlock(max_length=300, label=_("Text"))

    class Meta:
        icon = "mail"
        label = _("Newsletter")
        template = "blocks/section_newsletter.html"
        description = _("Der Weg zur Bestellung des Newsletters und zu früheren Ausgaben.")
        preview_value = {
            "heading": "Newsletter",
            "text": "Einmal im Monat: Termine, Fristen, ein gutes Beispiel.",
        }


class HomeSections(StreamBlock):
    mission = MissionSection()
    offers = OffersSection()
    figures = FiguresSection()
    together = TogetherSection()
    groups = GroupsSection()
    projects = ProjectsSection()
    dates = DatesSection()
    news = NewsSection()
    voices = VoicesSection()
    documents = DocumentsSection()
    initiatives = InitiativesSection()
    office = OfficeSection()
    newsletter = NewsletterSection()
    partners = PartnersSection()

    class Meta:
        block_counts: dict[str, Any] = {
            name: {"max_num": 1}
            for name in (
                "mission",
                "offers",
                "figures",
                "together",
                "dates",
                "news",
                "office",
                "newsletter",
                "partners",
            )
        }
