"""The municipalities of the official register."""

from __future__ import annotations

from cms.places.models.municipality import Municipality, MunicipalityQuerySet

__all__ = ["Municipality", "MunicipalityQuerySet"]
