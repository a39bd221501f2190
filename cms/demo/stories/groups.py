"""The alliance, its working groups, its office and its declaration, told anew from the facts of its papers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cms.demo.stories.pages import Body, facts_block, text_block

ALLIANCE_TEASER = "Seit dem 8. Juni 2021 arbeiten in Thüringen Land, Kammern, Kommunen und Verbände für lebendige Innenstädte zusammen."
ALLIANCE_BODY: Body = (
    ("heading", "Wofür wir arbeiten"),
    text_block(
        "Innenstädte sollen mehr können als verkaufen: wohnen, arbeiten, lernen, sich treffen, ausruhen. Das Bündnis "
        "stärkt diese Aufgaben, indem es Wissen teilt, Projekte anschiebt und mit einer Stimme spricht.",
        "Die Leitung teilen sich das Infrastrukturministerium, das Wirtschaftsministerium und die IHK Erfurt, auf deren "
        "Anregung das Bündnis entstanden ist.",
    ),
    facts_block(
        "Wie wir arbeiten",
        ("Bündnistreffen", "drei- bis viermal im Jahr, alle Mitglieder"),
        ("Lenkungskreis", "jedes Vierteljahr, in erweiterter Runde"),
        ("Jour fixe", "jeden Monat"),
        ("Arbeitsgruppen", "drei, jeden Monat"),
        ("Geschäftsstelle", "seit Januar 2023 bei der Landesentwicklungsgesellschaft in Erfurt"),
    ),
    (
        "quote",
        {
            "quote": "Gute Ideen liegen auf der Straße. Man muss sie nur weitersagen.",
            "source": "Aus einem Bündnistreffen",
        },
    ),
)


@dataclass(frozen=True)
class GroupStory:
    """One working group; `lead` names a partner, `documents` titles of papers."""

    slug: str
    title: str
    teaser: str
    lead: str
    body: Body
    short_name: str = ""
    rhythm: str = "einmal im Monat"
    documents: tuple[str, ...] = field(default=())


GROUPS: tuple[GroupStory, ...] = (
    GroupStory(
        slug="wohnen-und-leben",
        title="Wohnen und Leben in der Stadt",
        short_name="WULIS",
        teaser="Wer in der Mitte wohnt, hält sie wach. Die Gruppe kümmert sich um gute Adressen, kurze Wege und Plätze, "
        "an denen man bleibt.",
        lead="Verband Thüringer Wohnungs- und Immobilienwirtschaft",
        body=(
            ("heading", "Was sie sich vornimmt"),
            text_block(
                "Eine Innenstadt, in der niemand wohnt, ist nach Ladenschluss leer. Die Gruppe arbeitet an guten Wohnungen "
                "über Läden, an kurzen Wegen und an Plätzen, die nichts kosten.",
                "Aus ihr kommen die Mitmach-Kampagne „Der schönste Blick der Stadt“, der „Wegweiser Innenstadtförderung“, "
                "der Vorschlag „CityPuls“ und der Anstoß zum Innenstadt-Wettbewerb.",
            ),
            ("heading", "Wer mitarbeitet"),
            text_block("Wohnungsunternehmen, Kammern, Stadtmarketing und Kommunen. Neue Mitglieder sind willkommen."),
        ),
        documents=("Die Innenstadt von morgen", "Händlerbefragung 2022/23"),
    ),
    GroupStory(
        slug="klima",
        title="Klima",
        teaser="Hitze, Dürre und Starkregen treffen Pflaster zuerst. Die Gruppe bringt Schatten, Wasser und Grün dorthin, "
        "wo Menschen verweilen.",
        lead="Umweltministerium",
        body=(
            ("heading", "Was sie sich vornimmt"),
            text_block(
                "Wo es kühl ist, bleiben Menschen länger. Die Gruppe zeigt, wie Schatten, Wasser und Grün in enge Straßen "
                "passen, und verbindet den Schutz des Klimas mit der Zeit, die man gern in der Stadt verbringt.",
                "Ihre Vorhaben: die „Wanderbaumallee“, die „Essbare Stadt Mühlhausen“, ein Führer zu klimafesten "
                "Stadtbäumen und der Klimasommer 2025.",
            ),
        ),
        documents=("Zwischenbericht November 2023",),
    ),
    GroupStory(
        slug="leerstand",
        title="Leerstand bewältigen",
        teaser="Nicht jeder leere Laden ist gleich. Die Gruppe ordnet die Fälle, sammelt Lösungen und bringt sie an "
        "Projekttagen in die Städte.",
        lead="LeerGut-Agenten",
        body=(
            ("heading", "Was sie sich vornimmt"),
            text_block(
                "27 Prozent der Läden in den Zentren stehen leer, sechs Punkte mehr als 2018. Dahinter stecken sehr "
                "verschiedene Gründe, und für jeden gibt es andere Mittel.",
                "Die Gruppe ordnet sie im Arbeitsbuch KOMPASS, stellt Fälle in der Reihe „Leerstand als Chance“ vor und "
                "geht an Projekttagen in die Städte, zuletzt nach Pößneck und Gera. Als Nächstes stehen Schmalkalden und "
                "Rudolstadt auf dem Plan.",
            ),
            ("heading", "Was noch fehlt"),
            text_block("Eine Karte, die zeigt, wo was leer steht, und ein Zeichen, das warnt, bevor es so weit ist."),
        ),
        documents=("Dokumentation des Auftakts 2023", "Handelsstudie bis 2030"),
    ),
)

OFFICE_TEASER = (
    "Vier Menschen halten das Bündnis zusammen: Sie organisieren, kommunizieren, informieren und probieren Neues aus."
)
OFFICE_BODY: Body = (
    ("heading", "Vier Aufgaben"),
    facts_block(
        "",
        ("Organisieren", "Treffen, Gremien und Arbeitsgruppen vorbereiten und begleiten"),
        ("Kommunizieren", "erzählen, was gelingt, nach innen und nach außen"),
        ("Informieren", "Förderung, Beispiele und Termine aktuell halten"),
        ("Erneuern", "Pilotprojekte anschieben und aus ihnen lernen"),
    ),
)
# role, what for, address
OFFICE: tuple[tuple[str, str, str], ...] = (
    ("Projektleitung", "Strategie, Gremien, Förderung", "leitung@example.org"),
    ("Projektassistenz", "Arbeitsgruppen, Veranstaltungen", "assistenz@example.org"),
    ("Projektkommunikation", "Presse, Kampagnen, Website", "kommunikation@example.org"),
    ("Sekretariat", "Termine, Räume, Anmeldungen", "sekretariat@example.org"),
)

LIBRARY_TEASER = (
    "Berichte, Studien und Vereinbarungen des Bündnisses. Was nicht barrierefrei ist, hat eine Zusammenfassung."
)
DIRECTORY_TEASER = (
    "Wer die Bündniserklärung unterzeichnet hat: Land, Kammern, Städte, Verbände, Netzwerke, Hochschulen."
)
DECLARATION_TEASER = "Wer die Bündniserklärung unterzeichnet, gehört dazu: Kommunen, Vereine, Betriebe, Hochschulen."
DECLARATION_VERSION = "Fassung vom 8. Juni 2021"
DECLARATION_STEPS: dict[str, Any] = {
    "heading": "So geht es",
    "items": [
        {
            "heading": "Erklärung lesen",
            "text": "Sie sagt auf einer Seite, wofür das Bündnis steht und was Partner einander versprechen.",
        },
        {
            "heading": "Unterzeichnen",
            "text": "Eine Person mit Vollmacht füllt das Formular aus und bestätigt den Link in der E-Mail.",
        },
        {
            "heading": "Aufgenommen werden",
            "text": "Die Geschäftsstelle prüft die Angaben und schickt die Urkunde.",
        },
        {
            "heading": "Mitarbeiten",
            "text": "Sie werden zum nächsten Bündnistreffen eingeladen und wählen eine Arbeitsgruppe.",
        },
    ],
}
DECLARATION = (
    "<h3>Wir wollen</h3><p>lebendige Innenstädte, in denen Menschen wohnen, arbeiten, einkaufen, lernen und sich treffen, "
    "in großen wie in kleinen Städten.</p>"
    "<h3>Wir versprechen</h3><ul><li>zu teilen, was wir wissen, auch das, was nicht gelungen ist,</li>"
    "<li>in unserem Haus eine Person zu benennen, die für das Bündnis ansprechbar ist,</li>"
    "<li>Ergebnisse öffentlich zu machen, damit andere darauf aufbauen können.</li></ul>"
    "<h3>Wir vereinbaren</h3><p>Die Mitgliedschaft kostet nichts und verpflichtet zu keinem Beitrag. Wer nicht mehr "
    "mitmachen möchte, schreibt der Geschäftsstelle einen Satz.</p>"
)
