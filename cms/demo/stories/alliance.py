"""The alliance's start page: sections in the order of its old site, every sentence newly written."""

from __future__ import annotations

MISSION = {
    "heading": "Damit die Mitte lebt",
    "text": (
        "<p>Das Aktionsbündnis bringt zusammen, wer in Thüringens Innenstädten etwas bewegen kann: Ministerien, Kammern, "
        "Kommunen, Verbände und Menschen mit einem Ladenschlüssel. Wir tauschen aus, was trägt, probieren es vor Ort aus "
        "und sagen dem Land, was die Städte dafür brauchen.</p>"
    ),
    "figures": [
        {"number": "2021", "text": "gegründet auf Anregung der IHK Erfurt"},
        {"number": "100+", "text": "Einrichtungen arbeiten mit"},
        {"number": "27 %", "text": "der Läden in den Zentren stehen leer, sechs Punkte mehr als 2018"},
    ],
}

TOGETHER = {
    "heading": "Gemeinsam gelingt es",
    "text": (
        "Keine Stadt löst das allein, kein Ministerium und kein Laden auch. Darum sitzen bei uns alle an einem Tisch, "
        "und wer die Bündniserklärung unterzeichnet, nimmt Platz."
    ),
    "members": [
        {
            "heading": "Land",
            "names": "Infrastrukturministerium, Wirtschaftsministerium, Umweltministerium, Staatskanzlei, Thüringer Aufbaubank",
        },
        {
            "heading": "Kammern",
            "names": "IHK Erfurt, IHK Südthüringen, IHK Ostthüringen zu Gera, Handwerkskammer Erfurt",
        },
        {
            "heading": "Städte und Kreise",
            "names": (
                "Altenburg, Bad Langensalza, Bad Liebenstein, Bad Sulza, Gera, Gotha, Greiz, Ilmenau, Leinefelde-Worbis, "
                "Meiningen, Mühlhausen, Nordhausen, Pößneck, Rudolstadt, Schmalkalden, Sömmerda, Ilm-Kreis"
            ),
        },
        {
            "heading": "Verbände",
            "names": (
                "Handelsverband Thüringen, DEHOGA Thüringen, Verband Thüringer Wohnungs- und Immobilienwirtschaft, "
                "Gemeinde- und Städtebund, Soziokultur Thüringen, Bundesvereinigung City- und Stadtmarketing"
            ),
        },
        {
            "heading": "Netzwerke und Tourismus",
            "names": (
                "LeerGut-Agenten, ThEx, Initiative Innenstadt Jena, Innenstädte erfolgreich machen, Thüringer Tourismus GmbH"
            ),
        },
        {"heading": "Wissenschaft", "names": "Hochschulen des Landes, die zu Stadt, Handel und Gestaltung forschen"},
    ],
}

GROUPS = (
    {
        "heading": "Wohnen und Leben in der Stadt",
        "text": (
            "Wer in der Mitte wohnt, hält sie wach. Die Gruppe kümmert sich um gute Adressen, kurze Wege und Plätze, "
            "an denen man bleibt. Leitung: die Wohnungswirtschaft."
        ),
        "entries": "Der schönste Blick der Stadt\nWegweiser Innenstadtförderung\nCityPuls\n„Ab in die Mitte!“",
        "slug": "wohnen-und-leben",
    },
    {
        "heading": "Klima",
        "text": (
            "Hitze, Dürre und Starkregen treffen Pflaster zuerst. Die Gruppe bringt Schatten, Wasser und Grün dorthin, "
            "wo Menschen verweilen. Leitung: das Umweltministerium."
        ),
        "entries": "Wanderbaumallee\nEssbare Stadt Mühlhausen\nKlimabaumguide\nKlimasommer",
        "slug": "klima",
    },
    {
        "heading": "Leerstand bewältigen",
        "text": (
            "Nicht jeder leere Laden ist gleich. Die Gruppe ordnet die Fälle, sammelt Lösungen und bringt sie an "
            "Projekttagen in die Städte. Leitung: die LeerGut-Agenten."
        ),
        "entries": "Arbeitsbuch KOMPASS\nReihe „Leerstand als Chance“\nProjekttage vor Ort",
        "slug": "leerstand",
    },
)

PROJECTS = (
    {
        "heading": "Der schönste Blick der Stadt",
        "place": "Städte bis 30.000 Menschen",
        "status": "läuft, bitte mitmachen",
    },
    {"heading": "Wanderbaumallee", "place": "sechs Städte, von Gotha bis Sömmerda", "status": "zweite Runde"},
    {"heading": "KOMPASS", "place": "kleine und mittlere Städte", "status": "Arbeitsbuch verfügbar"},
    {"heading": "Essbare Stadt", "place": "Mühlhausen", "status": "läuft"},
    {"heading": "CityPuls", "place": "landesweit", "status": "Vorschlag liegt vor"},
    {"heading": "Innenstadt-Wettbewerb", "place": "landesweit", "status": "Bewerbung offen"},
)

# title, kind, days from today, hour, minute, place, note, provisional
DATES = (
    ("Bündnistreffen", "alliance", 16, 14, 0, "IHK Südthüringen, Suhl", "offen für Gäste", False),
    ("Erweiterter Lenkungskreis", "alliance", 44, 10, 0, "Geschäftsstelle, Erfurt", "für Mitglieder", False),
    ("Herbsttreffen des Bündnisses", "alliance", 121, 13, 0, "Erfurt", "offen für Gäste", True),
    ("Klima: Wanderbäume ziehen um", "group", 9, 9, 30, "Rudolstadt, Marktplatz", "Helfende willkommen", False),
    ("Leerstand: Projekttag", "group", 31, 9, 30, "Schmalkalden", "mit Stadtrundgang", True),
    ("Wohnen und Leben: Monatsrunde", "group", 23, 15, 0, "online", "für Mitglieder", False),
    ("Leerstand als Chance, Folge 7", "other", 58, 17, 0, "Gera, Stadtmuseum", "öffentlich", False),
)

VOICES = (
    {
        "quote": "Ein leerer Laden ist kein Schicksal. Er ist eine Adresse, die noch niemand gefragt hat.",
        "source": "Stadtmanagement, Mittelstadt im Süden des Landes",
    },
    {
        "quote": "Seit die Bäume da sind, trinken die Leute ihren Kaffee wieder draußen.",
        "source": "Gastronomie, Nordhausen",
    },
    {
        "quote": "Ich mag meine Stadt, weil ich auf dem Markt immer jemanden treffe.",
        "source": "Schüler, 16, Greiz",
    },
)

INITIATIVES = (
    {
        "heading": "Innenstädte erfolgreich machen",
        "text": "Netzwerk der Citymanagerinnen und Citymanager: Wer vor Ort arbeitet, berät einander ohne Umweg.",
    },
    {
        "heading": "LeerGut-Agenten",
        "text": "Menschen, die leeren Häusern eine Aufgabe geben, und ihr Wissen dazu.",
    },
    {
        "heading": "ThEx",
        "text": "Beratung für alle, die mit einer Idee in ein Ladenlokal wollen.",
    },
    {
        "heading": "Initiative Innenstadt Jena",
        "text": "Händlerschaft und Gastronomie, die ihre Straße gemeinsam gestalten.",
    },
)

OFFICE = {
    "heading": "Geschäftsstelle",
    "people": [
        {"role": "Projektleitung", "text": "Strategie, Gremien, Förderung"},
        {"role": "Projektassistenz", "text": "Arbeitsgruppen, Veranstaltungen"},
        {"role": "Kommunikation", "text": "Presse, Kampagnen, Website"},
        {"role": "Sekretariat", "text": "Termine, Räume, Anmeldungen"},
    ],
    "hints_heading": "Ihre Hinweise",
    "hints_text": "Ein gutes Beispiel, ein Fehler, eine Frage? Schreiben Sie uns. Wir lesen alles.",
}

PARTNERS = {
    "heading": "Für Partner im Aktionsbündnis",
    "text": "Melden Sie sich mit Ihrer E-Mail-Adresse an. Sie bekommen einen Code, ein Passwort brauchen Sie nicht.",
}
