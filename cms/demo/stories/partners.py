"""Who belongs to the alliance: institutions by kind and town, no persons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PartnerStory:
    """One partner; `joined` is a day as year, month, day."""

    name: str
    kind: str
    town: str = ""
    joined: tuple[int, int, int] = (2021, 6, 8)
    about: str = ""
    has_logo: bool = False


_TOWNS = (
    ("Altenburg", (2022, 3, 1)),
    ("Bad Langensalza", (2021, 6, 8)),
    ("Bad Liebenstein", (2023, 9, 7)),
    ("Bad Sulza", (2022, 11, 29)),
    ("Gera", (2021, 6, 8)),
    ("Gotha", (2023, 2, 23)),
    ("Greiz", (2021, 6, 8)),
    ("Ilmenau", (2024, 8, 14)),
    ("Leinefelde-Worbis", (2023, 5, 25)),
    ("Meiningen", (2024, 11, 26)),
    ("Mühlhausen/Thüringen", (2021, 6, 8)),
    ("Nordhausen", (2022, 3, 1)),
    ("Pößneck", (2022, 11, 29)),
    ("Rudolstadt", (2023, 11, 30)),
    ("Schmalkalden", (2021, 6, 8)),
    ("Sömmerda", (2023, 5, 25)),
)

PARTNERS: tuple[PartnerStory, ...] = (
    PartnerStory(
        "Infrastrukturministerium", "state", "Erfurt", about="Städtebau und Landesplanung; eine der drei Leitungen."
    ),
    PartnerStory(
        "Wirtschaftsministerium",
        "state",
        "Erfurt",
        about="Wirtschaft, Wissenschaft und Tourismus; eine der drei Leitungen.",
    ),
    PartnerStory("Umweltministerium", "state", "Erfurt", about="Leitet die Arbeitsgruppe Klima."),
    PartnerStory("Staatskanzlei", "state", "Erfurt"),
    PartnerStory("Thüringer Aufbaubank", "state", "Erfurt", about="Förderbank des Landes."),
    PartnerStory(
        "IHK Erfurt", "chamber", "Erfurt", about="Gab den Anstoß zum Bündnis; eine der drei Leitungen.", has_logo=True
    ),
    PartnerStory("IHK Südthüringen", "chamber", "Suhl", has_logo=True),
    PartnerStory("IHK Ostthüringen zu Gera", "chamber", "Gera"),
    PartnerStory("Handwerkskammer Erfurt", "chamber", "Erfurt"),
    PartnerStory("Handelsverband Thüringen", "association", "Erfurt", about="Stimme des Einzelhandels."),
    PartnerStory("DEHOGA Thüringen", "association", "Erfurt", about="Gastgewerbe: vom Café bis zum Hotel."),
    PartnerStory(
        "Verband Thüringer Wohnungs- und Immobilienwirtschaft",
        "association",
        "Erfurt",
        about="Leitet die Arbeitsgruppe Wohnen und Leben in der Stadt.",
        has_logo=True,
    ),
    PartnerStory(
        "Gemeinde- und Städtebund Thüringen", "association", "Erfurt", about="Vertritt Städte und Gemeinden des Landes."
    ),
    PartnerStory("Soziokultur Thüringen", "association", "Erfurt", (2022, 3, 1)),
    PartnerStory("Bundesvereinigung City- und Stadtmarketing", "association", "", (2022, 11, 29)),
    PartnerStory(
        "LeerGut-Agenten", "network", "Erfurt", about="Leiten die Arbeitsgruppe Leerstandsbewältigung.", has_logo=True
    ),
    PartnerStory("ThEx", "network", "Erfurt", (2022, 3, 1), about="Beratung für Gründungen.", has_logo=True),
    PartnerStory("Initiative Innenstadt Jena", "network", "Jena", (2022, 3, 1), has_logo=True),
    PartnerStory(
        "Innenstadtnetzwerk „Innenstädte erfolgreich machen“",
        "network",
        "",
        (2022, 11, 29),
        about="Citymanagerinnen und Citymanager beraten einander.",
    ),
    PartnerStory("Thüringer Tourismus GmbH", "tourism", "Erfurt", about="Partner beim schönsten Blick der Stadt."),
    PartnerStory(
        "Hochschulen mit Stadtforschung",
        "science",
        "Weimar",
        (2023, 2, 23),
        about="Forschen zu Stadt, Handel und Gestaltung.",
    ),
    PartnerStory("Ilm-Kreis", "municipality", "Arnstadt", (2024, 8, 14)),
    *(PartnerStory(f"Stadt {town.partition('/')[0]}", "municipality", town, joined) for town, joined in _TOWNS),
)

# organisation, kind, town, what for, who signs, role, what becomes of it (waiting, admitted, refused)
SIGNINGS: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    (
        "Bürgerverein Altes Pflaster",
        "network",
        "Schmalkalden",
        "Wir öffnen Höfe.",
        "Ute Unterschrift",
        "Vorsitz",
        "waiting",
    ),
    (
        "Stadtbücherei am Markt",
        "network",
        "Greiz",
        "Lesen, wo andere einkaufen.",
        "Udo Unterschrift",
        "Leitung",
        "waiting",
    ),
    (
        "Genossenschaft Marktladen",
        "business",
        "Rudolstadt",
        "Ein Laden, der allen gehört.",
        "Ulla Unterschrift",
        "Vorstand",
        "admitted",
    ),
    ("Werbeagentur Blitz", "business", "", "", "Uwe Unterschrift", "Inhaber", "refused"),
)
REFUSAL = "Das Bündnis nimmt Einrichtungen auf, die in einer Innenstadt tätig sind. Ein reines Werbeangebot gehört nicht dazu."
