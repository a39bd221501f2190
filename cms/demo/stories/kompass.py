"""KOMPASS in the demo world: problems, measures and guides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Problem:
    slug: str
    title: str
    teaser: str
    signs: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    slug: str
    title: str
    teaser: str
    problems: tuple[str, ...]
    funding: tuple[str, ...]
    effort: str
    steps: tuple[tuple[str, str], ...]


TEASER: Final = (
    "Ein leerer Laden kommt selten allein. Der KOMPASS führt kleine und mittlere Städte vom Problem über Maßnahmen und "
    "Beispiele bis zum Geld."
)
ORIGIN: Final = (
    "<p>Entstanden ist der KOMPASS in der Arbeitsgruppe Leerstandsbewältigung. Den Anfang machte die Reihe „Leerstand als "
    "Chance“: Am 29. November 2022 sahen sich rund 75 Menschen sechs Fälle an und suchten gemeinsam nach Lösungen.</p>"
    "<p>Projekttage in Pößneck und Gera folgten. Was dort gelernt wurde, steht hier geordnet beisammen. In dieser "
    "Vorführung sind einige Beispiele erfunden; sie sind so gekennzeichnet.</p>"
)
COLLECTION_TEASER: Final = "Was in anderen Städten und Gemeinden gelungen ist: zum Nachlesen, Nachfragen, Nachmachen."

PROBLEMS: Final = (
    Problem(
        "laeden-stehen-leer",
        "Läden stehen leer",
        "Schaufenster ohne Licht, eins neben dem anderen: Wer vorbeigeht, geht schneller.",
        (
            "Mehrere Läden in einer Straße sind länger als ein halbes Jahr leer.",
            "Zettel „Zu vermieten“ vergilben.",
            "Nachbarläden klagen über weniger Kundschaft.",
        ),
        (
            "Im Durchschnitt steht in den Zentren mehr als jeder vierte Laden leer, 27 Prozent. Seit 2018 kamen sechs "
            "Punkte dazu.",
            "Oft passen Miete und Zuschnitt nicht mehr zu dem, was sich im Laden verdienen lässt. Und oft wohnt, wem das "
            "Haus gehört, weit weg.",
        ),
    ),
    Problem(
        "kaufhaus-zu",
        "Das Kaufhaus hat zugemacht",
        "Ein großes Haus in bester Lage, zu groß für einen einzigen neuen Laden.",
        ("Auf mehr als 1.000 Quadratmetern brennt kein Licht.", "Der Busbahnhof davor wirkt verlassen."),
        (
            "Ein Kaufhaus zog Menschen für die ganze Straße an. Fehlt es, fehlt der Grund, in die Mitte zu fahren.",
            "Fast immer hilft nur eine Mischung: unten Handel, oben Amt, Bibliothek, Praxis oder Wohnungen.",
        ),
    ),
    Problem(
        "wohnen-ueber-laeden",
        "Über den Läden wohnt niemand",
        "Unten ein Geschäft, darüber drei Stockwerke mit geschlossenen Läden.",
        ("Die Wohnungen erreicht man nur durch den Laden.", "Abends ist die Straße dunkel."),
        (
            "Leere Obergeschosse sind ein Vorrat: Wer über dem Markt wohnt, kauft auch dort ein.",
            "Meist fehlen ein eigener Eingang, ein zweiter Rettungsweg und jemand, der beides plant.",
        ),
    ),
    Problem(
        "platz-ohne-leben",
        "Auf dem Platz bleibt niemand",
        "Gepflastert, sauber, heiß: ein Platz, über den alle nur hinweggehen.",
        ("Im Sommer ist der Platz mittags leer.", "Es gibt keine Bank im Schatten."),
        (
            "Hitze, Stein und Durchgangsverkehr vertreiben, wer sich setzen möchte.",
            "Schatten, Wasser und ein Anlass zum Bleiben lassen sich oft ausprobieren, bevor gebaut wird.",
        ),
    ),
)

MEASURES: Final = (
    Measure(
        "zwischennutzung",
        "Zwischennutzung",
        "Ein Laden auf Zeit: ausprobieren, was auf Dauer tragen könnte.",
        ("laeden-stehen-leer", "kaufhaus-zu"),
        ("belebte-mitte", "buergschaft-gruendung"),
        "zwei Monate Vorlauf, eine Ansprechperson",
        (
            ("Räume finden", "Schlüssel, Strom, Versicherung klären und einen einfachen Vertrag nutzen."),
            ("Ideen einladen", "Kurzer Aufruf, klare Bedingungen, schnelle Zusage."),
            ("Auswerten", "Nach drei Monaten zusammen entscheiden, ob daraus mehr wird."),
        ),
    ),
    Measure(
        "leerstandskataster",
        "Leerstand erfassen",
        "Wissen, was leer steht, seit wann und warum.",
        ("laeden-stehen-leer", "wohnen-ueber-laeden"),
        ("konzepte-staedte",),
        "vier Wochen für die erste Erfassung, dann zwei Tage im Jahr",
        (
            ("Begehen", "Straße für Straße, mit Foto und Datum."),
            ("Fragen", "Wem gehört das Haus, was ist geplant?"),
            ("Zeigen", "Eine Karte macht aus Einzelfällen ein Bild."),
        ),
    ),
    Measure(
        "eigentuemer-ansprechen",
        "Eigentümerinnen und Eigentümer ansprechen",
        "Ohne sie geht nichts: das Gespräch suchen, bevor geschrieben wird.",
        ("laeden-stehen-leer", "wohnen-ueber-laeden"),
        ("konzepte-staedte",),
        "ein halbes Jahr, viel Geduld",
        (
            ("Anrufen", "Ein Gespräch klärt mehr als drei Briefe."),
            ("Zusammenbringen", "Nachbarn eines Blocks planen gemeinsam Treppe und Rettungsweg."),
        ),
    ),
    Measure(
        "sozialer-treff",
        "Treffpunkt und Kultur",
        "Was Menschen zusammenbringt, bringt Menschen in die Stadt.",
        ("kaufhaus-zu", "laeden-stehen-leer"),
        ("orte-der-begegnung", "belebte-mitte"),
        "ein Jahr bis zur Eröffnung, ein Träger mit Ausdauer",
        (
            ("Träger finden", "Verein, Genossenschaft oder Stadt: Wer schließt morgens auf?"),
            ("Klein beginnen", "Ein Raum, drei Abende in der Woche."),
            ("Dauerhaft werden", "Betrieb, Versicherung, Miete für fünf Jahre sichern."),
        ),
    ),
    Measure(
        "umbau-wohnen",
        "Obergeschosse wieder bewohnen",
        "Eigener Eingang, zweiter Rettungsweg, helle Zimmer.",
        ("wohnen-ueber-laeden",),
        ("wohnen-im-kern", "sanierung-altstadt"),
        "zwei bis drei Jahre von der Idee bis zum Einzug",
        (
            ("Bestand prüfen", "Statik, Brandschutz, Schall: einmal gründlich."),
            ("Block denken", "Eine Treppe für drei Häuser spart Geld und Platz."),
        ),
    ),
    Measure(
        "wanderbaeume",
        "Wanderbaumallee",
        "Bäume in Kübeln wandern durch die Stadt und zeigen, was Grün verändert.",
        ("platz-ohne-leben",),
        ("gruen-in-der-stadt",),
        "drei Monate, Patenschaften fürs Gießen",
        (
            ("Standort wählen", "Zufahrten, Leitungen, Feuerwehr vorher klären."),
            ("Paten gewinnen", "Wer gießt wann, wer hat den Schlüssel zum Hydranten?"),
            ("Weiterziehen", "Nach einigen Wochen kommt die nächste Straße dran."),
        ),
    ),
    Measure(
        "essbare-stadt",
        "Essbare Stadt",
        "Kräuter, Gemüse, Obst auf Flächen, die niemand nutzt.",
        ("platz-ohne-leben",),
        ("gruen-in-der-stadt", "orte-der-begegnung"),
        "eine Saison, eine feste Gruppe",
        (
            ("Fläche sichern", "Nutzung auf Zeit mit der Stadt vereinbaren, Boden prüfen lassen."),
            ("Beete bauen", "Gemeinsam, an zwei Samstagen."),
            ("Ernten", "Schilder sagen, was man pflücken darf."),
        ),
    ),
    Measure(
        "markt-beleben",
        "Anlässe schaffen",
        "Feierabendmarkt, Lesung, Werkstatt: Gründe, heute in die Stadt zu gehen.",
        ("platz-ohne-leben", "laeden-stehen-leer"),
        ("belebte-mitte", "innenstadt-preis"),
        "sechs Wochen je Anlass",
        (("Termin finden", "Regelmäßig ist wichtiger als groß."), ("Läden einbeziehen", "Wer offen hat, gewinnt.")),
    ),
)

GUIDES: Final = (
    (
        "zwischennutzung-in-acht-wochen",
        "Zwischennutzung in acht Wochen",
        "Vom ersten Anruf bis zur Eröffnung: was in welcher Woche zu tun ist.",
        ("zwischennutzung",),
        (
            (
                "Eigentümerin oder Eigentümer anrufen",
                "<p>Fragen Sie nach den Kosten, die auch bei Leerstand anfallen. Wer sie "
                "übernimmt, hat ein gutes Angebot.</p>",
            ),
            (
                "Bedingungen aufschreiben",
                "<p>Dauer, Schlüssel, Strom, Wasser, Versicherung, Rückgabe. Eine Seite genügt.</p>",
            ),
            ("Idee auswählen", "<p>Laden Sie zur Besichtigung ein und entscheiden Sie in derselben Woche.</p>"),
            ("Eröffnen", "<p>Laden Sie zuerst die Nachbarschaft ein, dann die Presse.</p>"),
        ),
    ),
    (
        "leerstand-erfassen",
        "Leerstand erfassen: die Begehung",
        "Wie zwei Personen an vier Tagen eine Innenstadt erfassen.",
        ("leerstandskataster",),
        (
            (
                "Gebiet festlegen",
                "<p>Beginnen Sie mit der Hauptstraße und den Plätzen. Der Rest folgt im nächsten Jahr.</p>",
            ),
            ("Bogen vorbereiten", "<p>Adresse, Nutzung im Erdgeschoss und darüber, Zustand, seit wann leer.</p>"),
            ("Begehen und eintragen", "<p>Immer zu zweit, immer mit Datum. Menschen gehören nicht auf das Foto.</p>"),
        ),
    ),
)
SUGGESTION: Final = {
    "title": "Aus der Drogerie wird ein Hofladen",
    "vacancy": "shop",
    "story": "Die Drogerie am Markt stand zwei Jahre leer. Vier Höfe aus der Umgebung haben sich zusammengetan und "
    "verkaufen dort freitags und samstags.\nDie Stadt hat die ersten sechs Monate die Nebenkosten übernommen.",
    "result": "Freitags ist wieder Betrieb auf dem Markt.",
    "organisation": "Erzeugergemeinschaft (erfunden)",
    "email": "hofladen@example.org",
}
