"""Where names go on a map: the most important first, each beside its dot, none over another name or marked dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LETTER = 0.56  # mean width of a letter of the bold grotesque, in font sizes
GAP = 0.35


@dataclass(frozen=True)
class Spot:
    """A marked dot that wants its name beside it."""

    x: float
    y: float
    radius: float
    text: str


@dataclass(frozen=True)
class Label:
    """Where a name starts (anchor „start“), ends („end“) or has its middle; y is the base line."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def hits(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def place_labels(spots: Sequence[Spot], *, size: float, width: float, height: float) -> list[Label | None]:
    """Return a label for each spot, or None where there is no room; earlier spots choose first. In drawing units."""
    dots = [_Box(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    taken: list[_Box] = []
    labels: list[Label | None] = []
    for index, spot in enumerate(spots):
        others = [*taken, *(dot for place, dot in enumerate(dots) if place != index)]
        chosen = _first_free(spot, size, width, height, others)
        labels.append(chosen[0] if chosen else None)
        if chosen:
            taken.append(chosen[1])
    return labels


def _first_free(
    spot: Spot, size: float, width: float, height: float, others: Sequence[_Box]
) -> tuple[Label, _Box] | None:
    for label, box in _candidates(spot, size):
        inside = box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height
        if inside and not any(box.hits(other) for other in others):
            return label, box
    return None


def _candidates(spot: Spot, size: float) -> list[tuple[Label, _Box]]:
    """Right, left, above, below; then the corners."""
    length, gap = len(spot.text) * size * LETTER, size * GAP
    off = spot.radius + gap
    places = (
        ("start", spot.x + off, spot.y + size * 0.34),
        ("end", spot.x - off, spot.y + size * 0.34),
        ("middle", spot.x, spot.y - off),
        ("middle", spot.x, spot.y + off + size * 0.75),
        ("start", spot.x + off * 0.6, spot.y - off * 0.6),
        ("start", spot.x + off * 0.6, spot.y + off * 0.6 + size * 0.7),
        ("end", spot.x - off * 0.6, spot.y - off * 0.6),
        ("end", spot.x - off * 0.6, spot.y + off * 0.6 + size * 0.7),
    )
    shift = {"start": 0.0, "middle": length / 2, "end": length}
    found = []
    for anchor, x, y in places:
        left = x - shift[anchor]
        found.append((Label(x, y, anchor), _Box(left, y - size * 0.8, left + length, y + size * 0.25)))
    return found
