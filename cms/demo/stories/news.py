"""Demo news, told around facts of the alliance's papers; days count back from today."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class News:
    days_ago: int
    slug: str
    title: str
    teaser: str
    paragraphs: tuple[str, ...]
    picture: str = ""
    quote: tuple[str, str] | None = None
    facts: tuple[tuple[str, str], ...] = ()


NEWS: tuple[News, ...] = (
    News(
        days_ago=4,
        slug="was-eine-strasse-abends-wach-haelt",
        title="Was eine Straße abends wach hält",
        teaser="Vier Städte haben Öffnungszeiten, Licht und Sitzplätze zusammen geplant. Ein Werkstattbericht.",
        picture="evening",
        paragraphs=(
            "Um achtzehn Uhr gehen in vielen Kleinstädten die Lichter aus, und mit ihnen die Leute. Vier Mitglieder des "
            "Bündnisses wollten wissen, was geschieht, wenn nicht ein Laden länger öffnet, sondern eine ganze Straße.",
            "Sie einigten sich auf einen Abend in der Woche, warmes Licht statt heller Strahler und Bänke, für die niemand "
            "etwas bestellen muss. Nach drei Monaten zählten alle vier mehr Menschen, und zwei Läden blieben dabei.",
            "Das Wichtigste war keine Technik, sagen die Beteiligten, sondern ein gemeinsamer Kalender an jeder Kasse.",
        ),
        quote=("Wir haben nicht länger geöffnet. Wir haben gleichzeitig geöffnet.", "Einzelhandel, Mühlhausen"),
    ),
    News(
        days_ago=11,
        slug="neun-neue-partner",
        title="Neun neue Partner unterzeichnen die Bündniserklärung",
        teaser="Fünf Städte, zwei Vereine, eine Hochschule und eine Sparkasse sind dazugekommen.",
        picture="hall",
        paragraphs=(
            "Beim Treffen in Erfurt haben neun Einrichtungen die Bündniserklärung unterschrieben. Sie verpflichten sich "
            "damit zu nichts, was Geld kostet, wohl aber dazu, ihr Wissen zu teilen.",
            "Wer mitmachen möchte, findet den Weg auf der Seite „Partner werden“.",
        ),
    ),
    News(
        days_ago=19,
        slug="foerderwegweiser-frisch-geprueft",
        title="Wegweiser Innenstadtförderung: Angaben frisch geprüft",
        teaser="Fristen, Ansprechstellen, Fördersätze: Die Arbeitsgruppe hat alle Einträge durchgesehen.",
        picture="stairs",
        paragraphs=(
            "Ein Förderprogramm, dessen Frist vorbei ist, hilft niemandem. Darum steht künftig an jedem Eintrag, wann er "
            "zuletzt geprüft wurde und auf welche Quelle er sich stützt.",
            "Der Wegweiser richtet sich an Kommunen, Vereine und Betriebe. Fünf Fragen genügen, um die Liste auf das "
            "zu kürzen, was passt.",
        ),
    ),
    News(
        days_ago=26,
        slug="giesspaten-gesucht",
        title="Sommer der Linden: Gießpaten gesucht",
        teaser="Wanderbäume haben Durst. In drei Städten übernehmen Nachbarschaften das Gießen.",
        picture="market",
        paragraphs=(
            "Ein Baum im Kübel braucht an heißen Tagen bis zu vierzig Liter Wasser. Wo eine Straße mithilft, kommen die "
            "Bäume gut durch den Sommer.",
            "Wer eine Kanne hat, kann sich im Rathaus eintragen. Eine Tafel am Kübel sagt, wer heute dran ist.",
        ),
    ),
    News(
        days_ago=48,
        slug="kompass-fuer-den-leerstand",
        title="KOMPASS: ein Arbeitsbuch für den Leerstand",
        teaser="Vom Problem zur Maßnahme, vom Beispiel zur Förderung: So ist das Arbeitsbuch gebaut.",
        picture="lane",
        paragraphs=(
            "Das Arbeitsbuch wendet sich an kleine und mittlere Städte, in denen niemand hauptberuflich Leerstand verwaltet. "
            "Es beginnt mit der Frage, was für ein Leerstand das eigentlich ist.",
            "Zu jedem Fall gehören Maßnahmen, Beispiele aus Thüringen und die passende Förderung.",
        ),
        facts=(("Für", "kleine und mittlere Städte"), ("Aufbau", "Problem, Maßnahmen, Beispiele, Förderung")),
    ),
    News(
        days_ago=83,
        slug="essbare-stadt-muehlhausen",
        title="Kräuter statt Brache: Mühlhausen erntet",
        teaser="Auf drei ungenutzten Flächen wachsen Kräuter, Bohnen und Beeren. Ernten dürfen alle.",
        picture="garden",
        paragraphs=(
            "Wo Häuser fehlten, wuchs lange nur Gras. Jetzt stehen dort Hochbeete, die Schulen, Vereine und Nachbarn pflegen.",
            "Das Projekt gehört zur Arbeitsgruppe Klima. Wer Erde übrig hat: Sie wird gebraucht.",
        ),
    ),
    News(
        days_ago=160,
        slug="leerstand-als-chance-geht-weiter",
        title="„Leerstand als Chance“ geht weiter",
        teaser="Die Reihe begann im November 2022 mit 75 Gästen und sechs Fällen. Nun zieht sie durchs Land.",
        picture="dark_windows",
        paragraphs=(
            "Jede Folge stellt Fälle vor, die jemand wirklich lösen muss, und endet mit einer Liste von Menschen, die dabei helfen.",
            "Projekttage in Pößneck und Gera haben gezeigt, dass ein Rundgang mehr bewegt als ein Gutachten.",
        ),
    ),
    News(
        days_ago=290,
        slug="wanderbaumallee-zweite-runde",
        title="Wanderbaumallee: drei Städte für die zweite Runde ausgewählt",
        teaser="Leinefelde-Worbis, Rudolstadt und Sömmerda bekommen die mobilen Bäume.",
        picture="trees_spring",
        paragraphs=(
            "Nach Gotha, Nordhausen und Pößneck ziehen die Bäume weiter. Sechs Städte hatten sich beworben, drei kommen zum Zug.",
            "Eine Saison lang stehen die Bäume dort, wo sonst Autos parken. Danach entscheidet die Stadt, was bleibt.",
        ),
    ),
    News(
        days_ago=430,
        slug="sommertreffen-in-erfurt",
        title="Sommertreffen in Erfurt: acht Handlungsfelder",
        teaser="Das Bündnis hat sich auf acht Felder verständigt, von neuen Formaten bis zur Förderung.",
        picture="church",
        paragraphs=(
            "Projekte nach Themen und Orten, neue Formate, Wachstum und Zusammenarbeit, Austausch, Wirkung im ganzen Land, "
            "bessere Kommunikation, Förderung und eine verlässliche finanzielle Grundlage: Das sind die acht Felder.",
            "Drei Treffen im Jahr und ein „Bündnis vor Ort“ je Arbeitsgruppe sollen sie voranbringen.",
        ),
    ),
)
