"""Demo documents: short papers in our own words, set as tagged PDF."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    name: str
    title: str
    kind: str
    year: int
    sections: tuple[tuple[str, str], ...]
    is_accessible: bool = True
    summary: str = ""


PAPERS: tuple[Paper, ...] = (
    Paper(
        name="innenstadt-von-morgen.pdf",
        title="Die Innenstadt von morgen",
        kind="strategy",
        year=2023,
        sections=(
            (
                "Ausgangslage",
                "Der Handel allein füllt die Mitte nicht mehr. Wohnen, Arbeit, Kultur, Bildung und Grün gehören dazu.",
            ),
            ("Leitsätze", "Mischen statt trennen. Umbauen statt neu bauen. Erproben, messen, behalten."),
            ("Nächste Schritte", "Drei Arbeitsgruppen, jede mit eigenen Pilotprojekten, und ein Bericht im Jahr."),
        ),
    ),
    Paper(
        name="zwischenbericht-2023.pdf",
        title="Zwischenbericht November 2023",
        kind="report",
        year=2023,
        sections=(
            (
                "Was geschehen ist",
                "Vier Bündnistreffen, drei Arbeitsgruppen, die ersten Wanderbäume in Gotha und Nordhausen.",
            ),
            ("Was wir gelernt haben", "Kleine Städte brauchen Vorlagen, keine Gutachten."),
        ),
    ),
    Paper(
        name="buendniserklaerung.pdf",
        title="Bündniserklärung",
        kind="agreement",
        year=2021,
        sections=(
            (
                "Wir erklären",
                "Wir wollen lebendige Innenstädte. Wir teilen, was wir wissen. Wir probieren aus, was helfen kann.",
            ),
            ("Wir verabreden", "Jede Einrichtung benennt eine Person. Ergebnisse sind öffentlich."),
        ),
    ),
    Paper(
        name="haendlerbefragung-2023.pdf",
        title="Händlerbefragung 2022/23",
        kind="study",
        year=2023,
        is_accessible=False,
        summary=(
            "Befragt wurden Einzelhandelsbetriebe in den Zentren. Häufigste Sorgen: Energiekosten, fehlendes Personal, leere "
            "Läden nebenan. Häufigster Wunsch: gemeinsame Öffnungszeiten und ein Ansprechpartner im Rathaus."
        ),
        sections=(
            (
                "Ergebnisse",
                "Energiekosten, Personal und Nachbarschaft bestimmen die Lage. Gewünscht werden gemeinsame Zeiten.",
            ),
        ),
    ),
    Paper(
        name="positionspapier-entwurf.pdf",
        title="Positionspapier des Bündnisses, Entwurf",
        kind="position",
        year=2024,
        sections=(
            (
                "Acht Handlungsfelder",
                "Projekte nach Themen und Orten, neue Formate, Wachstum und Zusammenarbeit, Austausch, Wirkung im ganzen Land, "
                "Kommunikation, Landesförderung, finanzielle Grundlage.",
            ),
            ("Was es kostet", "Für die Zeit bis 2030 nennt der Entwurf mindestens 3,5 Millionen Euro im Jahr."),
        ),
    ),
    Paper(
        name="dokumentation-auftakt-2023.pdf",
        title="Dokumentation des Auftakts 2023",
        kind="minutes",
        year=2023,
        is_accessible=False,
        summary=(
            "Am 23. Februar 2023 trafen sich die Mitglieder bei der IHK Erfurt. Sie richteten drei Arbeitsgruppen ein, "
            "verabredeten ein Treffen je Vierteljahr und sammelten Orte, an denen etwas ausprobiert werden kann."
        ),
        sections=(("Verlauf", "Begrüßung, drei Werkstätten, gemeinsamer Rundgang, Verabredungen."),),
    ),
    Paper(
        name="ministerkonferenz-innenstadt.pdf",
        title="Bericht der Ministerkonferenz zur Innenstadt",
        kind="report",
        year=2022,
        sections=(
            (
                "Worum es geht",
                "Die Länder beschreiben gemeinsam, was Zentren brauchen: Mischung, Tempo, Geld ohne Umwege.",
            ),
            ("Was das Land daraus macht", "Förderung wird gebündelt, kleine Städte bekommen eigene Wege."),
        ),
    ),
    Paper(
        name="handelsstudie-2030.pdf",
        title="Handelsstudie bis 2030",
        kind="study",
        year=2024,
        is_accessible=False,
        summary=(
            "Die Studie schätzt, wie sich Verkaufsflächen bis 2030 entwickeln, und nennt Maßnahmen: Flächen anders nutzen, "
            "Erdgeschosse öffnen, Wege zum Einkauf kurz halten. Für die Vorführung gekürzt."
        ),
        sections=(
            ("Katalog der Maßnahmen", "Zwischennutzung, Umbauberatung, gemeinsame Öffnungszeiten, Lieferpunkte."),
        ),
    ),
)
