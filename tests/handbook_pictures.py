"""Which pictures the handbook shows: whose page, how to get there, and which part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EDITOR: Final = "redaktion@example.org"
MODERATOR: Final = "moderation@example.org"
OFFICE: Final = "geschaeftsstelle@example.org"
MEMBER: Final = "partner@example.org"
JUROR: Final = "jury1@example.org"
LATE_JUROR: Final = "jury6@example.org"

VOTE: Final = "/verwaltung/kampagne/schoenster-blick"
LAST_YEAR: Final = "/verwaltung/kampagne/schoenster-blick-rueckblick"
NEXT_YEAR: Final = "/verwaltung/kampagne/schoenster-blick-vorschau"
SEARCH: Final = "/verwaltung/pages/search/?q="
CONTESTS: Final = "/verwaltung/wettbewerbe"
OPEN: Final = f"{CONTESTS}/innenstadt-wettbewerb"
JUDGED: Final = f"{CONTESTS}/innenstadt-wettbewerb-jury"
DECIDED: Final = f"{CONTESTS}/wanderbaumallee"
MEETING: Final = f"{CONTESTS}/wanderbaumallee-zweite-runde"
ISSUES: Final = "/verwaltung/newsletter/ausgaben/"
DRAFT: Final = "Was im nächsten Monat ansteht"
RIGHT_TABLE: Final = "Gemeinde;Quote\nGotha;9,2\nSuhl;11,4\nGreiz;14,1\nSömmerda;.\n"
WRONG_TABLE: Final = "Gemeinde;Quote\nGotha;9,2\nSuhl;elf\nGera an der Elster;14,1\nGotha;8,8\n"


@dataclass(frozen=True)
class Picture:
    """One picture. `press` names what is pressed on the way; `take_back` what undoes it afterwards.

    `part` is a selector, `height` the most that is shown of it; a dialogue and the checks of the editor need a
    `window` as high as a real one and some milliseconds to `wait`.
    """

    name: str
    who: str
    path: str
    press: tuple[str, ...] = ()
    start: str = ""
    height: int = 900
    part: str = "main"
    is_phone: bool = False
    take_back: tuple[str, ...] = ()
    window: int = 2400
    wait: int = 0


CAMPAIGN: Final = (
    Picture("verwaltung", OFFICE, "/verwaltung/", part="body", height=760),
    Picture("kampagne-anlegen", OFFICE, "/verwaltung/kampagnen/new/", start="Termine", height=760),
    Picture("kampagne-checkliste", OFFICE, f"{NEXT_YEAR}/", height=660),
    Picture("kampagne-einwilligungen", OFFICE, f"{VOTE}/einwilligungen/", height=700),
    Picture("kampagne-vorschau-waehlen", OFFICE, f"{VOTE}/", part=".desk-phases"),
    Picture(
        "kampagne-vorschau",
        OFFICE,
        f"{VOTE}/",
        press=("Ergebnis : Ergebnis",),
        part="body",
        height=640,
        take_back=("Vorschau beenden",),
    ),
    Picture(
        "kampagne-auszaehlen",
        OFFICE,
        f"{VOTE}/",
        press=("Ergebnis : Auszählen",),
        part="body",
        height=700,
        take_back=("Vorschau beenden",),
    ),
    Picture("abstimmung-aufsicht", OFFICE, f"{VOTE}/abstimmung/", height=1320),
    Picture("abstimmung-fall", OFFICE, f"{VOTE}/abstimmung/", press=("Sehr viele Stimmzettel",), height=900),
    Picture("abstimmung-einblick", OFFICE, f"{VOTE}/einblick/", height=560),
    Picture("ergebnis-liste", OFFICE, f"{VOTE}/ergebnis/", height=400),
    Picture("ergebnis-seite", "", "/kampagnen/schoenster-blick-rueckblick/ergebnis/", height=1050),
    Picture("jury-finale", OFFICE, f"{LAST_YEAR}/finale/", height=825),
    Picture("ergebnis-urkunden", OFFICE, f"{LAST_YEAR}/urkunden/", height=560),
    Picture("fotos-uebergeben", OFFICE, f"{LAST_YEAR}/uebergaben/", height=900),
    Picture("statistik", OFFICE, f"{LAST_YEAR}/statistik/", start="Eingereichte Fotos je Woche", height=800),
)
CONTEST: Final = (
    Picture("wettbewerb-einrichten", OFFICE, f"{OPEN}/einrichten/", height=900),
    Picture("wettbewerb-formular", OFFICE, f"{OPEN}/1/formulare/", press=("Bearbeiten",), height=800),
    Picture("wettbewerb-verzeichnis", OFFICE, f"{JUDGED}/1/", height=900),
    Picture("wettbewerb-pruefen", OFFICE, f"{OPEN}/1/", press=("W27-",), height=900),
    Picture("wettbewerb-schwaerzen", OFFICE, f"{JUDGED}/1/", press=("W26-", "Fassung für die Jury"), height=900),
    Picture("jury-fortschritt", OFFICE, f"{JUDGED}/1/jury/", height=1240),
    Picture("rangfolge", OFFICE, f"{DECIDED}/1/rangfolge/", height=900),
    Picture("sitzung", OFFICE, f"{MEETING}/1/beratung/sitzung/", height=900),
    Picture("beschluesse", OFFICE, f"{DECIDED}/1/beratung/endgueltig/", height=800),
    Picture("briefe", OFFICE, f"{DECIDED}/1/briefe/", height=800),
)
MODERATION: Final = (
    Picture("moderation-uebersicht", MODERATOR, "/verwaltung/moderation/", height=1000),
    Picture("moderation-beitrag", MODERATOR, "/verwaltung/moderation/", press=("Eins nach dem anderen",), height=1000),
    Picture(
        "moderation-rueckgaengig",
        MODERATOR,
        "/verwaltung/moderation/?stand=submitted&hinweis=ohne",
        press=("Eins nach dem anderen", "Freigeben"),
        height=320,
        take_back=("Rückgängig",),
    ),
    Picture("moderation-meldungen", MODERATOR, "/verwaltung/moderation/meldungen/", height=800),
)
JURY: Final = (
    Picture("jury-kandidaten", LATE_JUROR, "/jury/", start="Innenstadt-Wettbewerb 2026", height=760),
    Picture("jury-bogen", LATE_JUROR, "/jury/", press=("Brückenzeit",), height=1000),
    Picture(
        "jury-bogen-telefon",
        LATE_JUROR,
        "/jury/",
        press=("Brückenzeit",),
        start="Ihre Bewertung",
        is_phone=True,
    ),
    Picture("jury-abgeschlossen", JUROR, "/jury/", press=("Drei Läden, ein Flur",), height=760),
    Picture("jury-vergleich", JUROR, "/jury/uebersicht/innenstadt-wettbewerb-jury/1/", height=700),
    Picture("jury-sitzung-telefon", JUROR, "/jury/", press=("Zur Sitzung",), is_phone=True),
)
EDITING: Final = (
    Picture("redaktion-meldung", EDITOR, f"{SEARCH}Sommertreffen", press=("Sommertreffen in Erfurt",), height=1000),
    Picture(
        "redaktion-kampagne", EDITOR, f"{SEARCH}Blick+2026", press=("Der schönste Blick der Stadt 2026",), height=900
    ),
    Picture("redaktion-blickpunkte", EDITOR, "/verwaltung/blickpunkte/", height=700),
    Picture("redaktion-blickpunkt", "", "/blickpunkte/immer-hier-entlang/", is_phone=True),
)
WRITING: Final = (
    Picture("redaktion-start", EDITOR, "/verwaltung/", part="body", height=820, window=820),
    Picture("redaktion-seitenbaum", EDITOR, f"{SEARCH}Sommertreffen", press=("Aktuelles",), height=560),
    Picture(
        "redaktion-baustein",
        EDITOR,
        f"{SEARCH}Neun+neue+Partner",
        press=("Neun neue Partner", "Einen Block einfügen", "Zitat > Vorschau"),
        part=".w-combobox-container",
        window=1100,
        wait=2500,
    ),
    Picture("redaktion-bild", EDITOR, "/verwaltung/images/", press=("Marktplatz",), height=900),
    Picture(
        "redaktion-pruefen",
        EDITOR,
        f"{SEARCH}Neun+neue+Partner",
        press=("Neun neue Partner", "Überprüfungen umschalten"),
        part="body",
        height=560,
        window=900,
        wait=6000,
    ),
    Picture(
        "redaktion-zeitplan",
        EDITOR,
        f"{SEARCH}Neun+neue+Partner",
        press=("Neun neue Partner", "Status umschalten", "Zeitplan festlegen"),
        part=".w-dialog__box:visible",
        window=1000,
        wait=1000,
    ),
    Picture(
        "redaktion-freigabe",
        EDITOR,
        f"{SEARCH}Neun+neue+Partner",
        press=("Neun neue Partner", "Mehr Aktionen"),
        part="[data-tippy-root]:visible",
        window=900,
        wait=800,
    ),
    Picture(
        "redaktion-weiterleitung",
        EDITOR,
        "/verwaltung/redirects/add/",
        press=("Weiterleitung von = /baenke/",),
        height=640,
        window=1000,
    ),
)
ALLIANCE: Final = (
    Picture(
        "buendnis-projekt",
        EDITOR,
        f"{SEARCH}Essbare+Stadt",
        press=("Essbare Stadt Mühlhausen",),
        start="Orte",
        height=620,
    ),
    Picture("buendnis-partner", EDITOR, "/verwaltung/snippets/home/partner/", height=620),
    Picture("buendnis-unterzeichnung", OFFICE, "/verwaltung/unterzeichnungen/", press=("Stadtbücherei",), height=1000),
)
KNOWLEDGE: Final = (
    Picture("kompass-beispiel", EDITOR, f"{SEARCH}Wanderschaft", press=("Bäume auf",), start="Stadt oder", height=900),
    Picture("kompass-vorschlag", OFFICE, "/verwaltung/beispielvorschlaege/", press=("Aus der Drogerie",), height=860),
    Picture("foerderprogramme", EDITOR, "/verwaltung/foerderprogramme/", height=560),
    Picture("foerderprogramm-warnung", "", "/foerderung/sanierung-altstadt/", height=760),
    Picture(
        "daten-fehler",
        EDITOR,
        "/verwaltung/daten/",
        press=("Tabelle einlesen", f"Tabelle (.csv << {WRONG_TABLE}", "Stand = 30.06.2026", "Prüfen und Vorschau"),
        height=790,
    ),
    Picture(
        "daten-vorschau",
        EDITOR,
        "/verwaltung/daten/",
        press=("Tabelle einlesen", f"Tabelle (.csv << {RIGHT_TABLE}", "Stand = 30.06.2026", "Prüfen und Vorschau"),
        height=700,
    ),
)
MEETINGS: Final = (
    Picture(
        "termin-formular",
        EDITOR,
        f"{SEARCH}Folge+7",
        press=("Leerstand als Chance, Folge 7",),
        start="Wann",
        height=1000,
    ),
    Picture("termin-anmeldungen", OFFICE, "/verwaltung/anmeldungen/", press=("Leerstand als Chance",), height=760),
    Picture("formular-fragen", EDITOR, f"{SEARCH}Wie+war", press=("Wie war das Treffen?",), start="Fragen", height=900),
    Picture("formular-antworten", EDITOR, "/verwaltung/forms/", press=("Wie war das Treffen?",), height=1100),
)
MEMBERS: Final = (
    Picture("intern-bereich", MEMBER, "/intern/", height=900),
    Picture(
        "intern-protokoll",
        EDITOR,
        f"{SEARCH}Bank+am+Aussichtspunkt",
        press=("Die Bank am",),
        start="Arbeitsgruppe",
        height=700,
    ),
    Picture("intern-dokumente", EDITOR, "/verwaltung/mitglieder/dokumente/", height=420),
    Picture("intern-einladen", OFFICE, "/verwaltung/mitglieder/liste/", press=("Mitglied einladen",), height=720),
)
LETTERS: Final = (
    Picture(
        "newsletter-ausgabe",
        EDITOR,
        ISSUES,
        press=(DRAFT,),
        start="Einleitung",
        height=900,
    ),
    Picture("newsletter-vorschau", EDITOR, ISSUES, press=(DRAFT, "Speichern"), height=820),
    Picture("newsletter-senden", EDITOR, ISSUES, press=(DRAFT, "Speichern", "Senden"), height=330),
    Picture("newsletter-versand", EDITOR, ISSUES, press=("Wer jetzt mitmacht",), height=560),
)
LANGUAGES: Final = (
    Picture(
        "sprachen-waehlen",
        EDITOR,
        f"{SEARCH}Sommertreffen",
        press=("Sommertreffen in", "Aktionen", "Diese Seite übersetzen"),
        height=460,
    ),
    Picture(
        "sprachen-uebersetzen", EDITOR, f"{SEARCH}Alliance", press=("Alliance",), height=900, window=900, wait=1500
    ),
    Picture("sprachen-zurueck", EDITOR, "/verwaltung/", part=".waiting", height=400),
)
PICTURES: Final = (
    *CAMPAIGN,
    *CONTEST,
    *MODERATION,
    *JURY,
    *WRITING,
    *EDITING,
    *ALLIANCE,
    *KNOWLEDGE,
    *MEETINGS,
    *MEMBERS,
    *LETTERS,
    *LANGUAGES,
)
