"""Every one of the eight orientations ends upright, in every format."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from cms.core.images.developing import develop
from tests.core.images.pictures import CORNERS, FORMATS, STORED, corners_of, talkative

SIZE = (520, 488)  # too small for an upload, quick to develop


@pytest.mark.parametrize("orientation", sorted(STORED))
@pytest.mark.parametrize("kind", FORMATS)
def test_orientation_is_applied(kind: str, orientation: int) -> None:
    stored = SIZE[::-1] if orientation >= 5 else SIZE
    facts, files = develop(BytesIO(talkative(kind, orientation, SIZE)), kind, stored)
    assert (facts["width"], facts["height"]) == SIZE
    for data in files:
        shown = corners_of(Image.open(BytesIO(data)))
        for name, colour in CORNERS.items():
            assert max(abs(a - b) for a, b in zip(shown[name], colour, strict=True)) <= 10, name


def test_orientation_beyond_the_eight_counts_as_none() -> None:
    data = talkative("JPEG", 1, SIZE)
    for wrong in (0, 9, 65_535):
        broken = data.replace(
            b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01", b"\x01\x12\x00\x03\x00\x00\x00\x01" + wrong.to_bytes(2)
        )
        assert broken != data
        facts, _ = develop(BytesIO(broken), "JPEG", SIZE)
        assert (facts["width"], facts["height"]) == SIZE
