"""What a size class is called, in the language of the moment."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from cms.places.domain import size_class_limits


def size_class_label(index: int, bounds: Sequence[int]) -> str:
    """Return „bis 5.000“, „5.001 bis 15.000“ … „über 30.000“ for the class INDEX; IndexError outside."""
    lowest, highest = size_class_limits(index, bounds)
    if highest is None:
        return _("über %(bound)s") % {"bound": _grouped(bounds[-1])} if bounds else _("alle Größen")
    if lowest is None:
        return _("bis %(bound)s") % {"bound": _grouped(highest)}
    return _("%(lowest)s bis %(highest)s") % {"lowest": _grouped(lowest), "highest": _grouped(highest)}


def _grouped(number: int) -> str:
    return number_format(number, use_l10n=True, force_grouping=True)
