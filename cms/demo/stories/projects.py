"""Twelve invented city-centre projects that stand before the demo jury; every sentence and sum is made up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Project:
    """One application as its applicant would type it; sums in whole euros, both plans balance."""

    town: str
    organisation: str
    title: str
    summary: str
    goal: str
    place: str
    building: str
    enlivening: str
    partners: str
    costs: tuple[tuple[str, int], ...]
    financing: tuple[tuple[str, int], ...]
    strength: float  # how good the demo jury finds it, 0 to 10


PROJECTS: tuple[Project, ...] = (
    Project(
        town="Rudolstadt",
        organisation="Stadt Rudolstadt, Wirtschaftsförderung",
        title="Drei Läden, ein Flur",
        summary="Drei leere Erdgeschosse in einer Gasse werden zu Werkstatt, Spielzimmer und Stadtküche mit einem gemeinsamen Flur.",
        goal="Wer in der Gasse zu tun hat, soll dort bleiben können, auch ohne etwas zu kaufen. Nach zwei Jahren trägt sich der Betrieb aus Mieten, Kursen und einem Mittagstisch.",
        place="Obere Marktgasse",
        building="Durchbrüche zwischen drei Häusern, ein barrierefreier Eingang, neue Küche, Licht in der Gasse.",
        enlivening="Reparaturabende, betreutes Spielen während des Wochenmarkts, mittwochs Essen aus dem, was der Markt übrig lässt.",
        partners="Gewerbeverein, Wohnungsgesellschaft und ein Sozialverband arbeiten mit der Stadt zusammen.",
        costs=(
            ("Umbau der Erdgeschosse", 31200),
            ("Ausstattung und Küche", 18400),
            ("Planung und Beteiligung", 12900),
            ("Hof und Eingang", 16000),
            ("Programm im ersten Jahr", 6000),
        ),
        financing=(
            ("Eigenmittel der Stadt", 24500),
            ("Gewerbeverein", 8000),
            ("Wohnungsgesellschaft", 10000),
            ("Beantragter Preis", 42000),
        ),
        strength=8.6,
    ),
    Project(
        town="Pößneck",
        organisation="Stadtmarketing Pößneck e. V.",
        title="Der Markt bleibt grün",
        summary="Mobile Beete, Wasser und Schatten machen den Marktplatz im Sommer wieder zu einem Ort für den Nachmittag.",
        goal="An heißen Tagen soll es auf dem Markt fünf Grad kühler sein als bisher. Gemessen wird mit einfachen Fühlern, die Schülerinnen und Schüler betreuen.",
        place="Marktplatz",
        building="Zwölf Beete mit Sitzkanten, ein Wasserspiel ohne Becken, Leitungen und ein Speicher für Regenwasser.",
        enlivening="Gießpatenschaften der Geschäfte, Feierabendmarkt, ein Kalender für Vereine.",
        partners="Die Stadt baut, die Händlerinnen und Händler gießen, die Schule misst.",
        costs=(("Beete und Sitzkanten", 22000), ("Wasser und Speicher", 19500), ("Pflanzen", 6500), ("Programm", 7000)),
        financing=(("Stadt Pößneck", 20000), ("Händlerschaft", 7000), ("Beantragter Preis", 28000)),
        strength=7.9,
    ),
    Project(
        town="Greiz",
        organisation="Stadt Greiz, Stadtentwicklung",
        title="Erdgeschoss sucht Nachbarn",
        summary="Eine offene Kartei bringt Menschen mit Ideen und Häuser mit leeren Läden für ein Probejahr zusammen.",
        goal="Zehn Läden öffnen für ein Jahr zur halben Miete, mindestens fünf bleiben danach. Alle Verträge folgen demselben einfachen Muster.",
        place="Altstadt zwischen Kirche und Fluss",
        building="Grundinstandsetzung von zehn Ladenlokalen: Strom, Heizung, Schaufenster, Türen ohne Stufe.",
        enlivening="Sprechstunde für Gründungen, gemeinsame Öffnungszeiten, ein Ladenfest im Herbst.",
        partners="Hauseigentümer, Sparkasse und ein Netzwerk für Gründungen tragen das Vorhaben mit.",
        costs=(("Instandsetzung", 58000), ("Begleitung der Gründungen", 14000), ("Ladenfest", 5000)),
        financing=(("Stadt Greiz", 27000), ("Hauseigentümer", 12000), ("Beantragter Preis", 38000)),
        strength=7.4,
    ),
    Project(
        town="Bad Sulza",
        organisation="Stadt Bad Sulza",
        title="Brückenzeit",
        summary="Die Steinbrücke wird an zwölf Sonntagen zur Tafel: Wer kommt, bringt einen Stuhl mit und etwas zu essen.",
        goal="Die Brücke verbindet Kurpark und Altstadt. Bisher gehen Gäste nur hinüber, künftig sollen sie dort sitzen bleiben und weiter in die Stadt finden.",
        place="Steinbrücke und Uferweg",
        building="Klappbare Tischplatten am Geländer, Licht, zwei Stromanschlüsse, ein Wegweiser in die Altstadt.",
        enlivening="Zwölf Sonntage mit je einem Verein als Gastgeber, Musik ohne Verstärker, ein Kinderprogramm.",
        partners="Kurgesellschaft, Weinbaubetriebe und acht Vereine machen mit.",
        costs=(("Möbel und Licht", 17000), ("Strom und Wegweiser", 8500), ("Programm an zwölf Sonntagen", 9500)),
        financing=(("Stadt Bad Sulza", 12000), ("Kurgesellschaft", 5000), ("Beantragter Preis", 18000)),
        strength=8.1,
    ),
    Project(
        town="Sömmerda",
        organisation="Kulturverein Altes Kaufhaus e. V.",
        title="Kino im Kaufhaus",
        summary="Im ersten Stock des leeren Kaufhauses entsteht ein Saal, den Kino, Schule und Volkshochschule teilen.",
        goal="Nach zehn Jahren ohne Kino soll die Stadt wieder gemeinsam schauen. Tagsüber gehört der Saal der Bildung, abends dem Film.",
        place="Altes Kaufhaus am Markt",
        building="Saal mit 84 Plätzen, Aufzug, Brandschutz, Technik für Bild und Ton mit Untertiteln und Audiodeskription.",
        enlivening="Vier Filmabende je Woche, Schulkino, ein Kurs im Filmemachen.",
        partners="Der Verein betreibt, die Stadt vermietet günstig, die Volkshochschule mietet den Vormittag.",
        costs=(("Saal und Brandschutz", 96000), ("Aufzug", 54000), ("Technik", 38000), ("Programm", 12000)),
        financing=(("Stadt Sömmerda", 80000), ("Verein", 35000), ("Spenden", 25000), ("Beantragter Preis", 60000)),
        strength=6.8,
    ),
    Project(
        town="Meiningen",
        organisation="Stadt Meiningen, Tiefbau und Kultur",
        title="Die lange Bank",
        summary="Eine einzige Bank von sechzig Metern führt vom Theater zum Markt und lädt an jeder Stelle zu etwas anderem ein.",
        goal="Der Weg zwischen Theater und Markt wird kürzer, wenn man ihn sitzend gehen kann. Ältere Menschen sollen die ganze Strecke schaffen.",
        place="Weg zwischen Theater und Markt",
        building="Bank aus heimischem Holz in Abschnitten mit Lehne, Tisch, Spielbrett, Leseecke und Platz für Rollstühle.",
        enlivening="Bankgespräche vor der Vorstellung, offene Proben, Lesungen der Bibliothek.",
        partners="Theater, Bibliothek, Tischlerei-Innung und Seniorenbeirat planen gemeinsam.",
        costs=(("Bank mit Fundamenten", 47000), ("Belag und Licht", 21000), ("Bankgespräche", 4000)),
        financing=(("Stadt Meiningen", 30000), ("Innung (Arbeitsstunden)", 10000), ("Beantragter Preis", 32000)),
        strength=8.3,
    ),
    Project(
        town="Altenburg",
        organisation="Stadt Altenburg, Schulamt und Grünflächen",
        title="Schatten für die Schulgasse",
        summary="Segel, Spaliere und drei Wanderbäume machen den Schulweg durch die Altstadt erträglich.",
        goal="Vierhundert Kinder gehen jeden Tag durch die Gasse. Im Sommer soll sie benutzbar sein, ohne dass ein Haus umgebaut wird.",
        place="Schulgasse",
        building="Sechs Segel an Seilen, Spaliere mit wildem Wein, drei Bäume in Kübeln mit Bänken.",
        enlivening="Klassen pflegen die Spaliere, im Juni ist Gassenfest.",
        partners="Zwei Schulen, Denkmalpflege und sieben Hauseigentümer haben zugestimmt.",
        costs=(("Segel und Seile", 16500), ("Spaliere und Bäume", 11500), ("Gassenfest", 3000)),
        financing=(("Stadt Altenburg", 13000), ("Förderverein", 2000), ("Beantragter Preis", 16000)),
        strength=7.0,
    ),
    Project(
        town="Schmalkalden",
        organisation="Altstadtverein Schmalkalden e. V.",
        title="Hof an Hof",
        summary="Neun private Höfe öffnen sich zu einem Rundgang, der hinter den Fachwerkhäusern durch die Altstadt führt.",
        goal="Die Höfe sind das unbekannte Gesicht der Stadt. An dreißig Tagen im Jahr sind sie offen, und drei Werkstätten ziehen ein.",
        place="Quartier hinter dem Markt",
        building="Wege, Geländer, Beleuchtung und ein einheitliches Zeichen an den Toren, drei kleine Werkstätten.",
        enlivening="Hoftage mit Handwerk, Musik und Führungen der Nachbarschaft.",
        partners="Neun Eigentümer haben eine Vereinbarung unterschrieben, die Stadt übernimmt die Haftpflicht.",
        costs=(("Wege und Licht", 28000), ("Werkstätten", 24000), ("Hoftage", 8000)),
        financing=(("Eigentümer", 14000), ("Stadt Schmalkalden", 16000), ("Beantragter Preis", 30000)),
        strength=7.7,
    ),
    Project(
        town="Mühlhausen",
        organisation="Stadt Mühlhausen, Wirtschaftsförderung",
        title="Werkhaus am Tor",
        summary="Im Torhaus arbeiten fünf Handwerke sichtbar unter einem Dach und bilden gemeinsam aus.",
        goal="Handwerk kommt zurück in die Mitte. Wer vorbeigeht, sieht zu, und wer mag, probiert es am Samstag selbst.",
        place="Torhaus am Inneren Frauentor",
        building="Sanierung des Erdgeschosses, Schallschutz, gemeinsame Maschinen, Schaufenster zur Straße.",
        enlivening="Offene Samstage, Ausbildungsverbund, ein Ladentisch für alle fünf.",
        partners="Handwerkskammer, fünf Betriebe und die Berufsschule sind dabei.",
        costs=(("Sanierung", 72000), ("Maschinen", 26000), ("Ausbildungsverbund", 9000)),
        financing=(("Stadt Mühlhausen", 40000), ("Betriebe", 22000), ("Beantragter Preis", 45000)),
        strength=7.2,
    ),
    Project(
        town="Bad Langensalza",
        organisation="Stadt Bad Langensalza",
        title="Abendlicht",
        summary="Schaufenster leerer Läden leuchten abends mit Bildern aus dem Stadtarchiv, gesteuert von den Nachbarn.",
        goal="Abends fühlen sich viele in der Innenstadt unwohl. Licht und Geschichten sollen Wege beleben, ohne den Himmel zu stören.",
        place="Marktstraße",
        building="Zwanzig sparsame Leuchtflächen, Stromversorgung, Steuerung nach Uhrzeit und Dämmerung.",
        enlivening="Archivabende, Führungen in der blauen Stunde, Bilder aus der Bürgerschaft.",
        partners="Archiv, Stadtwerke und Hauseigentümer stellen Bilder, Strom und Fenster.",
        costs=(("Leuchtflächen", 19000), ("Strom und Steuerung", 7500), ("Archivabende", 3500)),
        financing=(("Stadt Bad Langensalza", 9000), ("Stadtwerke", 6000), ("Beantragter Preis", 15000)),
        strength=6.4,
    ),
    Project(
        town="Leinefelde-Worbis",
        organisation="Jugendrat Leinefelde-Worbis mit der Stadt",
        title="Platz nach der Schule",
        summary="Ein Container mit Dachterrasse am Busbahnhof wird zum Treffpunkt, den Jugendliche selbst betreiben.",
        goal="Zwischen Schulschluss und Bus liegen oft fünfzig Minuten. Daraus soll die beste Zeit des Tages werden.",
        place="Platz am Busbahnhof",
        building="Zwei ausgebaute Container, Terrasse, Toilette, Fahrradständer, Dach über dem Wartebereich.",
        enlivening="Öffnung an fünf Nachmittagen, Küche, Hausaufgabenzeit, ein eigenes Budget für Veranstaltungen.",
        partners="Jugendrat, Verkehrsbetriebe und Streetwork arbeiten zusammen.",
        costs=(("Container und Ausbau", 39000), ("Terrasse und Dach", 17000), ("Betrieb im ersten Jahr", 8000)),
        financing=(("Stadt", 25000), ("Verkehrsbetriebe", 9000), ("Beantragter Preis", 30000)),
        strength=8.0,
    ),
    Project(
        town="Ilmenau",
        organisation="Initiative Innenstadt Ilmenau",
        title="Erste Adresse Lindenstraße",
        summary="Wohnungen über Läden werden wieder bewohnt: ein Umbauberater, ein Musterhaus, ein Fonds für Treppenhäuser.",
        goal="Über zwanzig Läden stehen die Etagen leer, weil der Zugang durch das Geschäft führt. Eigene Eingänge lösen das.",
        place="Lindenstraße",
        building="Ein Musterhaus mit eigenem Treppenhaus, Zuschüsse für drei weitere Eingänge.",
        enlivening="Offene Baustelle, Sprechstunde, ein Abend für Menschen, die in die Mitte ziehen wollen.",
        partners="Wohnungsgesellschaft, Architektinnen und Architekten sowie die Hochschule begleiten das Vorhaben.",
        costs=(("Musterhaus", 88000), ("Zuschüsse", 30000), ("Beratung", 12000)),
        financing=(("Wohnungsgesellschaft", 60000), ("Stadt Ilmenau", 25000), ("Beantragter Preis", 45000)),
        strength=7.5,
    ),
)
