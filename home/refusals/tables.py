"""Reasons of the domain in words fit to show."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.domain.tables import Fault, Problem

TABLE_FAULTS = {
    Fault.NO_HEAD: gettext_lazy(
        "Die erste Zeile muss die Überschriften enthalten: „AGS“ oder „Gemeinde“ und daneben der Wert."
    ),
    Fault.NO_VALUES: gettext_lazy("In der Tabelle steht kein einziger Wert."),
    Fault.NO_TOWN: gettext_lazy("Hier fehlt die Gemeinde. Tragen Sie den Schlüssel (AGS) oder den Namen ein."),
    Fault.UNKNOWN_KEY: gettext_lazy(
        "Den Schlüssel „{found}“ gibt es nicht. Er hat acht Ziffern, zum Beispiel 16051000."
    ),
    Fault.UNKNOWN_NAME: gettext_lazy("Eine Gemeinde „{found}“ gibt es im Gemeindeverzeichnis nicht."),
    Fault.AMBIGUOUS: gettext_lazy("„{found}“ gibt es mehrmals. Schreiben Sie dazu, welche gemeint ist: {other}."),
    Fault.DISAGREE: gettext_lazy("Schlüssel „{found}“ und Name „{other}“ gehören nicht zusammen."),
    Fault.TWICE: gettext_lazy("„{found}“ steht schon in Zeile {other}. Jede Gemeinde darf nur einmal vorkommen."),
    Fault.FORMULA: gettext_lazy("Hier steht eine Formel: {found}. Fügen Sie die Zelle als Wert ein."),
    Fault.NO_NUMBER: gettext_lazy("„{found}“ ist keine Zahl. Schreiben Sie zum Beispiel 12,5."),
    Fault.TOO_LARGE: gettext_lazy("Die Zahl {found} ist zu groß."),
}
LONGEST = 60


def said(problem: Problem) -> str:
    """Return „Zeile 7: …“, or the words alone when the whole table is meant."""
    words = str(TABLE_FAULTS[problem.fault]).format(found=problem.found[:LONGEST], other=problem.other[: 3 * LONGEST])
    return _("Zeile %(line)d: %(words)s") % {"line": problem.line, "words": words} if problem.line else words
