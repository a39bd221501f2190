"""What a photo may be at most, and what working on it may cost."""

from __future__ import annotations

MIB = 1024 * 1024

MAX_BYTES = 25 * MIB
MAX_PIXELS = 60_000_000
MAX_SIDE = 12_000
MIN_SHORT_SIDE = 1_200

RENDITION_WIDTHS = (480, 960, 1600)
"""Widths of the public sizes in pixels; a narrower photo keeps its own width (see `renditions`)."""

# The child that decodes. A phone's 12 megapixels stay far below 400 MB; the bound leaves room for the costliest
# photo that the header check lets through: 60 megapixels of WebP, whose decoder keeps two canvases.
CHILD_MEMORY = 1_280 * MIB
CHILD_CPU_SECONDS = 15
CHILD_WALL_SECONDS = 40
CHILD_OUTPUT = 32 * MIB
