"""Examples of the demo's KOMPASS. What no paper says is marked as invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DEMO: Final = "Beispiel der Demo-Welt: Den Ort gibt es, die Geschichte ist erfunden."


@dataclass(frozen=True)
class Example:
    slug: str
    title: str
    town: str
    teaser: str
    vacancy: str
    measures: tuple[str, ...]
    actors: tuple[tuple[str, str], ...]
    cost: str
    years: tuple[int | None, int | None]
    result: str
    text: tuple[str, ...] = ()
    picture: str = "market"
    is_invented: bool = True


EXAMPLES: Final = (
    Example(
        "gotha-wanderbaumallee",
        "Bäume auf Wanderschaft",
        "Gotha",
        "Am 21. August 2023 übernahm Gotha die ersten Wanderbäume des Bündnisses. Eine Straße wurde grün, dann die nächste.",
        "square",
        ("wanderbaeume",),
        (("municipality", "Stadtverwaltung"), ("business", "Anliegende Läden")),
        "to_25000",
        (2023, 2023),
        "Wo die Bäume standen, blieben Menschen sitzen. Gotha war die erste Stadt im Projekt.",
        (
            "Der Aufruf an die Kommunen ging im April 2023 hinaus. Gotha sagte als Erste zu und suchte Straßen aus, in "
            "denen Schatten fehlt.",
        ),
        picture="trees_square",
        is_invented=False,
    ),
    Example(
        "nordhausen-wanderbaumallee",
        "Schatten auf Probe",
        "Nordhausen",
        "In der zweiten Hälfte des Jahres 2023 standen die Wanderbäume in Nordhausen.",
        "square",
        ("wanderbaeume",),
        (("municipality", "Stadtverwaltung"), ("association", "")),
        "to_25000",
        (2023, 2023),
        "Aus der Probe wurde ein Gespräch darüber, wo die Stadt dauerhaft Bäume braucht.",
        ("Nordhausen übernahm die Bäume nach Gotha.",),
        picture="trees_sun",
        is_invented=False,
    ),
    Example(
        "poessneck-wanderbaumallee",
        "Erst Bäume, dann Pläne",
        "Pößneck",
        "Im ersten Halbjahr 2024 machten die Wanderbäume in Pößneck halt. Zur gleichen Zeit ging es um leere Läden.",
        "square",
        ("wanderbaeume", "markt-beleben"),
        (("municipality", "Stadtverwaltung"),),
        "to_25000",
        (2024, 2024),
        "Grün und Leerstand wurden zum ersten Mal zusammen gedacht.",
        (
            "Pößneck war auch Ort eines Projekttags zum Leerstand. Beides zusammen brachte Menschen aus Verwaltung, "
            "Handel und Planung an einen Tisch.",
        ),
        picture="trees_gate",
        is_invented=False,
    ),
    Example(
        "poessneck-projekttag",
        "Ein Tag, eine Straße, viele Ideen",
        "Pößneck",
        "Beim Projekttag sahen sich Fachleute und Einheimische leere Häuser gemeinsam an.",
        "shop",
        ("leerstandskataster", "eigentuemer-ansprechen"),
        (("municipality", "Stadtverwaltung"), ("culture", "LeerGut-Agenten"), ("owner", "")),
        "to_5000",
        (2023, 2024),
        "Für mehrere Häuser gibt es seitdem einen nächsten Schritt und jemanden, der ihn geht.",
        ("Die Arbeitsgruppe Leerstandsbewältigung kam mit den LeerGut-Agenten in die Stadt.",),
        picture="shops",
        is_invented=False,
    ),
    Example(
        "gera-projekttag",
        "Große Häuser, kleine Schritte",
        "Gera",
        "Auch Gera lud zum Projekttag: Was wird aus Häusern, die für einen einzigen Laden zu groß sind?",
        "department_store",
        ("leerstandskataster", "zwischennutzung", "sozialer-treff"),
        (("municipality", "Stadtverwaltung"), ("economy", "Wirtschaftsförderung"), ("culture", "LeerGut-Agenten")),
        "to_5000",
        (2023, 2024),
        "Statt eines großen Plans gibt es eine Liste kleiner, machbarer Anfänge.",
        ("Am Ende des Tages stand fest, welche Räume sich zuerst für eine Zwischennutzung eignen.",),
        picture="dark_windows",
        is_invented=False,
    ),
    Example(
        "muehlhausen-essbare-stadt",
        "Die Brache trägt Früchte",
        "Mühlhausen",
        "Auf Flächen, die brachlagen, wachsen Kräuter, Gemüse und Obst. Gegärtnert wird gemeinsam.",
        "square",
        ("essbare-stadt",),
        (("municipality", "Stadtverwaltung"), ("association", "Gartengruppen")),
        "to_25000",
        (2023, None),
        "Aus der Brache ist ein Treffpunkt geworden, an dem alle ernten dürfen.",
        ("Die „Essbare Stadt“ ist ein Vorhaben der Arbeitsgruppe Klima. Es zeigt, wie wenig Geld ein Anfang braucht.",),
        picture="garden",
        is_invented=False,
    ),
    Example(
        "leinefelde-wanderbaumallee",
        "Bäume für zwei Ortskerne",
        "Leinefelde-Worbis",
        "Im Aufruf 2024 bekam Leinefelde-Worbis den Zuschlag für die Wanderbaumallee.",
        "square",
        ("wanderbaeume",),
        (("municipality", "Stadtverwaltung"),),
        "to_25000",
        (2024, None),
        "Zwei Ortskerne teilen sich eine Allee auf Rädern.",
        (),
        picture="trees_spring",
        is_invented=False,
    ),
    Example(
        "rudolstadt-wanderbaumallee",
        "Eine Allee auf Zeit",
        "Rudolstadt",
        "Auch Rudolstadt wurde 2024 für die Wanderbaumallee ausgewählt.",
        "square",
        ("wanderbaeume", "markt-beleben"),
        (("municipality", "Stadtverwaltung"), ("business", "")),
        "to_25000",
        (2024, None),
        "Die Läden stellen Stühle dazu, wo Schatten ist.",
        (),
        picture="trees_autumn",
        is_invented=False,
    ),
    Example(
        "schmalkalden-laden-auf-zeit",
        "Drei Monate Probe, dann für immer",
        "Schmalkalden",
        "Ein leerer Schuhladen wird zur Werkstatt für junge Betriebe, erst auf Zeit, dann auf Dauer.",
        "shop",
        ("zwischennutzung", "eigentuemer-ansprechen"),
        (("economy", "Stadtmarketing"), ("owner", ""), ("business", "Drei junge Betriebe")),
        "to_25000",
        (2024, 2025),
        "Zwei der drei Betriebe haben einen festen Mietvertrag unterschrieben.",
        picture="lane",
    ),
    Example(
        "altenburg-obergeschosse",
        "Eine Treppe für drei Häuser",
        "Altenburg",
        "Drei Nachbarhäuser teilen sich ein neues Treppenhaus. Über den Läden wohnen wieder Menschen.",
        "upper_floors",
        ("umbau-wohnen", "eigentuemer-ansprechen"),
        (("housing", "Wohnungsunternehmen"), ("owner", "Drei Familien"), ("municipality", "Bauamt")),
        "more",
        (2021, 2024),
        "Elf Wohnungen sind vermietet, die Straße ist abends hell.",
        picture="roofs",
    ),
    Example(
        "soemmerda-bibliothek",
        "Bücher statt Stoffballen",
        "Sömmerda",
        "In das alte Kaufhaus zieht unten die Bibliothek, oben das Bürgerbüro.",
        "department_store",
        ("sozialer-treff",),
        (("municipality", "Stadtverwaltung"), ("culture", "Stadtbibliothek")),
        "more",
        (2022, 2025),
        "Jede Woche kommen mehr Menschen als früher an einem langen Samstag.",
        picture="hall",
    ),
    Example(
        "greiz-feierabendmarkt",
        "Mittwochs bleibt die Stadt länger wach",
        "Greiz",
        "Ein Feierabendmarkt mit zwölf Ständen bringt mittwochs Leben auf den Platz.",
        "square",
        ("markt-beleben",),
        (("business", "Händlerkreis"), ("association", "Kulturverein")),
        "to_5000",
        (2024, None),
        "Fünf Läden haben ihre Öffnungszeiten angepasst.",
        picture="night_market",
    ),
    Example(
        "bad-langensalza-kataster",
        "Die Karte, auf der alle suchen",
        "Bad Langensalza",
        "Studierende erfassten an vier Tagen jeden leeren Laden. Seitdem weiß die Stadt, was fehlt.",
        "shop",
        ("leerstandskataster",),
        (("municipality", "Stadtverwaltung"), ("culture", "Hochschule")),
        "to_5000",
        (2024, 2024),
        "Vier Läden wurden vermietet, weil die Anfrage endlich zum Raum passte.",
        picture="survey",
    ),
    Example(
        "meiningen-jugendcafe",
        "Aus dem Schuhladen wird ein Jugendcafé",
        "Meiningen",
        "Ein Verein pachtet einen Eckladen. Jugendliche bauen ihn um und führen ihn selbst.",
        "shop",
        ("sozialer-treff", "zwischennutzung"),
        (("association", "Jugendverein"), ("owner", "")),
        "to_100000",
        (2023, None),
        "An fünf Nachmittagen in der Woche ist das Café voll.",
        picture="stairs",
    ),
)
