"""A 12-megapixel JPEG to all sizes, against one bare decode, resize and encode of the same sizes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from cms.core.images import RENDITION_WIDTHS, process_photo, rendition_size
from cms.core.images.developing import JPEG, WEBP

SIZE = (4032, 3024)
ROUNDS = 5
AT_MOST_RATIO = 1.5
AT_MOST_MIB = 400


def run() -> dict[str, Any]:
    """Best of five rounds each; `memory_mib` is the most that the child ever held."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo.jpg"
        _picture().save(path, quality=92)
        bare, ours, peaks = [], [], []
        for _ in range(ROUNDS):
            bare.append(_seconds(lambda: _bare(path)))
            begun = time.perf_counter()
            peaks.append(process_photo(path).peak_kib / 1024)
            ours.append(time.perf_counter() - begun)
    ratio, memory = min(ours) / min(bare), max(peaks)
    return {
        "name": "12-megapixel JPEG to all sizes",
        "bare_seconds": round(min(bare), 3),
        "seconds": round(min(ours), 3),
        "ratio": round(ratio, 2),
        "at_most": AT_MOST_RATIO,
        "memory_mib": round(memory),
        "memory_at_most_mib": AT_MOST_MIB,
        "ok": ratio <= AT_MOST_RATIO and memory < AT_MOST_MIB,
    }


def _picture() -> Image.Image:
    """Detail and noise like a phone's, so that the decoder has work."""
    shapes = Image.effect_mandelbrot(SIZE, (-2.0, -1.2, 0.8, 1.2), 80).convert("RGB")
    return Image.blend(shapes, Image.effect_noise(SIZE, 60).convert("RGB"), 0.2)


def _bare(path: Path) -> None:
    """One decode with the decoder's own reduction, one resize after the other, one encode per file: no safety."""
    with Image.open(path) as picture:
        largest = rendition_size(*picture.size, RENDITION_WIDTHS[-1])
        picture.draft(None, largest)
        for width in reversed(RENDITION_WIDTHS):
            picture = picture.resize(rendition_size(*SIZE, width), Image.Resampling.LANCZOS)  # noqa: PLW2901
            for options in (WEBP, JPEG):
                picture.save(BytesIO(), **options)


def _seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(run())
