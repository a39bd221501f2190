"""The demo's newsletter: topics, an issue that was sent, one that is being written."""

from __future__ import annotations

from typing import Final

TOPICS: Final = (
    ("Neues aus dem Bündnis", "Nachrichten, Beschlüsse, neue Partner"),
    ("Termine", "Versammlungen, Sitzungen, Tage vor Ort"),
    ("Mitmachen und Wettbewerbe", "Fristen, Aufrufe, Ergebnisse"),
    ("Förderung und Praxis", "Programme, gute Beispiele, Leitfäden"),
)
SENT_SUBJECT: Final = "Wer jetzt mitmacht, und was daraus wird"
SENT_INTRO: Final = (
    "Guten Tag,\n\nim Jahreslauf wird es ruhiger, im Bündnis nicht: Eine Kampagne läuft, ein Wettbewerb nimmt "
    "Bewerbungen an, und drei Gruppen haben etwas vorzuzeigen.\n\nAlles Weitere steht unten, jedes Mal mit einem Satz "
    "und einem Link. Wenn Sie uns etwas erzählen wollen, antworten Sie einfach auf diese Mail."
)
DRAFT_SUBJECT: Final = "Was im nächsten Monat ansteht"
DRAFT_INTRO: Final = "Guten Tag,\n\nhier entsteht die nächste Ausgabe."
READERS: Final = tuple(
    f"{name}@example.org"
    for name in ("rathaus", "stadtmarketing", "bauamt", "gewerbeverein", "kulturhaus", "wohnen", "quartier", "presse")
)
