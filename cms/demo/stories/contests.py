"""The forms, criteria and prizes of the demo's contests, and what the juries of the decided one wrote. All invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cms.demo.stories.themes import THEMES

SUMMARY = (
    "Gesucht sind Vorhaben, die Bauen und Beleben verbinden und von Stadt und Wirtschaft gemeinsam getragen werden."
)

CITY_CENTRE_FORM: list[dict[str, Any]] = [
    {
        "type": "part",
        "value": {
            "key": "vorhaben",
            "title": "Das Vorhaben",
            "intro": "Kurzbeschreibung, Ort, Ziel",
            "blocks": [
                {
                    "type": "explanation",
                    "value": "Schreiben Sie so, dass es auch Menschen verstehen, die Ihre Stadt nicht kennen.",
                },
                {
                    "type": "long_text",
                    "value": {
                        "key": "kurz",
                        "label": "Worum geht es, in wenigen Sätzen?",
                        "help": "Dieser Text steht später auf der öffentlichen Seite, wenn Sie gewinnen.",
                        "max_characters": 300,
                    },
                },
                {"type": "short_text", "value": {"key": "ort", "label": "Wo genau?", "max_characters": 120}},
                {
                    "type": "long_text",
                    "value": {"key": "ziel", "label": "Was soll sich ändern?", "max_characters": 1200},
                },
                {
                    "type": "choice",
                    "value": {
                        "key": "schwerpunkt",
                        "label": "Welches Thema steht im Mittelpunkt?",
                        "help": "Danach werden die Bewerbungen verglichen.",
                        "options": THEMES,
                        "is_theme": True,
                    },
                },
                {
                    "type": "choices",
                    "value": {
                        "key": "themen",
                        "label": "Welche Themen berührt es außerdem?",
                        "options": THEMES,
                        "max_options": 3,
                        "required": False,
                    },
                },
                {
                    "type": "date",
                    "value": {
                        "key": "beginn",
                        "label": "Wann soll es losgehen?",
                        "help": "Begonnen haben darf es noch nicht.",
                    },
                },
            ],
        },
    },
    {
        "type": "part",
        "value": {
            "key": "teile",
            "title": "Bauen und Beleben",
            "intro": "investiver und nicht investiver Teil, Partner",
            "blocks": [
                {
                    "type": "long_text",
                    "value": {"key": "bauen", "label": "Was wird gebaut oder angeschafft?", "max_characters": 1200},
                },
                {
                    "type": "long_text",
                    "value": {"key": "beleben", "label": "Was geschieht dort danach?", "max_characters": 1200},
                },
                {"type": "long_text", "value": {"key": "partner", "label": "Wer trägt es mit?", "max_characters": 800}},
            ],
        },
    },
    {
        "type": "part",
        "value": {
            "key": "kosten",
            "title": "Kosten und Finanzierung",
            "intro": "beide Summen müssen gleich sein",
            "blocks": [
                {
                    "type": "plan",
                    "value": {
                        "key": "plan",
                        "label": "Kosten und Finanzierung",
                        "help": "Beträge in Euro. Die Wettbewerbsmittel gehören zur Finanzierung.",
                        "grant_label": "Wettbewerbsmittel",
                        "max_share": "60",
                        "highest": "60000",
                        "cost_items": ["Bau und Ausstattung", "Planung", "Programm"],
                        "funding_items": ["Eigenmittel der Kommune", "Beitrag der Partner"],
                    },
                },
            ],
        },
    },
    {
        "type": "part",
        "value": {
            "key": "anlagen",
            "title": "Anlagen",
            "intro": "Projekttafel als PDF, dazu Bilder",
            "blocks": [
                {
                    "type": "file",
                    "value": {
                        "key": "tafel",
                        "label": "Projekttafel",
                        "help": "Eine Seite: Ort, Idee und Beteiligte auf einen Blick.",
                        "file_groups": ["pdf"],
                    },
                },
                {
                    "type": "file",
                    "value": {
                        "key": "bilder",
                        "label": "Bilder und Pläne",
                        "file_groups": ["pdf", "image"],
                        "max_files": 3,
                        "required": False,
                    },
                },
            ],
        },
    },
]

TREE_FORM: list[dict[str, Any]] = [
    {
        "type": "part",
        "value": {
            "key": "strasse",
            "title": "Ihre Straße",
            "intro": "wo die Bäume stehen sollen und warum",
            "blocks": [
                {"type": "short_text", "value": {"key": "ort", "label": "Straße oder Platz", "max_characters": 120}},
                {
                    "type": "number",
                    "value": {"key": "baeume", "label": "Wie viele Bäume?", "lowest": "3", "highest": "15"},
                },
                {"type": "long_text", "value": {"key": "grund", "label": "Warum gerade dort?", "max_characters": 800}},
            ],
        },
    },
    {
        "type": "part",
        "value": {
            "key": "pflege",
            "title": "Pflege und Programm",
            "intro": "wer gießt, was unter den Bäumen geschieht",
            "blocks": [
                {
                    "type": "long_text",
                    "value": {"key": "giessen", "label": "Wer gießt und wie oft?", "max_characters": 600},
                },
                {
                    "type": "long_text",
                    "value": {"key": "programm", "label": "Was geschieht unter den Bäumen?", "max_characters": 600},
                },
            ],
        },
    },
]

# key, name, guidance, weight in percent
CITY_CENTRE_CRITERIA = (
    ("wirkung", "Wirkung auf die Innenstadt", "Bringt das Vorhaben Menschen dauerhaft in die Mitte?", 30),
    ("idee", "Idee und Eigenart", "Ist es neu für diese Stadt und passt es zu ihr?", 20),
    ("partner", "Gemeinsam getragen", "Arbeiten Stadt, Wirtschaft und Bürgerschaft wirklich zusammen?", 20),
    ("umsetzung", "Umsetzbarkeit", "Sind Zeit, Geld und Zuständigkeiten geklärt?", 20),
    ("vorbild", "Übertragbarkeit", "Können andere kleine Städte davon lernen?", 10),
)
TREE_CRITERIA = (
    ("hitze", "Bedarf an Schatten", "Wie heiß und wie leer ist der Ort heute?", 40),
    ("pflege", "Pflege", "Ist gesichert, dass die Bäume den Sommer überstehen?", 35),
    ("leben", "Leben unter den Bäumen", "Wird aus der Straße ein Aufenthaltsort?", 25),
)
SCALE_WORDS = [[0, "nicht erkennbar"], [5, "teilweise"], [10, "vorbildlich"]]

# rank, title, quantity, amount
CITY_CENTRE_AWARDS = (
    (1, "1. Preis", 1, 60000),
    (2, "2. Preis", 2, 40000),
    (3, "Anerkennung", 4, 20000),
)
TREE_AWARDS = ((1, "Wanderbaumallee für einen Sommer", 3, None),)


@dataclass(frozen=True)
class Street:
    """One application of the decided call; `verdict` is the published reason of the jury, empty without a prize."""

    town: str
    organisation: str
    title: str
    place: str
    trees: int
    why: str
    watering: str
    programme: str
    strength: float
    verdict: str = ""


STREETS: tuple[Street, ...] = (
    Street(
        "Gotha",
        "Stadt Gotha, Garten- und Friedhofsamt",
        "Schatten bis zum Schloss",
        "Untere Hauptstraße",
        10,
        "Die Straße führt vom Bahnhof zum Schloss, ist zwölf Meter breit und hat keinen einzigen Baum.",
        "Der Bauhof gießt morgens, elf Geschäfte gießen am Nachmittag nach.",
        "Mittwochs Vorlesen unter den Bäumen, im August ein Essen an einer langen Tafel.",
        8.9,
        "Nirgends ist der Unterschied zwischen Weg und Aufenthalt so groß wie hier. Die Zusage von elf Geschäften, selbst zu gießen, hat die Jury überzeugt.",
    ),
    Street(
        "Nordhausen",
        "Stadt Nordhausen mit dem Innenstadtring",
        "Die Treppe blüht",
        "Platz an der Rathaustreppe",
        8,
        "Die Stufen sind Treffpunkt der Jugend, im Juli aber vierzig Grad heiß.",
        "Zwei Schulklassen und der Bauhof teilen sich den Gießplan.",
        "Offene Bühne am Freitag, Schachtische, Sitzkissen zum Ausleihen.",
        8.3,
        "Der Ort wird heute schon genutzt, obwohl er unwirtlich ist. Jugendliche haben den Plan selbst geschrieben; das verdient ein Echo.",
    ),
    Street(
        "Pößneck",
        "Stadtmarketing Pößneck e. V.",
        "Vom Markt zum Bach",
        "Breite Straße",
        9,
        "Zwischen Markt und Bach liegen dreihundert Meter Pflaster ohne Schatten.",
        "Ein Speicher am Bach liefert Wasser, sechs Vereine wechseln sich ab.",
        "Baumpatenschaften, ein Quiz für Kinder und ein Abend mit Musik.",
        8.0,
        "Wasser, Vereine und Weg gehören hier zusammen. Mit wenig Aufwand entsteht eine Verbindung, die bleiben kann.",
    ),
    Street(
        "Sondershausen",
        "Stadt Sondershausen",
        "Grün am Boulevard",
        "Hauptstraße",
        12,
        "Der Boulevard wirkt seit der Sanierung aufgeräumt, aber leer.",
        "Der Bauhof gießt alle zwei Tage.",
        "Noch offen, Ideen werden im Frühjahr gesammelt.",
        6.2,
    ),
    Street(
        "Weida",
        "Stadt Weida",
        "Schatten vor der Burg",
        "Platz unterhalb der Osterburg",
        5,
        "Besucherinnen und Besucher der Burg finden keinen schattigen Platz.",
        "Der Museumsverein gießt, der Bauhof hilft im Urlaub.",
        "Kaffee aus dem Fenster des Museums.",
        7.1,
    ),
    Street(
        "Zeulenroda-Triebes",
        "Stadt Zeulenroda-Triebes",
        "Sechs Bäume für den Markt",
        "Markt",
        6,
        "Der Markt ist groß und im Sommer fast unbenutzbar.",
        "Die Anlieger gießen gemeinsam.",
        "Wochenmarkt mit Sitzplätzen.",
        6.7,
    ),
)
