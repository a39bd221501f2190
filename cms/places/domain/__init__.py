"""What is true of places: names as people type them, size classes, distances."""

from __future__ import annotations

from cms.places.domain.distance import distance_km
from cms.places.domain.names import fold_name, short_name
from cms.places.domain.size import SIZE_BOUNDS, size_class, size_class_limits

__all__ = ["SIZE_BOUNDS", "distance_km", "fold_name", "short_name", "size_class", "size_class_limits"]
