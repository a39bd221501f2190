"""Funding programmes of the demo world: all invented, in the manner of real ones, and marked as such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MARK: Final = "Programm der Demo-Welt, so gibt es das nicht."
TEASER: Final = "Welches Programm hilft Ihrem Vorhaben in der Innenstadt? Mit Frist, Ansprechstelle und Quelle."
NOTE: Final = (
    "<p>Alle Programme auf dieser Seite sind für die Vorführung erfunden. Die Angaben folgen dem Aufbau der "
    "Förderdatenbank des Bundes: Art, Bereich, Gebiet, Berechtigte, Fördergeber, Ansprechstelle, Frist, Quelle.</p>"
)


@dataclass(frozen=True)
class Programme:
    """`deadline` and `checked` in days from now; no deadline: always possible."""

    slug: str
    title: str
    teaser: str
    kind: str
    areas: tuple[str, ...]
    applicants: tuple[str, ...]
    funder: str
    amount: str
    deadline: int | None
    checked: int
    region: str = "state"
    max_population: int | None = None


PROGRAMMES: Final = (
    Programme(
        "belebte-mitte",
        "Belebte Mitte",
        "Zuschuss für Anlässe, Zwischennutzungen und kleine Umbauten im Zentrum.",
        "grant",
        ("vacancy", "trade", "culture"),
        ("municipality", "association", "business"),
        "Land (Demo)",
        "bis 70 %, höchstens 25.000 €",
        54,
        -20,
        max_population=30_000,
    ),
    Programme(
        "konzepte-staedte",
        "Konzepte für kleine Städte",
        "Bezahlt Erfassung, Beteiligung und Planung, bevor gebaut wird.",
        "grant",
        ("planning", "vacancy"),
        ("municipality",),
        "Land (Demo)",
        "bis 80 %, höchstens 60.000 €",
        130,
        -45,
        max_population=15_000,
    ),
    Programme(
        "wohnen-im-kern",
        "Wohnen im Kern",
        "Darlehen mit Tilgungszuschuss für Wohnungen über Läden.",
        "loan",
        ("housing", "building"),
        ("owner", "housing", "municipality"),
        "Förderbank (Demo)",
        "bis 150.000 € je Wohnung, 15 % Zuschuss",
        None,
        -12,
    ),
    Programme(
        "sanierung-altstadt",
        "Sanierung Altstadt",
        "Zuschuss für Häuser in Sanierungsgebieten.",
        "grant",
        ("building", "housing"),
        ("owner", "housing"),
        "Bund und Land (Demo)",
        "bis 30 % der Kosten",
        200,
        -250,
        region="country",
    ),
    Programme(
        "gruen-in-der-stadt",
        "Grün in der Stadt",
        "Bäume, Beete, Wasser und Schatten auf Plätzen und Straßen.",
        "grant",
        ("climate", "planning"),
        ("municipality", "association"),
        "Land (Demo)",
        "bis 90 %, höchstens 100.000 €",
        23,
        -8,
    ),
    Programme(
        "orte-der-begegnung",
        "Orte der Begegnung",
        "Anschubgeld für Treffpunkte, die ein Verein betreibt.",
        "grant",
        ("culture", "vacancy"),
        ("association",),
        "Stiftung (Demo)",
        "pauschal 10.000 €",
        -40,
        -60,
        region="rural",
    ),
    Programme(
        "buergschaft-gruendung",
        "Bürgschaft für Gründungen im Laden",
        "Sichert den Kredit für die erste Einrichtung ab.",
        "guarantee",
        ("trade", "vacancy"),
        ("business",),
        "Bürgschaftsbank (Demo)",
        "bis 80 % von 250.000 €",
        None,
        -210,
    ),
    Programme(
        "innenstadt-preis",
        "Innenstadt-Preis",
        "Preisgeld für Ideen, die Stadt und Wirtschaft gemeinsam umsetzen.",
        "prize",
        ("trade", "culture", "climate"),
        ("municipality", "business", "association"),
        "Kammern (Demo)",
        "bis 50.000 €",
        80,
        -30,
    ),
)
