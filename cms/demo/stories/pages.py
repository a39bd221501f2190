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


def _p(*paragraphs: str) -> tuple[str, str]:
    return ("paragraph", "".join(f"<p>{text}</p>" for text in paragraphs))


def _facts(heading: str, *rows: tuple[str, str]) -> tuple[str, dict[str, Any]]:
    return ("facts", {"heading": heading, "items": [{"term": term, "text": f"<p>{text}</p>"} for term, text in rows]})


ALLIANCE = Story(
    slug="buendnis",
    title="Bündnis",
    teaser="Seit dem 8. Juni 2021 arbeiten in Thüringen Land, Kammern, Kommunen und Verbände für lebendige Innenstädte zusammen.",
    picture="castle",
    in_menu=True,
    body=(
        ("heading", "Wofür wir arbeiten"),
        _p(
            "Innenstädte sollen mehr können als verkaufen: wohnen, arbeiten, lernen, sich treffen, ausruhen. Das Bündnis "
            "stärkt diese Aufgaben, indem es Wissen teilt, Projekte anschiebt und mit einer Stimme spricht.",
            "Die Leitung teilen sich das Infrastrukturministerium, das Wirtschaftsministerium und die IHK Erfurt.",
        ),
        _facts(
            "Wie wir arbeiten",
            ("Bündnistreffen", "drei- bis viermal im Jahr, alle Mitglieder"),
            ("Lenkungskreis", "jedes Vierteljahr, in erweiterter Runde"),
            ("Jour fixe", "jeden Monat"),
            ("Arbeitsgruppen", "drei, jeden Monat"),
            ("Geschäftsstelle", "seit Januar 2023 bei der Landesentwicklungsgesellschaft in Erfurt"),
        ),
        ("heading", "Was die Geschäftsstelle tut"),
        _p("Sie organisiert, kommuniziert, informiert und sorgt dafür, dass Neues ausprobiert wird."),
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
                _p(
                    "Eine Innenstadt, in der niemand wohnt, ist nach Ladenschluss leer. Die Gruppe arbeitet an guten Wohnungen "
                    "über Läden, an kurzen Wegen und an Plätzen, die nichts kosten.",
                    "Aus ihr kommen die Mitmach-Kampagne „Der schönste Blick der Stadt“, der „Wegweiser Innenstadtförderung“, "
                    "der Vorschlag „CityPuls“ und der Anstoß zum Innenstadt-Wettbewerb.",
                ),
                _facts(
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
                _p(
                    "Wo es kühl ist, bleiben Menschen länger. Die Gruppe zeigt, wie Schatten, Wasser und Grün in enge Straßen passen.",
                    "Ihre Vorhaben: die „Wanderbaumallee“, die „Essbare Stadt Mühlhausen“, ein Führer zu klimafesten Stadtbäumen "
                    "und der Klimasommer.",
                ),
                _facts("Auf einen Blick", ("Leitung", "Umweltministerium"), ("Treffen", "einmal im Monat")),
            ),
        ),
        Story(
            slug="leerstand",
            title="Leerstand bewältigen",
            teaser="Die Arbeitsgruppe unter Leitung der LeerGut-Agenten sammelt Lösungen und bringt sie in die Städte.",
            body=(
                _p(
                    "27 Prozent der Läden in den Zentren stehen leer, sechs Punkte mehr als 2018. Dahinter stecken sehr "
                    "verschiedene Gründe, und für jeden gibt es andere Mittel.",
                    "Die Gruppe ordnet sie im Arbeitsbuch KOMPASS, stellt Fälle in der Reihe „Leerstand als Chance“ vor und geht "
                    "an Projekttagen in die Städte, zuletzt nach Pößneck und Gera.",
                ),
                _facts(
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
                _p(
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
        _p(
            "Ein Ort mit Aussicht wird zum Treffpunkt mit Bank und Rahmen, in allen Städten gleich gestaltet. Welcher Ort das "
            "ist, entscheiden die Menschen: Sie reichen Fotos ein und stimmen ab. Gefördert vom Wirtschaftsministerium, "
            "gemeinsam mit der Tourismusgesellschaft des Landes, vor allem für Städte bis 30.000 Menschen."
        ),
        ("heading", "Wanderbaumallee"),
        _p(
            "Bäume in Kübeln ziehen von Straße zu Straße und zeigen, wie sich ein Ort mit Schatten anfühlt. Den Anfang machten "
            "2023 Gotha und Nordhausen, 2024 folgte Pößneck. In der zweiten Runde: Leinefelde-Worbis, Rudolstadt, Sömmerda."
        ),
        ("heading", "KOMPASS"),
        _p("Das Arbeitsbuch für den Leerstand führt vom Problem über Maßnahmen und Beispiele zur Förderung."),
        ("heading", "Essbare Stadt Mühlhausen"),
        _p("Auf brachen Flächen wachsen Kräuter, Gemüse und Obst. Gegärtnert wird gemeinsam."),
        ("heading", "CityPuls"),
        _p(
            "Ein Vorschlag des Innenstadtnetzwerks und der Kammern: Förderung für Kommunen, die man ohne Gutachten beantragen kann."
        ),
        ("heading", "„Ab in die Mitte!“"),
        _p(
            "Der Innenstadt-Wettbewerb für Vorhaben, die Bauen und Beleben verbinden und von Stadt und Wirtschaft gemeinsam getragen werden."
        ),
    ),
)

LEGAL = (
    Story(
        slug="impressum",
        title="Impressum",
        teaser="Wer für diese Website verantwortlich ist und wie Sie uns erreichen.",
        role="imprint_page",
        body=(
            _facts(
                "Anbieter",
                ("Herausgabe", "Geschäftsstelle des Thüringer Aktionsbündnisses „Innenstädte mit Zukunft“"),
                ("Anschrift", "Mainzerhofstraße 12, 99084 Erfurt"),
                ("E-Mail", '<a href="mailto:kontakt@example.org">kontakt@example.org</a>'),
                ("Vertreten durch", "Projektleitung der Geschäftsstelle"),
            ),
            ("heading", "Eine Vorführung"),
            _p(
                "Diese Website ist eine Vorführung. Kampagnen, Wettbewerbe, Zahlen und Zitate sind erfunden. Eine Antwort unter den genannten Adressen gibt es nicht."
            ),
        ),
    ),
    Story(
        slug="datenschutz",
        title="Datenschutz",
        teaser="Welche Angaben wir verarbeiten, wozu, wie lange, und was Sie verlangen können.",
        role="privacy_page",
        body=(
            ("heading", "Das Wichtigste"),
            _p(
                "Wir setzen nur notwendige Cookies, laden nichts von fremden Servern und zählen niemanden. Verantwortlich ist die Geschäftsstelle, Mainzerhofstraße 12, 99084 Erfurt, kontakt@example.org."
            ),
            ("heading", "Abstimmung"),
            _p(
                "Ihre E-Mail-Adresse brauchen wir, um Ihnen einen Code zu schicken. Gespeichert wird sie nicht, sondern nur ein Schlüssel, der aus ihr berechnet ist. Nach der Einspruchsfrist wird auch das Geheimnis vernichtet, mit dem er berechnet wurde."
            ),
            ("heading", "Fotos und Bewerbungen"),
            _p(
                "Was Sie einreichen, bleibt nicht öffentlich, bis es freigegeben ist. Aufnahmeort und Kameradaten entfernen wir aus jedem veröffentlichten Bild. Über Ihren eigenen Link können Sie alles ansehen, ändern, herunterladen und löschen."
            ),
            ("heading", "Hinweise und gemeldete Barrieren"),
            _p("Name und Adresse sind freiwillig. Wir nutzen sie nur für die Antwort."),
            ("heading", "Ihre Rechte"),
            _p(
                "Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen, der Verarbeitung widersprechen und sich bei der Datenschutzaufsicht des Landes beschweren."
            ),
        ),
    ),
    Story(
        slug="barrierefreiheit",
        title="Erklärung zur Barrierefreiheit",
        teaser="Was auf dieser Website schon geht, was noch nicht, und wohin Sie sich wenden können.",
        role="accessibility_page",
        body=(
            ("heading", "Stand"),
            _p(
                "Die Website soll die Anforderungen der WCAG 2.2, Stufe AA, erfüllen. Jede Seite wird dafür selbsttätig geprüft, mit Tastatur bedient und auf 400 Prozent vergrößert."
            ),
            ("heading", "Noch nicht barrierefrei"),
            _p(
                "Einige ältere PDF-Dateien. Sie sind als „nicht barrierefrei“ gekennzeichnet; daneben steht eine Zusammenfassung."
            ),
            ("heading", "Barriere gefunden?"),
            _p(
                'Schreiben Sie uns über <a href="/barriere-melden/">Barriere melden</a>. Wir antworten innerhalb von zwei Wochen. Hilft das nicht, können Sie sich an die Durchsetzungsstelle des Landes wenden.'
            ),
        ),
    ),
    Story(
        slug="leichte-sprache",
        title="Leichte Sprache",
        teaser="Hier steht in Leichter Sprache, worum es auf dieser Website geht.",
        role="easy_page",
        body=(
            ("heading", "Wer sind wir?"),
            _p(
                "Wir sind ein Bündnis.",
                "Ein Bündnis ist eine große Gruppe.",
                "Viele arbeiten zusammen.",
                "Zum Beispiel: Städte, Geschäfte und Vereine.",
            ),
            ("heading", "Was wollen wir?"),
            _p(
                "Die Mitte von der Stadt soll schön sein.",
                "Viele Menschen sollen gern dort sein.",
                "Sie wohnen dort.",
                "Sie arbeiten dort.",
                "Sie treffen sich dort.",
            ),
            ("heading", "Was können Sie hier machen?"),
            _p(
                "Sie können ein Foto schicken.",
                "Das Foto zeigt einen schönen Platz in Ihrer Stadt.",
                "Sie können auch wählen.",
                "Dann sagen Sie: Dieses Foto ist das beste.",
            ),
            ("heading", "Etwas geht nicht?"),
            _p(
                "Vielleicht können Sie etwas nicht lesen.",
                "Dann schreiben Sie uns.",
                '<a href="/barriere-melden/">Hier können Sie uns schreiben.</a>',
            ),
        ),
    ),
    Story(
        slug="teilnahmebedingungen",
        title="Teilnahmebedingungen",
        teaser="Die Regeln der Mitmach-Kampagne „Der schönste Blick der Stadt“, vollständig und ohne Kleingedrucktes.",
        role="terms",
        body=(
            ("heading", "Wer darf mitmachen"),
            _p(
                "Alle ab 14 Jahren. Unter 18 Jahren erscheint ein Foto erst, wenn eine sorgeberechtigte Person zugestimmt hat."
            ),
            ("heading", "Welche Fotos"),
            _p(
                "Selbst gemacht, in einem teilnehmenden Ort aufgenommen, höchstens drei je Person. Menschen auf dem Foto müssen einverstanden sein."
            ),
            ("heading", "Was mit den Fotos geschieht"),
            _p(
                "Sie willigen getrennt ein: dass wir das Foto im Wettbewerb zeigen, dass die Kommune es nutzt und, wenn Sie möchten, dass es unter der Lizenz CC BY 4.0 in die Tourismusdaten kommt."
            ),
            ("heading", "Wie gewählt wird"),
            _p(
                "Jede Person hat drei Stimmen, höchstens eine je Foto. Eigene Fotos zählen nicht. Gleichstand teilt den Platz. Die Zähldatei wird mit dem Ergebnis veröffentlicht."
            ),
        ),
    ),
)
