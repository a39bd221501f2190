"""The small parts: bare files, fingerprints, paths, camera facts."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from cms.core.images import RENDITION_WIDTHS, dhash_distance, rendition_name, rendition_size
from cms.core.images.fingerprint import difference_hash
from cms.core.images.headers import is_bare
from cms.core.images.metadata import CameraFacts, read_facts
from tests.core.images.icc import DISPLAY_P3, rgb_profile
from tests.core.images.pictures import camera_exif, plain, quarters, saved

BERLIN = ZoneInfo("Europe/Berlin")


# --- bare ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_plain_file_is_bare(kind: str) -> None:
    assert is_bare(plain(kind))


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_rows": 1}, {"optimize": True}])
def test_every_way_to_write_a_jpeg_can_be_bare(options: dict[str, int]) -> None:
    assert is_bare(saved(quarters(), "JPEG", **options))


@pytest.mark.parametrize(
    "kind, options",
    [
        ("JPEG", {"exif": camera_exif().tobytes()}),
        ("JPEG", {"comment": b"hallo"}),
        ("JPEG", {"xmp": b"<x/>"}),
        ("JPEG", {"icc_profile": rgb_profile(DISPLAY_P3)}),
        ("WEBP", {"exif": camera_exif().tobytes()}),
        ("WEBP", {"xmp": b"<x/>"}),
        ("WEBP", {"icc_profile": rgb_profile(DISPLAY_P3)}),
    ],
)
def test_a_file_with_luggage_is_not_bare(kind: str, options: dict[str, bytes]) -> None:
    assert not is_bare(saved(quarters(), kind, **options))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_file_with_a_tail_or_a_gap_is_not_bare(kind: str) -> None:
    assert not is_bare(plain(kind) + b"x")
    assert not is_bare(plain(kind)[:-1])
    assert not is_bare(plain(kind)[:100])
    assert not is_bare(b"")


def test_other_formats_are_not_bare() -> None:
    assert not is_bare(plain("PNG"))
    assert not is_bare(saved(Image.new("CMYK", (20, 20)), "JPEG"))  # carries Adobe's own segment


# --- fingerprints -------------------------------------------------------------------------------------------------


def test_difference_hash_of_slopes() -> None:
    falling = Image.linear_gradient("L").rotate(90).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    rising = falling.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert {difference_hash(falling), difference_hash(rising)} == {0, -1}


def test_difference_hash_fits_a_bigint() -> None:
    for seed in range(20):
        value = difference_hash(Image.effect_noise((64 + seed, 64), 80))
        assert -(2**63) <= value < 2**63


@pytest.mark.parametrize(
    "first, second, distance",
    [(0, 0, 0), (0, -1, 64), (-1, 2**64 - 1, 0), (1, 2, 2), (-(2**63), 0, 1), (2**63, -(2**63), 0)],
)
def test_distance_takes_signed_and_unsigned_hashes(first: int, second: int, distance: int) -> None:
    assert dhash_distance(first, second) == dhash_distance(second, first) == distance


# --- paths --------------------------------------------------------------------------------------------------------


def test_rendition_name_is_computed_from_the_code_alone() -> None:
    assert rendition_name("K7WMQP2X", 960, "webp") == "fotos/k7/K7WMQP2X-960.webp"
    assert len({rendition_name("K7WMQP2X", width, ext) for width in RENDITION_WIDTHS for ext in ("webp", "jpg")}) == 6


@pytest.mark.parametrize(
    "code, width, ext",
    [
        ("K7WMQP2X", 961, "webp"),
        ("K7WMQP2X", 960, "png"),
        ("../etc/passwd", 960, "webp"),
        ("a/bc", 960, "webp"),
        ("abc", 960, "webp"),
        ("", 960, "webp"),
        ("ab cd", 960, "webp"),
        ("abcd\n", 960, "webp"),
        (".htaccess", 960, "jpg"),
    ],
)
def test_rendition_name_refuses_what_is_never_made(code: str, width: int, ext: str) -> None:
    with pytest.raises(ValueError, match=r"no rendition|not a code"):
        rendition_name(code, width, ext)


@pytest.mark.parametrize(
    "size, wanted, made",
    [
        ((4032, 3024), 1600, (1600, 1200)),
        ((3024, 4032), 480, (480, 640)),
        ((1200, 1700), 1600, (1200, 1700)),
        ((12_000, 1_200), 480, (480, 48)),
    ],
)
def test_rendition_size_keeps_the_shape_and_never_enlarges(
    size: tuple[int, int], wanted: int, made: tuple[int, int]
) -> None:
    assert rendition_size(*size, wanted) == made


# --- camera facts -------------------------------------------------------------------------------------------------


def facts_of(**changes: Any) -> CameraFacts:
    """Facts after changing what the camera wrote: `date`, `offset`, or a GPS field by its name."""
    exif = camera_exif()
    details, place = exif.get_ifd(IFD.Exif), exif.get_ifd(IFD.GPSInfo)
    for name, value in changes.items():
        table, tag = {
            "date": (details, Base.DateTimeOriginal),
            "offset": (details, Base.OffsetTimeOriginal),
        }.get(name) or (place, GPS[name])
        table.pop(tag, None)
        if value is not None:
            table[tag] = value
    return read_facts(Image.open(BytesIO(saved(quarters((40, 30)), "JPEG", exif=exif.tobytes()))))


@pytest.mark.parametrize(
    "date, offset, expected",
    [
        ("2026:01:05 09:00:00", None, datetime(2026, 1, 5, 9, tzinfo=BERLIN)),
        ("2026:01:05 09:00:00", "-05:00", datetime(2026, 1, 5, 9, tzinfo=timezone(-timedelta(hours=5)))),
        ("2026:01:05 09:00:00", "quer", datetime(2026, 1, 5, 9, tzinfo=BERLIN)),
        ("2026:01:05 09:00:00.123", None, datetime(2026, 1, 5, 9, tzinfo=BERLIN)),
        ("0000:00:00 00:00:00", None, None),
        ("    :  :     :  :  ", None, None),
        ("1800:01:01 00:00:00", None, None),
        ("2026:02:30 00:00:00", None, None),
        ("gestern", None, None),
        (None, None, None),
    ],
)
def test_capture_time(date: str | None, offset: str | None, expected: datetime | None) -> None:
    assert facts_of(date=date, offset=offset).taken_at == expected


def test_position_south_and_west() -> None:
    facts = facts_of(
        GPSLatitudeRef="S", GPSLongitudeRef="W", GPSLatitude=(10.0, 30.0, 0.0), GPSLongitude=(70.0, 0.0, 36.0)
    )
    assert (facts.latitude, facts.longitude) == (-10.5, -70.01)


@pytest.mark.parametrize(
    "changes",
    [
        {"GPSLatitude": None},
        {"GPSLongitude": None},
        {"GPSLatitude": (91.0, 0.0, 0.0)},
        {"GPSLongitude": (180.0, 1.0, 0.0)},
        {"GPSLatitude": (0.0, 0.0, 0.0), "GPSLongitude": (0.0, 0.0, 0.0)},
    ],
)
def test_an_absurd_position_is_none(changes: dict[str, Any]) -> None:
    facts = facts_of(**changes)
    assert (facts.latitude, facts.longitude) == (None, None)
    assert facts.taken_at is not None


def test_a_position_divided_by_zero_is_none() -> None:
    data = saved(quarters(), "JPEG", exif=camera_exif().tobytes())
    seconds = (81).to_bytes(4) + (2).to_bytes(4)  # 40.5 as the camera wrote it
    assert seconds in data
    facts = read_facts(Image.open(BytesIO(data.replace(seconds, (81).to_bytes(4) + bytes(4)))))
    assert (facts.latitude, facts.longitude) == (None, None)
