"""What the members of the demo's alliance read: minutes, internal news, files. All invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True)
class Minutes:
    """One session: which group (slug), how many days ago, what was said and decided."""

    group: str
    slug: str
    title: str
    days_ago: int
    teaser: str
    points: tuple[tuple[str, str], ...]
    next_steps: tuple[str, ...]
    files: tuple[str, ...] = field(default=())


AREA: Final = {
    "title": "Interner Bereich",
    "teaser": "Protokolle, Unterlagen und Neuigkeiten für alle, die im Bündnis mitarbeiten.",
}

NEWS: Final[tuple[dict[str, Any], ...]] = (
    {
        "slug": "neuer-rhythmus-der-sitzungen",
        "title": "Die Gruppen tagen künftig reihum vor Ort",
        "days_ago": 6,
        "teaser": "Jede Arbeitsgruppe geht einmal im Jahr in eine Stadt, die gerade etwas ausprobiert.",
        "body": (
            "<p>Der Vorschlag kam aus der letzten Bündnisversammlung: weniger Videokonferenz, mehr Marktplatz. Die "
            "Geschäftsstelle bittet die Gruppen, bis Ende nächsten Monats einen Ort und einen Anlass zu nennen.</p>"
            "<p>Reisekosten für Ehrenamtliche übernimmt das Bündnis. Das Formular liegt bei den Unterlagen.</p>"
        ),
    },
    {
        "slug": "entwurf-des-positionspapiers",
        "title": "Positionspapier: Bitte Anmerkungen schicken",
        "days_ago": 19,
        "teaser": "Der Entwurf mit acht Handlungsfeldern liegt intern aus. Zwei Wochen sind Zeit für Anmerkungen.",
        "body": (
            "<p>Acht Handlungsfelder sind es geworden, von Projekten vor Ort bis zur finanziellen Grundlage. Besonders "
            "gefragt sind Rückmeldungen kleiner Städte: Ist das Kapitel zur Förderung für Sie brauchbar?</p>"
            "<p>Anmerkungen sammelt die Geschäftsstelle. Danach geht der Entwurf in die erweiterte Lenkungsgruppe.</p>"
        ),
    },
)

RULES: Final = {
    "slug": "wie-wir-zusammenarbeiten",
    "title": "Wie wir zusammenarbeiten",
    "teaser": "Wer einlädt, wer schreibt, wie entschieden wird und was vertraulich bleibt.",
    "body": (
        "<p>Die federführende Einrichtung lädt spätestens zehn Tage vorher ein. Protokolle stehen eine Woche nach der "
        "Sitzung hier und gelten als angenommen, wenn bis zur nächsten Sitzung niemand widerspricht.</p>"
        "<p>Was in den Gruppen besprochen wird, bleibt dort, bis die Gruppe es anders beschließt. Beschlüsse fallen im "
        "Einvernehmen; gelingt das nicht, entscheidet die erweiterte Lenkungsgruppe.</p>"
    ),
}

MINUTES: Final[tuple[Minutes, ...]] = (
    Minutes(
        "wohnen-und-leben",
        "wohnen-und-leben-bank-am-aussichtspunkt",
        "Die Bank am Aussichtspunkt bekommt ihre Form",
        12,
        "Vier Entwürfe für die einheitliche Bank lagen vor, einer geht in die Probe.",
        (
            (
                "Möblierung",
                "Die Gruppe wählt den Entwurf aus Holz und Stahl. Er ist kippsicher und lässt sich tauschen.",
            ),
            (
                "Kampagne",
                "Kleine Städte fragen nach Hilfe bei der Ausschilderung. Die Geschäftsstelle stellt eine Vorlage.",
            ),
        ),
        ("Probebank aufstellen lassen", "Vorlage für Schilder an alle Kommunen schicken"),
        ("Entwürfe der Bank",),
    ),
    Minutes(
        "wohnen-und-leben",
        "wohnen-und-leben-wegweiser",
        "Wegweiser Förderung: Welche Felder braucht es?",
        44,
        "Zwölf Angaben je Programm genügen; jede wird mit dem Tag der letzten Prüfung gezeigt.",
        (("Felder", "Art, Bereich, Gebiet, Berechtigte, Geber, Frist, Quelle. Wer prüft, steht intern dabei."),),
        ("Liste der Programme bis zur nächsten Sitzung ergänzen",),
    ),
    Minutes(
        "klima",
        "klima-wanderbaeume",
        "Wo die Wanderbäume als Nächstes stehen",
        9,
        "Drei Städte haben Straßen vorgeschlagen, über die Pflege im Sommer wurde lange gesprochen.",
        (
            ("Standorte", "Feuerwehr und Lieferverkehr sind geklärt. Eine Straße scheidet wegen der Leitungen aus."),
            ("Gießen", "Ohne feste Patenschaften klappt es nicht. Schulen sollen in den Ferien entlastet werden."),
        ),
        ("Patenschaften bis zum Frühjahr festlegen", "Wassersäcke bestellen"),
        ("Gießplan",),
    ),
    Minutes(
        "leerstand",
        "leerstand-projekttag",
        "Was der Projekttag über Leerstand gelehrt hat",
        15,
        "Sechs Fälle, ein Muster: Am Anfang fehlte jedes Mal der Kontakt zu den Eigentümerinnen und Eigentümern.",
        (
            ("Auswertung", "Zwischennutzungen wirken, wenn eine feste Person sie begleitet. Geld allein genügt nicht."),
            ("KOMPASS", "Die Fälle werden als Beispiele aufgenommen, mit Größe der Stadt und Art des Leerstands."),
        ),
        ("Sechs Beispiele für den KOMPASS schreiben",),
        ("Auswertung des Projekttags",),
    ),
)

# title → first lines; files of a group are named by its minutes, these two are for all
COMMON_FILES: Final = {
    "Reisekosten für Ehrenamtliche": "Wer abrechnet, was erstattet wird, bis wann die Belege da sein müssen.",
    "Positionspapier, Entwurf für Mitglieder": "Acht Handlungsfelder, noch nicht beschlossen. Bitte nicht weitergeben.",
}
FILE_TEXTS: Final = {
    "Entwürfe der Bank": "Vier Entwürfe mit Maßen, Gewicht und geschätzten Kosten. Erfunden für die Vorführung.",
    "Gießplan": "Wer gießt wann: zwei Termine je Woche, Vertretung in den Ferien. Erfunden für die Vorführung.",
    "Auswertung des Projekttags": "Sechs Fälle mit Ausgangslage, Schritt und Ergebnis. Erfunden für die Vorführung.",
}
PROFILE: Final = {
    "is_listed": True,
    "task": "Citymanagement",
    "about": "Ich betreue leere Läden in einer Stadt mit 16.000 Menschen und suche Nachbarstädte für einen Austausch.",
    "phone": "",
    "shows_email": True,
}
