"""What can be done with the register of municipalities."""

from __future__ import annotations

from cms.places.actions.importing import ImportReport, import_register
from cms.places.actions.namesakes import mark_namesakes

__all__ = ["ImportReport", "import_register", "mark_namesakes"]
