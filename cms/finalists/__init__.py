"""The one bridge between campaigns and competitions: a campaign's shortlist becomes a jury's candidates."""

from __future__ import annotations

from cms.finalists.bridge import hand_over, hand_over_to_new, open_final_for, take_over

__all__ = ["hand_over", "hand_over_to_new", "open_final_for", "take_over"]
