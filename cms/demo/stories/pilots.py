"""The six pilot projects, told anew from the facts of the alliance's papers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pilot:
    """One project; `places` are (town, what happens there), `pictures` (name of a picture, caption)."""

    slug: str
    title: str
    teaser: str
    status: str
    status_note: str
    group: str
    target_groups: str
    carriers: str
    paragraphs: tuple[str, ...]
    implementation: str
    area: str = ""
    picture: str = ""
    places: tuple[tuple[str, str], ...] = field(default=())
    pictures: tuple[tuple[str, str], ...] = field(default=())


PROJECTS_TEASER = "Sechs Vorhaben, die das Bündnis angestoßen hat, und wie weit sie sind."

PILOTS: tuple[Pilot, ...] = (
    Pilot(
        slug="der-schoenste-blick-der-stadt",
        title="Der schönste Blick der Stadt",
        teaser="Ein Ort mit Aussicht wird zum Treffpunkt. Welcher das ist, entscheiden die Menschen, die dort leben.",
        status="running",
        status_note="läuft, bitte mitmachen",
        group="wohnen-und-leben",
        target_groups="Städte bis 30.000 Menschen; alle, die dort wohnen, arbeiten oder zu Besuch sind",
        carriers="Gefördert vom Wirtschaftsministerium, gemeinsam mit der Tourismusgesellschaft des Landes",
        area="Städte bis 30.000 Menschen",
        picture="view",
        paragraphs=(
            "Fast jede Stadt hat eine Stelle, von der aus man sie auf einmal versteht: eine Treppe, eine Mauer, einen Hang. "
            "Wer hier wohnt, kennt sie. Gäste gehen meist daran vorbei.",
            "Das Projekt macht diese Stelle sichtbar. Sie bekommt eine Bank und einen Rahmen, in allen Städten gleich "
            "gestaltet, und wird Treffpunkt und Fotopunkt in einem.",
            "Ein Vorläufer sammelte 2025 auf Instagram 225 Fotos aus 37 Orten. Daraus ist eine Kampagne geworden, bei der "
            "man auch ohne Konto mitmachen kann.",
        ),
        implementation=(
            "<ol><li>Menschen reichen Fotos ein, höchstens drei je Person, ab 14 Jahren.</li><li>Eine öffentliche "
            "Abstimmung wählt die schönsten Blicke.</li><li>Die Gewinnerstädte richten den Platz her.</li><li>Die Bilder "
            "dürfen Kommune und Tourismus nutzen, wenn die Urheberin oder der Urheber zustimmt.</li></ol>"
        ),
        pictures=(("castle", "Burg und Altstadt von der Bank aus"), ("lane", "Ein Blick, den nur Einheimische kennen")),
    ),
    Pilot(
        slug="wanderbaumallee",
        title="Wanderbaumallee",
        teaser="Bäume in Kübeln ziehen von Straße zu Straße und zeigen, wie sich ein Ort mit Schatten anfühlt.",
        status="running",
        status_note="zweite Runde",
        group="klima",
        target_groups="Städte mit engen Straßen ohne Grün, Anwohnende, Geschäfte, Schulen",
        carriers="Arbeitsgruppe Klima mit den beteiligten Städten",
        picture="market",
        paragraphs=(
            "Ein Baum im Kübel ist kein Ersatz für einen gepflanzten. Aber er beantwortet eine Frage, über die sonst lange "
            "gestritten wird: Wollen wir hier Schatten?",
            "Der Aufruf vom April 2023 suchte Städte, die es ausprobieren. Gotha bekam seine Bäume am 21. August 2023, "
            "Nordhausen im Herbst darauf, Pößneck im Frühjahr 2024. In der zweiten Runde sind Leinefelde-Worbis, Rudolstadt "
            "und Sömmerda dabei.",
        ),
        implementation=(
            "<ul><li>Die Stadt nennt eine Straße und eine Person, die sich kümmert.</li><li>Die Bäume kommen mit Bänken "
            "und bleiben einige Wochen.</li><li>Nachbarn und Geschäfte gießen.</li><li>Danach ziehen sie weiter, und die "
            "Stadt entscheidet, was bleibt.</li></ul>"
        ),
        places=(
            ("Gotha", "übergeben am 21. August 2023"),
            ("Nordhausen", "zweites Halbjahr 2023"),
            ("Pößneck", "erstes Halbjahr 2024"),
            ("Leinefelde-Worbis", "zweite Runde"),
            ("Rudolstadt", "zweite Runde"),
            ("Sömmerda", "zweite Runde"),
        ),
        pictures=(("lane", "Hier soll als Nächstes ein Baum stehen"),),
    ),
    Pilot(
        slug="kompass",
        title="KOMPASS",
        teaser="Ein digitales Arbeitsbuch führt vom leeren Laden zur Lösung: Problem, Maßnahme, Beispiel, Förderung.",
        status="running",
        status_note="Arbeitsbuch verfügbar",
        group="leerstand",
        target_groups="kleine und mittlere Städte, Wirtschaftsförderung, Eigentümerinnen und Eigentümer",
        carriers="Arbeitsgruppe Leerstandsbewältigung",
        area="kleine und mittlere Städte",
        picture="evening",
        paragraphs=(
            "Kleine Städte haben selten jemanden, der sich nur um leere Läden kümmert. Sie brauchen Vorlagen, keine Gutachten.",
            "Der KOMPASS ordnet, was andere schon versucht haben: was half, was es kostete, wer mitmachte, wen man fragen kann.",
        ),
        implementation=(
            "<p>Das Arbeitsbuch steht auf dieser Website und wächst mit jedem Beispiel, das eine Stadt vorschlägt. An "
            "Projekttagen wird es vor Ort ausprobiert, bisher in Pößneck und Gera.</p>"
        ),
        places=(("Pößneck", "Projekttag"), ("Gera", "Projekttag"), ("Schmalkalden", "geplant")),
    ),
    Pilot(
        slug="essbare-stadt-muehlhausen",
        title="Essbare Stadt Mühlhausen",
        teaser="Auf brachen Flächen wachsen Kräuter, Gemüse und Obst. Gegärtnert wird gemeinsam, geerntet auch.",
        status="running",
        status_note="läuft",
        group="klima",
        target_groups="Nachbarschaften, Schulen, Vereine",
        carriers="Stadt Mühlhausen mit Ehrenamtlichen",
        picture="lane",
        paragraphs=(
            "Wo ein Haus fehlt, bleibt oft Jahre lang eine Lücke mit Zaun. In Mühlhausen sind aus solchen Lücken Beete geworden.",
            "Wer vorbeikommt, darf ernten. Wer bleibt, bekommt eine Gießkanne.",
        ),
        implementation="<p>Die Stadt stellt Fläche, Erde und Wasser, Freiwillige stellen die Zeit. Gegärtnert wird mittwochs.</p>",
        places=(("Mühlhausen/Thüringen", "Beete in der Altstadt"),),
    ),
    Pilot(
        slug="citypuls",
        title="CityPuls",
        teaser="Ein Vorschlag für Förderung ohne Hürden: kleine Summen für Kommunen, die man ohne Gutachten beantragen kann.",
        status="proposed",
        status_note="Vorschlag liegt vor",
        group="wohnen-und-leben",
        target_groups="Städte und Gemeinden mit kleinen Verwaltungen",
        carriers="Innenstadtnetzwerk gemeinsam mit den Kammern",
        area="landesweit",
        paragraphs=(
            "Viele gute Vorhaben scheitern nicht am Geld, sondern am Antrag. Netzwerk und Kammern haben darum "
            "aufgeschrieben, wie Förderung aussähe, die eine kleine Verwaltung an einem Nachmittag beantragen kann.",
        ),
        implementation="<p>Der Vorschlag liegt den Ministerien vor. Das Bündnis spricht in seinem Positionspapier dafür.</p>",
    ),
    Pilot(
        slug="innenstadt-wettbewerb",
        title="Innenstadt-Wettbewerb „Ab in die Mitte!“",
        teaser="Gesucht sind Vorhaben, die Bauen und Beleben verbinden und von Stadt und Wirtschaft gemeinsam getragen werden.",
        status="running",
        status_note="Bewerbung offen",
        group="wohnen-und-leben",
        target_groups="Kommunen mit Partnern aus Handel, Vereinen und Eigentum",
        carriers="Durchgeführt von den Kammern, getragen von öffentlicher Hand und Wirtschaft",
        area="landesweit",
        picture="market",
        paragraphs=(
            "Ein Wettbewerb ist auch eine Einladung, sich zu verabreden. Wer sich bewirbt, hat schon Partner gefunden, "
            "und das bleibt, auch ohne Preis.",
            "Bewertet werden bauliche Teile und solche, die ohne Bau auskommen: Programme, Öffnungszeiten, Licht, Gärten.",
        ),
        implementation="<p>Skizze, Prüfung, Jury, Entscheidung: Alle Stufen und Fristen stehen auf der Seite des Wettbewerbs.</p>",
    ),
)
