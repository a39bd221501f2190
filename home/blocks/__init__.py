"""What editors arrange: at most two levels, each block with a German name, a sentence of help and a preview."""

from __future__ import annotations

from home.blocks.body import BodyBlocks
from home.blocks.presenting import PrizeBlocks, QuestionBlocks
from home.blocks.sections import HomeSections

__all__ = ["BodyBlocks", "HomeSections", "PrizeBlocks", "QuestionBlocks"]
