"""The drawn pictures of the alliance's own pages: name → title, alternative text and how each is drawn."""

from __future__ import annotations

from typing import Final, NamedTuple


class Drawing(NamedTuple):
    """What a picture is called, what it shows, and its motif, seed and light; the town by the river has neither."""

    title: str
    alt: str
    drawn: tuple[str, int, str] | None = None


SHELF: Final = {
    "hero": Drawing(
        "Stadt am Fluss, Tag",
        "Gezeichnete Stadtansicht: dichte Dächer, zwei Kirchtürme, eine Burg, vorn eine rote Bank",
    ),
    "hero_night": Drawing("Stadt am Fluss, Nacht", "Dieselbe Stadt bei Nacht, in vielen Fenstern brennt Licht"),
    "view": Drawing(
        "Bank am Aussichtspunkt",
        "Gezeichneter Aussichtspunkt mit Bank über Dächern und Fluss",
        ("overlook", 7, "goldene Stunde"),
    ),
    "castle": Drawing(
        "Burg über der Altstadt",
        "Gezeichneter Burgberg mit Kirchturm und dicht gestellten Dächern",
        ("castle_hill", 3, "abend"),
    ),
    "market": Drawing(
        "Marktplatz",
        "Gezeichneter Marktplatz mit Giebelhäusern, Brunnen, Ständen und einer Linde",
        ("market", 5, "mittag"),
    ),
    "evening": Drawing(
        "Straße am Abend",
        "Gezeichneter Platz am Abend mit warm erleuchteten Fenstern",
        ("windows", 4, "blaue Stunde"),
    ),
    "lane": Drawing(
        "Gasse in der Altstadt",
        "Gezeichnete Gasse zwischen hohen Häusern, am Ende ein Turm mit Uhr",
        ("lane", 6, "morgen"),
    ),
    "trees_spring": Drawing(
        "Bäume im Frühling",
        "Gezeichnete Wiese mit blühenden und grünen Bäumen, einer Bank und einem Pavillon vor der Stadt",
        ("park", 11, "frühling"),
    ),
    "trees_sun": Drawing(
        "Bäume in der Abendsonne",
        "Gezeichnete Wiese mit zwei großen Bäumen und einer Bank, hinter der Stadt steht die Sonne tief",
        ("park", 5, "goldene Stunde"),
    ),
    "trees_autumn": Drawing(
        "Bäume im Herbst",
        "Gezeichnete Wiese mit rotgelben Bäumen, einem Weg und einem Pavillon",
        ("park", 21, "herbst"),
    ),
    "trees_square": Drawing(
        "Tische unter Bäumen",
        "Gezeichneter Platz hinter einem Torbogen: Tische unter Sonnenschirmen, ein Baum, Wimpel zwischen Giebeln",
        ("courtyard", 8, "mittag"),
    ),
    "trees_gate": Drawing(
        "Bäume am Stadttor",
        "Gezeichnetes Stadttor mit Uhr zwischen zwei Bäumen, ein Weg führt hindurch",
        ("gate", 7, "morgen"),
    ),
    "shops": Drawing(
        "Häuserzeile am Fluss",
        "Gezeichnete Zeile schmaler Häuser mit Läden über den Bögen einer Brücke",
        ("merchants_bridge", 4, "morgen"),
    ),
    "dark_windows": Drawing(
        "Fenster bei Nacht",
        "Gezeichnete Fassade bei Nacht: In manchen Fenstern brennt Licht, viele sind dunkel",
        ("windows", 9, "nacht"),
    ),
    "roofs": Drawing(
        "Dächer im Morgenrot",
        "Gezeichnete Dächer bis zum Horizont, dazwischen drei Türme",
        ("rooftops", 3, "morgenrot"),
    ),
    "stairs": Drawing(
        "Treppe zwischen Häusern",
        "Gezeichnete breite Treppe zwischen zwei Häuserreihen, oben ein Baum",
        ("stairs", 2, "goldene Stunde"),
    ),
    "hall": Drawing(
        "Rathaus am Abend",
        "Gezeichnetes Rathaus mit Bögen und Uhr am Abend, davor Menschen auf dem Platz",
        ("town_hall", 6, "abend"),
    ),
    "garden": Drawing(
        "Beete vor der Stadt",
        "Gezeichnete Beete in langen Reihen, dahinter eine kleine Stadt mit Kirchturm",
        ("vineyard", 5, "herbst"),
    ),
    "night_market": Drawing(
        "Markt am Abend",
        "Gezeichneter Marktplatz in der Dämmerung: Stände mit Lichtern vor Fachwerkhäusern",
        ("market", 9, "blaue Stunde"),
    ),
    "survey": Drawing(
        "Blick auf alle Häuser",
        "Gezeichneter Blick von einer Wiese mit Bank auf die ganze Stadt, über ihr eine Burg",
        ("overlook", 3, "mittag"),
    ),
    "church": Drawing(
        "Weg zur Kirche",
        "Gezeichneter Weg zwischen Tannen zu einer Kirche, dahinter Häuser und Hügel",
        ("church", 4, "frühling"),
    ),
}
PICTURES: Final = {name: (picture.title, picture.alt) for name, picture in SHELF.items()}
VIEWS: Final = {name: picture.drawn for name, picture in SHELF.items() if picture.drawn}
