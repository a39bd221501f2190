"""One photo from stored bytes to public sizes. Runs in the child only: it calls decoders."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from PIL.Image import Image, Resampling

from cms.core.images.fingerprint import difference_hash
from cms.core.images.limits import RENDITION_WIDTHS
from cms.core.images.metadata import read_facts
from cms.core.images.pixels import is_lying, open_picture, upright_srgb
from cms.core.images.renditions import rendition_size

WEBP: dict[str, Any] = {"format": "WEBP", "quality": 78, "method": 4}
JPEG: dict[str, Any] = {"format": "JPEG", "quality": 80}


class OtherThanPromised(Exception):
    """The decoder sees another picture than the header announced."""


class Animated(Exception):
    """The decoder found several pictures where one was announced."""


def develop(file: BinaryIO, container: str, size: tuple[int, int]) -> tuple[dict[str, object], list[bytes]]:
    """Facts and encoded sizes of the photo; `size` is what the header promised.

    Raises whatever the decoder raises at a broken file.
    """
    picture = open_picture(file, container)
    if picture.size not in {size, size[::-1]}:
        raise OtherThanPromised
    if container != "HEIF" and getattr(picture, "n_frames", 1) > 1:
        raise Animated
    facts = read_facts(picture)
    width, height = picture.size[::-1] if is_lying(facts.orientation) else picture.size
    largest = upright_srgb(picture, rendition_size(width, height, RENDITION_WIDTHS[-1]), facts.orientation)
    picture.close()
    renditions, smallest = _encoded(largest, (width, height))
    packet = {
        "width": width,
        "height": height,
        "colour": "#{:02x}{:02x}{:02x}".format(*smallest.resize((1, 1), Resampling.BOX).tobytes()),
        "dhash": difference_hash(smallest),
        "taken_at": facts.taken_at.isoformat() if facts.taken_at else None,
        "latitude": facts.latitude,
        "longitude": facts.longitude,
        "lengths": {key: len(data) for key, data in renditions.items()},
        "peak_kib": _peak_kib(),
    }
    return packet, list(renditions.values())


def _encoded(largest: Image, size: tuple[int, int]) -> tuple[dict[str, bytes], Image]:
    """Every size in both formats, each made from the next larger one, and the smallest picture itself."""
    renditions: dict[str, bytes] = {}
    picture = largest
    for wanted in reversed(RENDITION_WIDTHS):
        wanted_size = rendition_size(*size, wanted)
        if picture.size != wanted_size:
            picture = picture.resize(wanted_size, Resampling.LANCZOS)
        for ext, options in (("webp", WEBP), ("jpg", JPEG)):
            out = BytesIO()
            picture.save(out, **options)
            renditions[f"{wanted}.{ext}"] = out.getvalue()
    return renditions, picture


def _peak_kib() -> int:
    """Most memory ever resident in this process, 0 where the system doesn't tell."""
    try:
        with Path("/proc/self/status").open() as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmHWM:")), 0)
    except FileNotFoundError:
        return 0
