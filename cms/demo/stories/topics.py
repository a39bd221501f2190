"""The topics that hold news, documents and dates together."""

from __future__ import annotations

# address → name
TOPICS: dict[str, str] = {
    "leerstand": "Leerstand",
    "klima": "Klima",
    "wohnen": "Wohnen",
    "beteiligung": "Beteiligung",
    "foerderung": "Förderung",
    "buendnis": "Bündnis",
}
# news by the last part of their address → topics
NEWS_TOPICS: dict[str, tuple[str, ...]] = {
    "was-eine-strasse-abends-wach-haelt": ("wohnen",),
    "neun-neue-partner": ("buendnis",),
    "foerderwegweiser-frisch-geprueft": ("foerderung",),
    "giesspaten-gesucht": ("klima", "beteiligung"),
    "kompass-fuer-den-leerstand": ("leerstand",),
    "essbare-stadt-muehlhausen": ("klima", "beteiligung"),
    "leerstand-als-chance-geht-weiter": ("leerstand",),
    "wanderbaumallee-zweite-runde": ("klima",),
    "sommertreffen-in-erfurt": ("buendnis",),
}
# documents by title → topics
PAPER_TOPICS: dict[str, tuple[str, ...]] = {
    "Die Innenstadt von morgen": ("buendnis", "wohnen"),
    "Zwischenbericht November 2023": ("buendnis", "klima"),
    "Dokumentation des Auftakts 2023": ("buendnis",),
    "Bericht der Ministerkonferenz zur Innenstadt": ("foerderung",),
    "Bündniserklärung": ("buendnis",),
    "Händlerbefragung 2022/23": ("leerstand",),
    "Handelsstudie bis 2030": ("leerstand", "foerderung"),
    "Positionspapier des Bündnisses, Entwurf": ("buendnis", "foerderung"),
}
