"""From an uploaded photo to its public sizes: the decoder lives in a bound child, and its word is checked."""

from __future__ import annotations

import json
import logging
import math
import os
import re
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from cms.core.images.headers import HeaderProblem, is_bare, read_header
from cms.core.images.limits import CHILD_WALL_SECONDS
from cms.core.images.refusals import PhotoReason, PhotoRefused
from cms.core.images.renditions import RENDITION_KEYS, rendition_size
from cms.core.images.uploads import Inspected, inspect_upload
from cms.core.images.worker import EXIT_ANIMATED, EXIT_TOO_HEAVY

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[3]
_WORKER = "cms.core.images.worker"
_KEPT_ENVIRONMENT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "TZDIR")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LOG_TAIL = 400
_REASON_OF_EXIT = {
    EXIT_ANIMATED: PhotoReason.ANIMATED,
    EXIT_TOO_HEAVY: PhotoReason.TOO_HEAVY,
    -signal.SIGXCPU: PhotoReason.TOO_HEAVY,
    -signal.SIGKILL: PhotoReason.TOO_HEAVY,
    -signal.SIGALRM: PhotoReason.TOO_HEAVY,
}


@dataclass(frozen=True, slots=True)
class ProcessedPhoto:
    """An upright photo: size in pixels, mean colour "#rrggbb", signed 64-bit difference hash, what the camera noted
    (`taken_at` aware, position in degrees, each None when unknown) and the encoded sizes by "480.webp" … "1600.jpg"."""

    width: int
    height: int
    colour: str
    dhash: int
    taken_at: datetime | None
    latitude: float | None
    longitude: float | None
    renditions: dict[str, bytes]
    peak_kib: int = 0


def process_photo(path: str | os.PathLike[str]) -> ProcessedPhoto:
    """Decode a local file in a child process; PhotoRefused for whatever is wrong with it, within a minute."""
    with Path(path).open("rb") as file:
        inspected = inspect_upload(file)
        packet = run_child(file, inspected)
    try:
        return _unpacked(packet, inspected)
    except (ValueError, KeyError, TypeError, HeaderProblem) as error:
        logger.error("photo child sent a packet that does not hold: %s", type(error).__name__)
        raise PhotoRefused(PhotoReason.DAMAGED) from error


def run_child(file: IO[bytes], inspected: Inspected, worker: str = "") -> bytes:
    """What the child wrote. It inherits no secret, gets the photo as stdin and writes into an unnamed file."""
    command = [sys.executable, "-m", worker or _WORKER, inspected.format, str(inspected.width), str(inspected.height)]
    environment = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    environment["MALLOC_ARENA_MAX"] = "1"  # threads would reserve address space that the bound counts
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        try:
            done = subprocess.run(  # noqa: S603 - the command is ours alone
                command,
                stdin=file,
                stdout=out,
                stderr=errors,
                cwd=ROOT,
                env=environment,
                timeout=CHILD_WALL_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            logger.warning("photo child took too long (%s)", inspected)
            raise PhotoRefused(PhotoReason.TOO_HEAVY) from error
        except OSError as error:
            logger.exception("photo child could not be started")
            raise PhotoRefused(PhotoReason.BUSY) from error
        if done.returncode != 0:
            logger.warning("photo child ended with %s (%s): %s", done.returncode, inspected, _last_words(errors))
            raise PhotoRefused(_REASON_OF_EXIT.get(done.returncode, PhotoReason.DAMAGED))
        out.seek(0)
        return out.read()


def _last_words(errors: IO[bytes]) -> str:
    size = errors.seek(0, 2)
    errors.seek(max(0, size - _LOG_TAIL))
    return errors.read().decode(errors="replace").strip().rpartition("\n")[2]


def _unpacked(packet: bytes, inspected: Inspected) -> ProcessedPhoto:
    """The child's packet, every value checked: a decoder taken over must not smuggle anything into public files."""
    start = 4 + int.from_bytes(packet[:4])
    head: dict[str, Any] = json.loads(packet[4:start])
    width, height = head["width"], head["height"]
    _require((width, height) in {(inspected.width, inspected.height), (inspected.height, inspected.width)})
    _require(_COLOUR.fullmatch(head["colour"]) is not None)
    _require(isinstance(head["dhash"], int) and -(1 << 63) <= head["dhash"] < 1 << 63)
    taken_at = datetime.fromisoformat(head["taken_at"]) if head["taken_at"] is not None else None
    _require(taken_at is None or taken_at.tzinfo is not None)
    return ProcessedPhoto(
        width=width,
        height=height,
        colour=head["colour"],
        dhash=head["dhash"],
        taken_at=taken_at,
        latitude=_coordinate(head["latitude"], 90),
        longitude=_coordinate(head["longitude"], 180),
        renditions=_renditions(packet[start:], head["lengths"], (width, height)),
        peak_kib=int(head["peak_kib"]),
    )


def _renditions(body: bytes, lengths: dict[str, int], size: tuple[int, int]) -> dict[str, bytes]:
    _require(set(lengths) == set(RENDITION_KEYS))
    renditions: dict[str, bytes] = {}
    position = 0
    for key, length in lengths.items():
        renditions[key] = data = body[position : position + length]
        position += length
        wanted, _, ext = key.partition(".")
        header = read_header(BytesIO(data))
        _require((header.width, header.height) == rendition_size(*size, int(wanted)))
        _require(header.format == {"webp": "WEBP", "jpg": "JPEG"}[ext] and is_bare(data))
    _require(position == len(body))
    return renditions


def _coordinate(value: float | None, limit: int) -> float | None:
    _require(value is None or (isinstance(value, float) and math.isfinite(value) and abs(value) <= limit))
    return value


def _require(condition: bool) -> None:
    if not condition:
        raise ValueError("unexpected value")
