"""A photo becomes six bare files and a few facts; nothing that the camera wrote survives."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from cms.core.images import RENDITION_WIDTHS, dhash_distance
from cms.core.images.headers import is_bare
from tests.core.images.conftest import Process, opened
from tests.core.images.pictures import CORNERS, FORMATS, SECRET, SIZE, corners_of, quarters, saved, talkative

KEYS = {"480.webp", "480.jpg", "960.webp", "960.jpg", "1600.webp", "1600.jpg"}
TRACES = (SECRET, b"Exif", b"EXIF", b"GPS", b"xmp", b"XMP", b"ICC", b"Adobe", b"http", b"PK\x03\x04")


def close_to(first: tuple[int, ...], second: tuple[int, ...], by: int = 10) -> bool:
    return max(abs(one - other) for one, other in zip(first, second, strict=True)) <= by


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_of_the_camera_survives(process: Process, kind: str) -> None:
    photo = process(talkative(kind, orientation=6))
    assert set(photo.renditions) == KEYS
    for key, data in photo.renditions.items():
        assert is_bare(data), key
        assert [trace for trace in TRACES if trace in data] == []
        image = opened(data)
        assert dict(image.getexif()) == {}
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background"} | (
            {"timestamp", "duration"} if key.endswith("webp") else set()
        )


@pytest.mark.parametrize("kind", FORMATS)
def test_place_and_time_are_read_first(process: Process, kind: str) -> None:
    photo = process(talkative(kind))
    assert photo.taken_at == datetime(2026, 5, 17, 18, 30, 5, tzinfo=ZoneInfo("Europe/Berlin"))
    assert photo.latitude == pytest.approx(50.977917, abs=1e-6)
    assert photo.longitude == pytest.approx(11.029500, abs=1e-6)


def test_facts_of_a_plain_photo(process: Process) -> None:
    photo = process(saved(Image.new("RGB", (2000, 1500), (10, 120, 200)), "PNG"))
    assert (photo.width, photo.height, photo.colour) == (2000, 1500, "#0a78c8")
    assert (photo.taken_at, photo.latitude, photo.longitude) == (None, None, None)
    assert photo.dhash == 0
    assert {key: opened(data).size for key, data in photo.renditions.items()} == {
        f"{width}.{ext}": (width, width * 3 // 4) for width in RENDITION_WIDTHS for ext in ("webp", "jpg")
    }


def test_a_photo_is_never_enlarged(process: Process) -> None:
    photo = process(saved(quarters((1200, 2400)), "JPEG"))
    assert opened(photo.renditions["1600.webp"]).size == (1200, 2400)
    assert opened(photo.renditions["960.jpg"]).size == (960, 1920)


def test_both_formats_show_the_same_picture(process: Process) -> None:
    photo = process(saved(quarters(), "PNG"))
    for data in photo.renditions.values():
        assert all(close_to(colour, CORNERS[name]) for name, colour in corners_of(opened(data)).items())


def test_the_same_picture_in_another_format_and_size_is_near(process: Process) -> None:
    picture = Image.effect_mandelbrot((1600, 1200), (-2.0, -1.2, 0.8, 1.2), 60).convert("RGB")
    first = process(saved(picture, "PNG"))
    second = process(saved(picture.resize((2400, 1800)), "JPEG", quality=60))
    mirrored = process(saved(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT), "PNG"))
    assert dhash_distance(first.dhash, second.dhash) <= 3
    assert dhash_distance(first.dhash, mirrored.dhash) > 10


def test_the_first_picture_of_a_multi_picture_jpeg_counts(process: Process, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "phone.jpg"
    quarters().save(path, format="MPO", save_all=True, append_images=[Image.new("RGB", SIZE, "white")])
    photo = process(path.read_bytes())
    assert all(
        close_to(colour, CORNERS[name]) for name, colour in corners_of(opened(photo.renditions["480.jpg"])).items()
    )


def test_a_heic_of_tiles_is_put_together(process: Process) -> None:
    photo = process(saved(quarters((2048, 1536)), "HEIF", tile_size=512))
    assert (photo.width, photo.height) == (2048, 1536)
    assert all(
        close_to(colour, CORNERS[name]) for name, colour in corners_of(opened(photo.renditions["960.jpg"])).items()
    )
