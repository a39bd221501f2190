"""Standard pages of the demo world: the alliance, its groups and projects, and what the law asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Body = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Story:
    """One standard page; `below` are its children, `role` the site setting that points to it."""

    slug: str
    title: str
    teaser: str
    body: Body
    picture: str = ""
    in_menu: bool = False
    role: str = ""
    below: tuple[Story, ...] = field(default=())


def text_block(*paragraphs: str) -> tuple[str, str]:
    return ("paragraph", "".join(f"<p>{text}</p>" for text in paragraphs))


def facts_block(heading: str, *rows: tuple[str, str]) -> tuple[str, dict[str, Any]]:
    return ("facts", {"heading": heading, "items": [{"term": term, "text": f"<p>{text}</p>"} for term, text in rows]})


ALLIANCE = Story(
    slug="buendnis",
    title="Bündnis",
    teaser="Seit dem 8. Juni 2021 arbeiten in Thüringen Land, Kammern, Kommunen und Verbände für lebendige Innenstädte zusammen.",
    picture="castle",
    in_menu=True,
    body=(
        ("heading", "Wofür wir arbeiten"),
        text_block(
            "Innenstädte sollen mehr können als verkaufen: wohnen, arbeiten, lernen, sich treffen, ausruhen. Das Bündnis "
            "stärkt diese Aufgaben, indem es Wissen teilt, Projekte anschiebt und mit einer Stimme spricht.",
            "Die Leitung teilen sich das Infrastrukturministerium, das Wirtschaftsministerium und die IHK Erfurt.",
        ),
        facts_block(
            "Wie wir arbeiten",
            ("Bündnistreffen", "drei- bis viermal im Jahr, alle Mitglieder"),
            ("Lenkungskreis", "jedes Vierteljahr, in erweiterter Runde"),
            ("Jour fixe", "jeden Monat"),
            ("Arbeitsgruppen", "drei, jeden Monat"),
            ("Geschäftsstelle", "seit Januar 2023 bei der Landesentwicklungsgesellschaft in Erfurt"),
        ),
        ("heading", "Was die Geschäftsstelle tut"),
        text_block("Sie organisiert, kommuniziert, informiert und sorgt dafür, dass Neues ausprobiert wird."),
        (
            "quote",
            {
                "quote": "Gute Ideen liegen auf der Straße. Man muss sie nur weitersagen.",
                "source": "Aus einem Bündnistreffen",
            },
        ),
    ),
    below=(
        Story(
            slug="wohnen-und-leben",
            title="Wohnen und Leben in der Stadt",
            teaser="Die Arbeitsgruppe unter Leitung der Wohnungswirtschaft fragt, was Menschen in der Mitte hält.",
            body=(
                text_block(
                    "Eine Innenstadt, in der niemand wohnt, ist nach Ladenschluss leer. Die Gruppe arbeitet an guten Wohnungen "
                    "über Läden, an kurzen Wegen und an Plätzen, die nichts kosten.",
                    "Aus ihr kommen die Mitmach-Kampagne „Der schönste Blick der Stadt“, der „Wegweiser Innenstadtförderung“, "
                    "der Vorschlag „CityPuls“ und der Anstoß zum Innenstadt-Wettbewerb.",
                ),
                facts_block(
                    "Auf einen Blick",
                    ("Leitung", "Verband Thüringer Wohnungs- und Immobilienwirtschaft"),
                    ("Treffen", "einmal im Monat"),
                ),
            ),
        ),
        Story(
            slug="klima",
            title="Klima",
            teaser="Die Arbeitsgruppe unter Leitung des Umweltministeriums macht Plätze fest für Hitze, Dürre und Starkregen.",
            body=(
                text_block(
                    "Wo es kühl ist, bleiben Menschen länger. Die Gruppe zeigt, wie Schatten, Wasser und Grün in enge Straßen passen.",
                    "Ihre Vorhaben: die „Wanderbaumallee“, die „Essbare Stadt Mühlhausen“, ein Führer zu klimafesten Stadtbäumen "
                    "und der Klimasommer.",
                ),
                facts_block("Auf einen Blick", ("Leitung", "Umweltministerium"), ("Treffen", "einmal im Monat")),
            ),
        ),
        Story(
            slug="leerstand",
            title="Leerstand bewältigen",
            teaser="Die Arbeitsgruppe unter Leitung der LeerGut-Agenten sammelt Lösungen und bringt sie in die Städte.",
            body=(
                text_block(
                    "27 Prozent der Läden in den Zentren stehen leer, sechs Punkte mehr als 2018. Dahinter stecken sehr "
                    "verschiedene Gründe, und für jeden gibt es andere Mittel.",
                    "Die Gruppe ordnet sie im Arbeitsbuch KOMPASS, stellt Fälle in der Reihe „Leerstand als Chance“ vor und geht "
                    "an Projekttagen in die Städte, zuletzt nach Pößneck und Gera.",
                ),
                facts_block(
                    "Auf einen Blick",
                    ("Leitung", "LeerGut-Agenten"),
                    ("Treffen", "einmal im Monat"),
                    ("Als Nächstes", "Schmalkalden und Rudolstadt"),
                ),
            ),
        ),
        Story(
            slug="partner-werden",
            title="Partner werden",
            teaser="Wer die Bündniserklärung unterzeichnet, gehört dazu: Kommunen, Vereine, Betriebe, Hochschulen.",
            role="partners_page",
            body=(
                (
                    "steps",
                    {
                        "heading": "So geht es",
                        "items": [
                            {
                                "heading": "Erklärung lesen",
                                "text": "Sie sagt auf zwei Seiten, wofür das Bündnis steht und was Partner einander versprechen.",
                            },
                            {
                                "heading": "Unterzeichnen",
                                "text": "Eine Person mit Vollmacht unterschreibt und schickt die Erklärung an die Geschäftsstelle.",
                            },
                            {
                                "heading": "Mitarbeiten",
                                "text": "Sie werden zum nächsten Bündnistreffen eingeladen und wählen eine Arbeitsgruppe.",
                            },
                        ],
                    },
                ),
                text_block(
                    "Die Mitgliedschaft kostet nichts. Partner haben einen eigenen Bereich mit Protokollen und Unterlagen."
                ),
            ),
        ),
    ),
)

PROJECTS = Story(
    slug="projekte",
    title="Projekte",
    teaser="Sechs Vorhaben, die das Bündnis angestoßen hat, und wie weit sie sind.",
    picture="market",
    in_menu=True,
    body=(
        ("heading", "Der schönste Blick der Stadt"),
        text_block(
            "Ein Ort mit Aussicht wird zum Treffpunkt mit Bank und Rahmen, in allen Städten gleich gestaltet. Welcher Ort das "
            "ist, entscheiden die Menschen: Sie reichen Fotos ein und stimmen ab. Gefördert vom Wirtschaftsministerium, "
            "gemeinsam mit der Tourismusgesellschaft des Landes, vor allem für Städte bis 30.000 Menschen."
        ),
        ("heading", "Wanderbaumallee"),
        text_block(
            "Bäume in Kübeln ziehen von Straße zu Straße und zeigen, wie sich ein Ort mit Schatten anfühlt. Den Anfang machten "
            "2023 Gotha und Nordhausen, 2024 folgte Pößneck. In der zweiten Runde: Leinefelde-Worbis, Rudolstadt, Sömmerda."
        ),
        ("heading", "KOMPASS"),
        text_block("Das Arbeitsbuch für den Leerstand führt vom Problem über Maßnahmen und Beispiele zur Förderung."),
        ("heading", "Essbare Stadt Mühlhausen"),
        text_block("Auf brachen Flächen wachsen Kräuter, Gemüse und Obst. Gegärtnert wird gemeinsam."),
        ("heading", "CityPuls"),
        text_block(
            "Ein Vorschlag des Innenstadtnetzwerks und der Kammern: Förderung für Kommunen, die man ohne Gutachten beantragen kann."
        ),
        ("heading", "„Ab in die Mitte!“"),
        text_block(
            "Der Innenstadt-Wettbewerb für Vorhaben, die Bauen und Beleben verbinden und von Stadt und Wirtschaft gemeinsam getragen werden."
        ),
    ),
)
