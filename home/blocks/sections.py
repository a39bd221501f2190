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
from home.blocks.choosers import DocumentBlock, PageBlock, PictureBlock
from home.blocks.links import TargetedBlock, TargetValue
from home.blocks.timely import DatesSection, NewsSection


class LinesValue(TargetValue):
    """A struct with a text of one entry per line."""

    @property
    def lines(self) -> list[str]:
        """Return the entries, without empty lines."""
        return [line.strip() for line in str(self.get("entries") or "").splitlines() if line.strip()]


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


class MemberKindBlock(StructBlock):
    heading = CharBlock(max_length=60, label=_("Gruppe"), help_text=_("zum Beispiel „Kammern“"))
    names = TextBlock(label=_("Mitglieder"), help_text=_("Durch Komma getrennt."))

    class Meta:
        icon = "group"
        label = _("Mitgliedergruppe")


class TogetherSection(StructBlock):
    heading = CharBlock(max_length=80, default="Gemeinsam gelingt es", label=_("Überschrift"))
    text = TextBlock(required=False, max_length=400, label=_("Text"))
    members = ListBlock(MemberKindBlock(), label=_("Mitglieder"))
    page = PageBlock(required=False, label=_("Seite „Partner werden“"))

    class Meta:
        icon = "group"
        label = _("Gemeinsam gelingt es")
        template = "blocks/section_together.html"
        description = _("Wer im Bündnis mitarbeitet, nach Gruppen.")
        preview_value = {
            "heading": "Gemeinsam gelingt es",
            "text": "Kommunen, Kammern, Verbände und Ministerien an einem Tisch.",
            "members": [{"heading": "Kammern", "names": "IHK Erfurt, Handwerkskammer Erfurt"}],
        }


class WorkingGroupBlock(TargetedBlock):
    heading = CharBlock(max_length=60, label=_("Name"))
    text = TextBlock(max_length=300, label=_("Aufgabe"))
    entries = TextBlock(required=False, label=_("Vorhaben"), help_text=_("Eines je Zeile."))

    class Meta:
        icon = "group"
        label = _("Arbeitsgruppe")
        value_class = LinesValue


class GroupsSection(StructBlock):
    heading = CharBlock(max_length=80, default="Drei Arbeitsgruppen", label=_("Überschrift"))
    items = ListBlock(WorkingGroupBlock(), min_num=1, max_num=3, label=_("Arbeitsgruppen"))
    page = PageBlock(required=False, label=_("Seite zum Weiterlesen"))

    class Meta:
        icon = "group"
        label = _("Arbeitsgruppen")
        template = "blocks/section_groups.html"
        description = _("Bis zu drei Gruppen mit großer Ziffer, Aufgabe und Vorhaben.")
        preview_value = {
            "heading": "Drei Arbeitsgruppen",
            "items": [{"heading": "Klima", "text": "Schatten, Wasser und Grün.", "entries": "Wanderbaumallee"}],
        }


class ProjectBlock(TargetedBlock):
    heading = CharBlock(max_length=60, label=_("Name"))
    place = CharBlock(max_length=90, label=_("Wo"))
    status = CharBlock(max_length=60, label=_("Stand"))

    class Meta:
        icon = "clipboard-list"
        label = _("Projekt")
        value_class = TargetValue


class ProjectsSection(StructBlock):
    heading = CharBlock(max_length=80, default="Pilotprojekte", label=_("Überschrift"))
    items = ListBlock(ProjectBlock(), min_num=1, label=_("Projekte"))
    image = PictureBlock(required=False, label=_("Bild"))
    page = PageBlock(required=False, label=_("Seite mit allen Projekten"))

    class Meta:
        icon = "clipboard-list"
        label = _("Pilotprojekte")
        template = "blocks/section_projects.html"
        description = _("Liste wie die Tafel in einer Eingangshalle: Name, Ort, Stand.")
        preview_value = {
            "heading": "Pilotprojekte",
            "items": [{"heading": "Wanderbaumallee", "place": "Gotha, Nordhausen", "status": "läuft"}],
        }


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


class DocumentsSection(StructBlock):
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


class HomeSections(StreamBlock):
    mission = MissionSection()
    offers = OffersSection()
    together = TogetherSection()
    groups = GroupsSection()
    projects = ProjectsSection()
    dates = DatesSection()
    news = NewsSection()
    voices = VoicesSection()
    documents = DocumentsSection()
    initiatives = InitiativesSection()
    office = OfficeSection()
    partners = PartnersSection()

    class Meta:
        block_counts: dict[str, Any] = {
            name: {"max_num": 1} for name in ("mission", "offers", "together", "dates", "news", "office", "partners")
        }
