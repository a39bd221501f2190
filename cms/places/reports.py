"""What an import of the register has done, told in sentences: one source for the command and the admin."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.places.actions import ImportReport
from cms.places.models import Municipality
from cms.places.refusals import DEFECTS


def report_lines(report: ImportReport, *, details: bool = False) -> Iterator[str]:
    """Yield one sentence per kind of result; with DETAILS also one per municipality added."""
    stand = f"{report.as_of:%d.%m.%Y}" if report.as_of else _("nicht angegeben")
    yield _("Land {land}, Gebietsstand {date}.").format(land=report.land, date=stand)
    yield _("Neu: {n}").format(n=len(report.added))
    if details:
        yield from (f"  {name}" for name in report.added)
    yield _("Geändert: {n}").format(n=len(report.changed))
    for name, fields in report.changed.items():
        yield f"  {name}: {', '.join(field_labels(fields))}"
    yield _("Unverändert: {n}").format(n=report.unchanged)
    yield _("Nicht mehr im Verzeichnis: {n}").format(n=len(report.dissolved))
    yield from (f"  {name}" for name in report.dissolved)
    yield _("Übersprungen: {n}").format(n=len(report.skipped))
    for number, name, defect in report.skipped:
        yield "  " + _("Zeile {number}, {name}: {why}").format(number=number, name=name or "–", why=DEFECTS[defect])


def field_labels(names: list[str]) -> list[str]:
    """Return the German names of the fields."""
    return [str(Municipality._meta.get_field(name).verbose_name) for name in names]  # type: ignore[union-attr]
