"""How near two examples are: a shared measure counts most, then the kind of vacancy, then the size of the town."""

from __future__ import annotations

SHARED_MEASURE = 4
SAME_VACANCY = 3
SAME_SIZE = 1
