"""Views of towns that never were, drawn in the manner of travel posters; the same seed draws the same picture."""

from __future__ import annotations

from cms.demo.drawings.sheets import MOTIFS, drawn_svg, hero_svg, icon_svg, lights_of, palette_of

__all__ = ["MOTIFS", "drawn_svg", "hero_svg", "icon_svg", "lights_of", "palette_of"]
