"""The alliance's start page: sections in the order of its old site, every sentence newly written."""

from __future__ import annotations

MISSION = {
    "heading": "Damit die Mitte lebt",
    "text": (
        "<p>Das Aktionsbündnis bringt zusammen, wer in Thüringens Innenstädten etwas bewegen kann: Ministerien, Kammern, "
        "Kommunen, Verbände und Menschen mit einem Ladenschlüssel. Wir tauschen aus, was trägt, probieren es vor Ort aus "
        "und sagen dem Land, was die Städte dafür brauchen.</p>"
    ),
    "figures": [
        {"number": "2021", "text": "gegründet auf Anregung der IHK Erfurt"},
        {"number": "100+", "text": "Einrichtungen arbeiten mit"},
        {"number": "27 %", "text": "der Läden in den Zentren stehen leer, sechs Punkte mehr als 2018"},
    ],
}

TOGETHER = {
    "heading": "Gemeinsam gelingt es",
    "text": (
        "Keine Stadt löst das allein, kein Ministerium und kein Laden auch. Darum sitzen bei uns alle an einem Tisch, "
        "und wer die Bündniserklärung unterzeichnet, nimmt Platz."
    ),
}

FIGURES = {
    "heading": "Was leer steht, was zählt",
    "figures": [
        {"number": "27 %", "text": "der Läden in den Zentren stehen leer"},
        {"number": "225", "text": "Fotos kamen 2025 beim Vorläufer des schönsten Blicks zusammen"},
        {"number": "6", "text": "Städte haben Wanderbäume erprobt oder erproben sie gerade"},
    ],
    "source": "Angaben des Bündnisses aus den Jahren 2023 bis 2025",
}

NEWSLETTER = {
    "heading": "Newsletter",
    "text": "Einmal im Monat: Termine, Förderfristen und ein Beispiel, das gelungen ist. Abbestellen geht mit einem Klick.",
}

VOICES = (
    {
        "quote": "Ein leerer Laden ist kein Schicksal. Er ist eine Adresse, die noch niemand gefragt hat.",
        "source": "Stadtmanagement, Mittelstadt im Süden des Landes",
    },
    {
        "quote": "Seit die Bäume da sind, trinken die Leute ihren Kaffee wieder draußen.",
        "source": "Gastronomie, Nordhausen",
    },
    {
        "quote": "Ich mag meine Stadt, weil ich auf dem Markt immer jemanden treffe.",
        "source": "Schüler, 16, Greiz",
    },
)

INITIATIVES = (
    {
        "heading": "Innenstädte erfolgreich machen",
        "text": "Netzwerk der Citymanagerinnen und Citymanager: Wer vor Ort arbeitet, berät einander ohne Umweg.",
    },
    {
        "heading": "LeerGut-Agenten",
        "text": "Menschen, die leeren Häusern eine Aufgabe geben, und ihr Wissen dazu.",
    },
    {
        "heading": "ThEx",
        "text": "Beratung für alle, die mit einer Idee in ein Ladenlokal wollen.",
    },
    {
        "heading": "Initiative Innenstadt Jena",
        "text": "Händlerschaft und Gastronomie, die ihre Straße gemeinsam gestalten.",
    },
)

OFFICE = {
    "heading": "Geschäftsstelle",
    "people": [
        {"role": "Projektleitung", "text": "Strategie, Gremien, Förderung"},
        {"role": "Projektassistenz", "text": "Arbeitsgruppen, Veranstaltungen"},
        {"role": "Kommunikation", "text": "Presse, Kampagnen, Website"},
        {"role": "Sekretariat", "text": "Termine, Räume, Anmeldungen"},
    ],
    "hints_heading": "Ihre Hinweise",
    "hints_text": "Ein gutes Beispiel, ein Fehler, eine Frage? Schreiben Sie uns. Wir lesen alles.",
}

PARTNERS = {
    "heading": "Für Partner im Aktionsbündnis",
    "text": "Melden Sie sich mit Ihrer E-Mail-Adresse an. Sie bekommen einen Code, ein Passwort brauchen Sie nicht.",
}
