"""Dates of the demo world: what the alliance's papers name, and what lies ahead counted from today."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

INDEX = "Wann sich das Bündnis trifft, wo die Gruppen arbeiten, wozu Sie kommen können. Zum Ansehen und zum Abonnieren."

SURVEY_TITLE = "Wie war das Treffen?"
SURVEY_TEASER = "Fünf kurze Fragen, zwei Minuten. Was Sie sagen, ändert das nächste Bündnistreffen."
SURVEY_PURPOSE = "Die Geschäftsstelle bereitet damit das nächste Treffen vor."
SURVEY_THANKS = "Die Geschäftsstelle wertet alles aus und sagt beim nächsten Treffen, was sich dadurch geändert hat."
SURVEY: tuple[dict[str, Any], ...] = (
    {"label": "Die Themen waren für meine Arbeit wichtig.", "field_type": "rating"},
    {"label": "Es blieb genug Zeit für Gespräche.", "field_type": "rating"},
    {"label": "Was soll es öfter geben?", "field_type": "checkboxes", "required": False,
     "choices": "Beispiele aus Städten\nRundgänge vor Ort\nFördermittel erklärt\nZeit zum Kennenlernen"},
    {"label": "Was nehmen Sie mit?", "field_type": "multiline", "required": False},
    {"label": "Was hat gefehlt?", "field_type": "multiline", "required": False},
)  # fmt: skip
ANSWERS: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
    ("5", "3", ("Rundgänge vor Ort",), "Den Anruf bei der Nachbarstadt.", "Frische Luft."),
    ("4", "4", ("Beispiele aus Städten", "Fördermittel erklärt"), "Wie Gotha die Bäume gießt.", ""),
    ("5", "2", ("Zeit zum Kennenlernen",), "", "Eine Stunde mehr Pause."),
    ("3", "5", (), "Zwei neue Gesichter, ein altes Problem.", ""),
)


@dataclass(frozen=True)
class Told:
    """One event; `day` is a date, or a number of days from today; `at` when it begins and how long it lasts."""

    slug: str
    title: str
    teaser: str
    day: str | int
    at: tuple[int, int, float]
    kind: str = "alliance"
    place: str = ""
    town: str = ""
    group: str = ""
    audience: str = ""
    text: tuple[str, ...] = ()
    agenda: tuple[tuple[str, str, str], ...] = ()
    documents: tuple[str, ...] = ()
    places: int = 0
    more: dict[str, Any] = field(default_factory=dict)


MEETING_2023 = (
    ("10:00", "Ankommen und Kaffee", ""),
    ("10:30", "Wo die Arbeitsgruppen stehen", "Wohnen und Leben, Klima, Leerstand"),
    ("12:00", "Mittag und Gespräche", ""),
    ("13:00", "Was als Nächstes ansteht", "Geschäftsstelle"),
)

PAST = (
    Told(
        "leerstand-als-chance-2022", "Leerstand als Chance, zum ersten Mal",
        "Etwa 75 Menschen hörten sechs Fälle: leere Läden, aus denen etwas wurde.",
        "2022-11-29", (16, 0, 3), kind="other", place="Erfurt", town="Erfurt", group="leerstand", audience="öffentlich",
        text=("Sechs Städte erzählten, was nach dem Auszug kam: ein Laden auf Zeit, eine Werkstatt, ein Treffpunkt. "
              "Seither ist eine Reihe daraus geworden.",),
    ),
    Told(
        "auftakt-februar-2023", "Bündnistreffen im Februar 2023",
        "Das erste Treffen mit der neuen Geschäftsstelle legte fest, was die Gruppen bis zum Herbst schaffen.",
        "2023-02-23", (10, 0, 4), place="IHK Erfurt", town="Erfurt", agenda=MEETING_2023,
        documents=("Auftakt 2023",),
    ),
    Told(
        "buendnistreffen-mai-2023", "Bündnistreffen im Mai 2023",
        "Drei Städte holen die Wanderbäume, die Bündniserklärung bekommt neue Unterschriften.",
        "2023-05-25", (10, 0, 4), place="IHK Erfurt", town="Erfurt",
    ),
    Told(
        "buendnistreffen-september-2023", "Bündnistreffen im September 2023",
        "Zu Gast bei der Wohnungswirtschaft: Was Wohnen über dem Laden kostet und was es bringt.",
        "2023-09-07", (10, 0, 4), place="Verband der Wohnungswirtschaft, Erfurt", town="Erfurt",
    ),
    Told(
        "buendnistreffen-november-2023", "Bündnistreffen im November 2023",
        "Der Zwischenbericht liegt vor: was gelungen ist, was länger dauert.",
        "2023-11-30", (10, 0, 5), place="Kontor, Erfurt", town="Erfurt", documents=("Zwischenbericht",),
    ),
    Told(
        "buendnistreffen-august-2024", "Bündnistreffen im August 2024",
        "Acht Handlungsfelder für das Positionspapier, an acht Tischen beraten.",
        "2024-08-14", (10, 0, 5), place="Erfurt", town="Erfurt",
    ),
    Told(
        "buendnistreffen-november-2024", "Bündnistreffen in Suhl",
        "Der Entwurf des Positionspapiers auf dem Prüfstand, dazu Stimmen aus dem Süden des Landes.",
        "2024-11-26", (14, 0, 3), place="IHK Südthüringen, Suhl", town="Suhl", documents=("Positionspapier",),
    ),
    Told(
        "buendnistreffen-rueckblick", "Bündnistreffen: Was die Städte voneinander lernen",
        "Fünf Beispiele, fünf Fehler, fünf Empfehlungen. Ihre Rückmeldung hilft dem nächsten Treffen.",
        -12, (13, 0, 3.5), place="Kontor, Erfurt", town="Erfurt", audience="offen für Gäste", places=90,
        agenda=(("13:00", "Begrüßung", "Leitung des Bündnisses"),
                ("13:20", "Fünf Städte berichten", "Stadtmanagement"),
                ("15:00", "Rundgang durch die Altstadt", ""),
                ("16:00", "Was wir mitnehmen", "Geschäftsstelle")),
        more={"survey": True},
    ),
)  # fmt: skip

AHEAD = (
    Told(
        "wanderbaeume-ziehen-um", "Klima: Wanderbäume ziehen um",
        "Zwölf Bäume rollen vom Markt in die nächste Straße. Wer mit anfasst, bekommt Suppe.",
        9, (9, 30, 3), kind="group", place="Marktplatz, Rudolstadt", town="Rudolstadt", group="klima",
        audience="Helfende willkommen", text=("Bringen Sie feste Schuhe und Handschuhe mit. Jeder Baum hat Räder.",),
    ),
    Told(
        "buendnistreffen", "Bündnistreffen",
        "Wo die drei Gruppen stehen, was das Land plant, und Zeit zum Reden. Neue Gesichter sind willkommen.",
        16, (14, 0, 3.5), place="IHK Südthüringen, Suhl", town="Suhl", audience="offen für Gäste", places=60,
        text=("Wir berichten knapp und reden lange: An fünf Tischen geht es um Beispiele, die andere übernehmen können.",
              "Der Saal ist ohne Stufen erreichbar. Sagen Sie uns bei der Anmeldung, was Sie brauchen."),
        agenda=(("14:00", "Begrüßung", "Kammer und Leitung des Bündnisses"),
                ("14:20", "Aus den Arbeitsgruppen", "Wohnen und Leben, Klima, Leerstand"),
                ("15:15", "Fünf Tische, fünf Beispiele", "Städte berichten"),
                ("16:45", "Was wir dem Land mitgeben", "alle")),
    ),
    Told(
        "wulis-monatsrunde", "Wohnen und Leben: Monatsrunde",
        "Nächster Halt der Kampagne „Der schönste Blick der Stadt“ und was der Wegweiser noch braucht.",
        23, (15, 0, 1.5), kind="group", group="wohnen-und-leben", audience="für Mitglieder",
        more={"is_online": True, "online_url": "https://konferenz.example.org/wulis"},
    ),
    Told(
        "projekttag-schmalkalden", "Leerstand: Projekttag in Schmalkalden",
        "Vormittags durch leere Läden, nachmittags am Tisch: Was passt in welches Haus?",
        31, (9, 30, 6), kind="on_site", place="Rathaus, Schmalkalden", town="Schmalkalden", group="leerstand",
        audience="mit Stadtrundgang", more={"is_provisional": True},
    ),
    Told(
        "lenkungskreis", "Erweiterter Lenkungskreis",
        "Haushalt, Jahresplan, neue Partner: die vierteljährliche Runde der Einrichtungen, die leiten.",
        44, (10, 0, 3), place="Geschäftsstelle, Mainzerhofstraße 12, Erfurt", town="Erfurt", audience="für Mitglieder",
    ),
    Told(
        "leerstand-als-chance-7", "Leerstand als Chance, Folge 7",
        "Drei Hausbesitzerinnen erzählen, warum sie weniger Miete nehmen und trotzdem zufrieden sind.",
        58, (17, 0, 2.5), kind="other", place="Stadtmuseum, Gera", town="Gera", group="leerstand",
        audience="öffentlich", places=2, text=("Die Reihe begann 2022 mit sechs Fällen. Diesmal geht es um Mieten auf Zeit.",),
    ),
    Told(
        "jour-fixe", "Jour fixe der Geschäftsstelle",
        "Eine Stunde im Monat: kurze Wege zwischen Leitung, Gruppen und Geschäftsstelle.",
        37, (9, 0, 1), audience="für Mitglieder",
        more={"is_online": True, "is_cancelled": True},
    ),
    Told(
        "herbsttreffen", "Herbsttreffen des Bündnisses",
        "Der Ort steht noch nicht fest, der Monat schon: Wir ziehen Bilanz und wählen die Vorhaben des nächsten Jahres.",
        121, (13, 0, 4), place="Erfurt", town="Erfurt", audience="offen für Gäste", more={"is_provisional": True},
    ),
)  # fmt: skip

# who comes to the next meeting and to the small evening in Gera: role, organisation
COMING = (
    ("Stadtmanagement", "Stadt Pößneck"), ("Wirtschaftsförderung", "Stadt Gotha"), ("Stadtplanung", "Stadt Greiz"),
    ("Citymanagement", "Initiative Innenstadt Jena"), ("Handel", "Handelsverband Thüringen"),
    ("Kultur", "Soziokultur Thüringen"), ("Bauamt", "Stadt Sömmerda"),
)  # fmt: skip
