"""Broken and hostile files end in a sentence: never in a crash, a hang or a half picture."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cms.core.images import PhotoReason, PhotoRefused, ProcessedPhoto, processing
from cms.core.images.headers import is_bare
from cms.core.images.limits import MIB
from cms.core.images.processing import ROOT
from tests.core.images.conftest import Process, opened
from tests.core.images.pictures import (
    FORMATS,
    SIZE,
    jpeg_with_size,
    plain,
    png_chunk,
    png_of,
    quarters,
    saved,
    talkative,
)

BROKEN = {PhotoReason.DAMAGED, PhotoReason.UNSUPPORTED, PhotoReason.TOO_HEAVY}


def refused(process: Process, data: bytes) -> PhotoReason:
    with pytest.raises(PhotoRefused) as caught:
        process(data)
    return caught.value.reason


def outcome(process: Process, data: bytes) -> ProcessedPhoto | PhotoReason:
    try:
        return process(data)
    except PhotoRefused as refusal:
        return refusal.reason


def is_harmless(result: ProcessedPhoto | PhotoReason) -> bool:
    """A refusal as damaged, or a photo that was made within modest memory and is bare."""
    if isinstance(result, PhotoReason):
        return result in BROKEN
    return result.peak_kib < 400 * 1024 and all(is_bare(data) for data in result.renditions.values())


@cache
def busy(kind: str) -> bytes:
    """A picture whose data fill the file from end to end."""
    return saved(Image.effect_noise((325, 305), 60).convert("RGB").resize((1300, 1220)), kind)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("share", [0.02, 0.6, 0.995])
def test_a_truncated_photo_is_refused(process: Process, kind: str, share: float) -> None:
    data = busy(kind)
    assert refused(process, data[: int(len(data) * share)]) in BROKEN


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_whose_last_bytes_are_missing_is_whole_or_refused(process: Process, kind: str) -> None:
    whole = process(plain(kind))
    for missing in (1, 2):
        result = outcome(process, plain(kind)[:-missing])
        assert result in tuple(BROKEN) or result == replace(whole, peak_kib=result.peak_kib)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_polyglot_is_only_a_photo_afterwards(process: Process, kind: str) -> None:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("index.html", "<script>alert(1)</script>")
    photo = process(plain(kind) + archive.getvalue())
    for data in photo.renditions.values():
        assert is_bare(data)
        assert not zipfile.is_zipfile(BytesIO(data))
        assert b"script" not in data


def test_a_png_that_unpacks_to_far_more_than_its_picture_is_harmless(process: Process) -> None:
    """120 MB of zeros behind the rows of a small picture."""
    rows = zlib.compress(bytes((SIZE[0] * 3 + 1) * SIZE[1]) + bytes(120 * MIB), 9)
    assert is_harmless(outcome(process, png_of(*SIZE, png_chunk(b"IDAT", rows))))


@pytest.mark.parametrize("kind", [b"iCCP", b"zTXt"])
def test_a_png_with_a_bomb_in_a_text_is_harmless(process: Process, kind: bytes) -> None:
    bomb = png_chunk(kind, b"x\0\0" + zlib.compress(bytes(200 * MIB), 9))
    rows = png_chunk(b"IDAT", zlib.compress(bytes((SIZE[0] * 3 + 1) * SIZE[1])))
    assert is_harmless(outcome(process, png_of(*SIZE, bomb, rows)))


def test_a_header_that_promises_another_size_than_the_picture_is_refused(process: Process) -> None:
    """The second frame header is the one that the decoder believes."""
    data = plain("JPEG")
    at = data.index(b"\xff\xc0")
    frame = bytearray(data[at : at + 19])
    frame[5:9] = struct.pack(">HH", 60_000, 60_000)
    assert refused(process, data[: at + 19] + bytes(frame) + data[at + 19 :]) in BROKEN


def test_a_jpeg_that_claims_60_megapixels_and_holds_few_is_harmless(process: Process) -> None:
    assert is_harmless(outcome(process, jpeg_with_size(12_000, 5_000)))


def test_a_jpeg_of_endless_scans_ends_in_time(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    """A progressive picture that repeats its last scan until the file is full."""
    monkeypatch.setattr(processing, "CHILD_WALL_SECONDS", 3)
    data = saved(quarters((5000, 5000)), "JPEG", progressive=True)
    start = data.rindex(b"\xff\xda")
    scan = data[start:-2]
    begun = time.monotonic()
    assert refused(process, data[:start] + scan * min(20_000, 20 * MIB // len(scan)) + b"\xff\xd9") in BROKEN
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("changes", [1, 40, 400])
def test_random_damage_never_crashes(process: Process, kind: str, changes: int) -> None:
    rnd = random.Random(f"{kind}{changes}")
    broken = bytearray(busy(kind))
    for _ in range(changes):
        broken[rnd.randrange(2, len(broken))] = rnd.randrange(256)
    assert is_harmless(outcome(process, bytes(broken)))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_broken_exif_costs_no_photo(process: Process, kind: str) -> None:
    for exif in (
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 60,
        b"Exif\0\0",
        b"\0" * 30,
    ):
        photo = process(saved(quarters(), kind, exif=exif))
        assert (photo.taken_at, photo.latitude) == (None, None)


def test_a_disguised_file_is_told_by_its_content(process: Process) -> None:
    assert refused(process, saved(quarters(mode="P"), "GIF")) is PhotoReason.GIF


# --- the child ----------------------------------------------------------------------------------------------------


def in_a_bound_child(code: str) -> subprocess.CompletedProcess[str]:
    program = f"from cms.core.images.worker import bind; bind()\n{code}"
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_the_child_starts_without_the_framework() -> None:
    code = "import sys, cms.core.images.developing; print([name for name in sys.modules if name.startswith('django')])"
    assert in_a_bound_child(code).stdout.strip() == "[]"


def test_the_child_cannot_take_more_memory_than_allowed() -> None:
    assert "MemoryError" in in_a_bound_child("bytearray(2 * 1024**3)").stderr


def test_the_child_cannot_write_more_than_allowed(tmp_path: Path) -> None:
    target = tmp_path / "flood"
    done = in_a_bound_child(f"open({str(target)!r}, 'wb').write(bytes(40 * 1024**2))")
    assert "File too large" in done.stderr
    assert target.stat().st_size <= 32 * MIB


def test_the_child_dies_of_too_much_work(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    assert in_a_bound_child(code).returncode in {-9, -24}


def _stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """Another program in the place of the child."""
    (tmp_path / "stand_in.py").write_text(code)
    monkeypatch.setattr(processing, "_WORKER", "stand_in")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


@pytest.mark.parametrize(
    "code, reason",
    [
        ("import time; time.sleep(60)", PhotoReason.TOO_HEAVY),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", PhotoReason.TOO_HEAVY),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", PhotoReason.DAMAGED),
        ("import os; os.abort()", PhotoReason.DAMAGED),
        ("raise SystemExit(10)", PhotoReason.ANIMATED),
        ("raise SystemExit(11)", PhotoReason.TOO_HEAVY),
        ("raise ZeroDivisionError", PhotoReason.DAMAGED),
        ("pass", PhotoReason.DAMAGED),
        ("print('{}' * 1000)", PhotoReason.DAMAGED),
        ("import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\2{}')", PhotoReason.DAMAGED),
        ("import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\2[]')", PhotoReason.DAMAGED),
    ],
)
def test_whatever_the_child_does_is_a_refusal(
    process: Process, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, reason: PhotoReason
) -> None:
    _stand_in(monkeypatch, tmp_path, code)
    monkeypatch.setattr(processing, "CHILD_WALL_SECONDS", 2)
    assert refused(process, plain("JPEG")) is reason


@pytest.mark.parametrize(
    "lie",
    [
        "packet['width'] = 3",
        "packet['colour'] = 'red;}'",
        "packet['dhash'] = 1 << 64",
        "packet['dhash'] = '1'",
        "packet['latitude'] = float('nan')",
        "packet['longitude'] = 500.0",
        "packet['taken_at'] = 'gestern'",
        "packet['taken_at'] = '2026-01-01T00:00:00'",
        "packet['lengths'].pop('480.jpg')",
        "packet['lengths']['../../x.jpg'] = 0",
        "blobs[-1] += b'PK'",
        "blobs[0] += b'PK'; packet['lengths'][next(iter(packet['lengths']))] += 2",
        "blobs.reverse()",
    ],
)
def test_a_child_that_lies_is_not_believed(
    process: Process, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lie: str
) -> None:
    _stand_in(
        monkeypatch,
        tmp_path,
        "import json, os, sys\n"
        "from cms.core.images.developing import develop\n"
        "packet, blobs = develop(os.fdopen(0, 'rb'), sys.argv[1], (int(sys.argv[2]), int(sys.argv[3])))\n"
        f"{lie}\n"
        "head = json.dumps(packet).encode()\n"
        "sys.stdout.buffer.write(len(head).to_bytes(4) + head + b''.join(blobs))\n",
    )
    assert refused(process, plain("JPEG")) is PhotoReason.DAMAGED


def test_a_child_that_cannot_start_asks_for_patience(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processing.sys, "executable", "/nowhere/python")
    assert refused(process, plain("JPEG")) is PhotoReason.BUSY


def test_the_child_inherits_no_secret(process: Process, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "nicht weitersagen")
    seen = tmp_path / "seen"
    _stand_in(monkeypatch, tmp_path, f"import os; open({str(seen)!r}, 'w').write(repr(dict(os.environ)))")
    assert refused(process, talkative("JPEG")) is PhotoReason.DAMAGED
    assert "nicht weitersagen" not in seen.read_text()
    assert "MALLOC_ARENA_MAX" in seen.read_text()


def test_the_log_names_no_content(
    process: Process, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _stand_in(monkeypatch, tmp_path, "raise ValueError('x' * 5000)")
    assert refused(process, plain("JPEG")) is PhotoReason.DAMAGED
    assert len(caplog.messages) == 1
    assert len(caplog.messages[0]) < 600


def test_the_largest_photo_of_each_format_stays_within_the_bounds(process: Process) -> None:
    photo = process(saved(Image.new("RGB", (12_000, 5_000), "teal"), "WEBP"))
    assert (photo.width, photo.height) == (12_000, 5_000)
    assert opened(photo.renditions["1600.webp"]).size == (1600, 667)
