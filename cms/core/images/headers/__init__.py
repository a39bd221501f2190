"""Format and size of a photo, read from its first bytes by hand: no decoder sees a file before this says yes."""

from __future__ import annotations

from cms.core.images.headers.bare import is_bare
from cms.core.images.headers.detect import read_header
from cms.core.images.headers.problem import Header, HeaderProblem

__all__ = ["Header", "HeaderProblem", "is_bare", "read_header"]
