"""Why a register file is refused and why one of its rows is left out, said to the person who reads it in."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.core.refusals import Refused
from cms.places.domain.register import Defect

DEFECTS = {
    Defect.KEY: _("Der Schlüssel hat keine acht Ziffern."),
    Defect.NAME: _("Der Name fehlt oder ist zu lang."),
    Defect.KIND: _("Das Textkennzeichen ist unbekannt."),
    Defect.POPULATION: _("Die Bevölkerung fehlt oder ist keine ganze Zahl."),
    Defect.AREA: _("Die Fläche fehlt oder ist keine Zahl."),
    Defect.COORDINATES: _("Die Koordinaten fehlen oder liegen nicht in Deutschland."),
    Defect.UNINHABITED: _("Unbewohntes gemeindefreies Gebiet."),
    Defect.TWICE: _("Der Schlüssel kommt in der Datei zweimal vor."),
}


def unreadable() -> Refused:
    """Not a workbook, or a damaged one."""
    return Refused(
        "unreadable",
        _("Die Datei lässt sich nicht als Excel-Arbeitsmappe (.xlsx) lesen. Laden Sie sie noch einmal herunter."),
        field="file",
    )


def too_large(megabytes: int) -> Refused:
    """Larger than any register."""
    return Refused(
        "too_large",
        _("Die Datei ist größer als {megabytes} MB. Das Gemeindeverzeichnis hat etwa 2 MB.").format(
            megabytes=megabytes
        ),
        field="file",
    )


def bomb() -> Refused:
    """Unpacks to more than any register."""
    return Refused(
        "bomb",
        _("Die Datei wird beim Entpacken übermäßig groß. Das ist nicht das Gemeindeverzeichnis."),
        field="file",
    )


def has_formulas(cell: str) -> Refused:
    """The register holds figures, no formulas."""
    return Refused(
        "formulas",
        _("Die Zelle {cell} enthält eine Formel. Das amtliche Verzeichnis enthält nur Werte.").format(cell=cell),
        field="file",
    )


def other_layout(sheets: Sequence[str], missing: Sequence[tuple[str, str, str]]) -> Refused:
    """No sheet has the headings of the register."""
    lines = [
        _("{cell}: erwartet „{expected}“, gefunden „{found}“").format(
            cell=cell, expected=expected, found=found or str(_("leer"))
        )
        for cell, expected, found in missing[:4]
    ]
    more = len(missing) - len(lines)
    if more > 0:
        lines.append(ngettext("und eine weitere Stelle", "und %(n)d weitere Stellen", more) % {"n": more})
    intro = _(
        "Das ist nicht die Tabelle „Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl“ des "
        "Statistischen Bundesamts. Blätter der Datei: {sheets}. {lines}."
    )
    return Refused(
        "other_layout", intro.format(sheets=", ".join(sheets) or "–", lines="; ".join(map(str, lines))), field="file"
    )


def no_such_land(land: str) -> Refused:
    """The right table, but nothing of the land that was asked for."""
    return Refused(
        "no_such_land",
        _("Die Datei enthält keine Gemeinden des Landes mit dem Schlüssel {land}.").format(land=land),
        field="file",
    )


def wrong_land() -> Refused:
    """A land's key has two digits."""
    return Refused("wrong_land", _("Der Schlüssel des Landes hat zwei Ziffern, Thüringen zum Beispiel 16."))


def unknown_place(typed: str) -> Refused:
    """No town is called like that."""
    return Refused(
        "unknown_place",
        _("„{typed}“ finden wir nicht im Verzeichnis. Bitte wählen Sie einen Ort aus der Liste.").format(typed=typed),
    )


def ambiguous_place(labels: Sequence[str]) -> Refused:
    """Several towns share the name."""
    return Refused(
        "ambiguous_place",
        _("Diesen Ort gibt es mehrfach. Welchen meinen Sie? {labels}").format(labels=" · ".join(labels)),
    )
