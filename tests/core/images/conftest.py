"""A photo goes through the pipeline as a file, as it does in the house."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cms.core.images import PhotoReason, PhotoRefused, ProcessedPhoto, inspect_upload, process_photo

Process = Callable[[bytes], ProcessedPhoto]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    def run(data: bytes) -> ProcessedPhoto:
        path = tmp_path / "upload"
        path.write_bytes(data)
        return process_photo(path)

    return run


def refusal_of(data: bytes) -> PhotoReason:
    """Why the first look refuses these bytes."""
    with pytest.raises(PhotoRefused) as caught:
        inspect_upload(BytesIO(data))
    return caught.value.reason


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image
