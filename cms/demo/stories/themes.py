"""The themes of the city-centre contests, and which one each town's project is about."""

from __future__ import annotations

THEMES = ["Leerstand", "Klima", "Wohnen", "Handel und Handwerk", "Kultur und Treffpunkt"]
THEME_OF = {
    "Pößneck": "Klima",
    "Altenburg": "Klima",
    "Ilmenau": "Wohnen",
    "Greiz": "Handel und Handwerk",
    "Mühlhausen": "Handel und Handwerk",
    "Bad Sulza": "Kultur und Treffpunkt",
    "Sömmerda": "Kultur und Treffpunkt",
    "Meiningen": "Kultur und Treffpunkt",
    "Schmalkalden": "Kultur und Treffpunkt",
    "Leinefelde-Worbis": "Kultur und Treffpunkt",
}
"""The theme of a town's project; all others are about empty shops."""
