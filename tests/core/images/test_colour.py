"""Whatever colours a file is written in, the public sizes are plain sRGB."""

from __future__ import annotations

import itertools
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from cms.core.images.developing import develop
from tests.core.images.icc import ADOBE_RGB, DISPLAY_P3, Primaries, in_srgb, rgb_profile
from tests.core.images.pictures import FORMATS, png_chunk, png_of, saved

SIZE = (520, 480)  # too small for an upload, quick to develop
TONES = [(200, 60, 50), (90, 160, 80), (120, 120, 120), (30, 60, 190)]


def shown(data: bytes, kind: str = "PNG", size: tuple[int, int] = SIZE) -> tuple[int, ...]:
    """The middle of the largest WebP."""
    facts, files = develop(BytesIO(data), kind, size)
    names = list(facts["lengths"])  # type: ignore[call-overload]
    image = Image.open(BytesIO(files[names.index("1600.jpg")])).convert("RGB")
    colour = image.getpixel((image.width // 2, image.height // 2))
    assert isinstance(colour, tuple)
    return tuple(int(value) for value in colour)


def near(first: tuple[int, ...], second: tuple[int, ...], by: int) -> bool:
    return max(abs(one - other) for one, other in zip(first, second, strict=True)) <= by


@pytest.mark.parametrize("colour", TONES)
@pytest.mark.parametrize("primaries", [DISPLAY_P3, ADOBE_RGB], ids=["Display P3", "Adobe RGB"])
def test_wide_colours_become_srgb(primaries: Primaries, colour: tuple[int, int, int]) -> None:
    data = saved(Image.new("RGB", SIZE, colour), "PNG", icc_profile=rgb_profile(primaries))
    expected = in_srgb(colour, primaries)
    assert near(shown(data), expected, 4)
    if len(set(colour)) > 1:
        assert not near(expected, colour, 4)  # otherwise this proves nothing


@pytest.mark.parametrize("kind", FORMATS)
def test_a_profile_counts_in_every_format(kind: str) -> None:
    colour = (90, 160, 80)
    data = saved(Image.new("RGB", SIZE, colour), kind, icc_profile=rgb_profile(ADOBE_RGB))
    assert near(shown(data, kind), in_srgb(colour, ADOBE_RGB), 8)


@pytest.mark.parametrize("profile", [b"x", b"\0" * 200, rgb_profile(DISPLAY_P3)[:150], b"\xff" * 5000])
def test_a_broken_profile_counts_as_none(profile: bytes) -> None:
    data = saved(Image.new("RGB", SIZE, (200, 60, 50)), "JPEG", icc_profile=profile)
    assert near(shown(data, "JPEG"), (200, 60, 50), 4)


def test_a_profile_of_another_colour_model_counts_as_none() -> None:
    data = saved(Image.new("L", SIZE, 120), "JPEG", icc_profile=rgb_profile(DISPLAY_P3))
    assert near(shown(data, "JPEG"), (120, 120, 120), 3)


def test_cmyk_of_a_print_shop_becomes_rgb() -> None:
    data = saved(Image.new("CMYK", SIZE, (0, 255, 255, 0)), "JPEG")
    assert near(shown(data, "JPEG"), (255, 0, 0), 8)


def test_grey_stays_grey() -> None:
    assert near(shown(saved(Image.new("L", SIZE, 77), "JPEG"), "JPEG"), (77, 77, 77), 3)


@pytest.mark.parametrize("value, expected", [(0, 0), (32_768, 128), (65_535, 255)])
def test_16_bit_grey_keeps_its_brightness(value: int, expected: int) -> None:
    row = b"\0" + struct.pack(">H", value) * SIZE[0]
    data = png_of(*SIZE, png_chunk(b"IDAT", zlib.compress(row * SIZE[1])), depth=16, colour=0)
    assert near(shown(data), (expected,) * 3, 3)


def test_16_bit_colour_keeps_its_colours() -> None:
    row = b"\0" + struct.pack(">HHH", 0xC800, 0x3C00, 0x3200) * SIZE[0]
    data = png_of(*SIZE, png_chunk(b"IDAT", zlib.compress(row * SIZE[1])), depth=16, colour=2)
    assert near(shown(data), (200, 60, 50), 4)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIF", "AVIF"])
def test_transparency_lies_on_white(kind: str) -> None:
    assert near(shown(saved(Image.new("RGBA", SIZE, (200, 0, 0, 0)), kind), kind), (255, 255, 255), 3)
    assert near(shown(saved(Image.new("RGBA", SIZE, (0, 0, 0, 128)), kind), kind), (127, 127, 127), 4)


@pytest.mark.parametrize(
    "mode, fill, expected",
    [
        ("LA", (0, 128), (127, 127, 127)),
        ("LA", (90, 255), (90, 90, 90)),
        ("1", 1, (255, 255, 255)),
        ("1", 0, (0, 0, 0)),
        ("I;16", 51_200, (200, 200, 200)),
    ],
)
def test_rare_modes_of_png(mode: str, fill: int | tuple[int, ...], expected: tuple[int, int, int]) -> None:
    assert near(shown(saved(Image.new(mode, SIZE, fill), "PNG")), expected, 3)


def test_a_palette_with_a_transparent_colour_lies_on_white() -> None:
    picture = Image.new("P", SIZE, 1)
    picture.putpalette([0, 0, 0, 10, 20, 200])
    assert near(shown(saved(picture, "PNG")), (10, 20, 200), 4)
    assert near(shown(saved(picture, "PNG", transparency=1)), (255, 255, 255), 3)


def test_a_transparent_colour_without_palette_lies_on_white() -> None:
    data = saved(Image.new("RGB", SIZE, (10, 20, 200)), "PNG", transparency=(10, 20, 200))
    assert near(shown(data), (255, 255, 255), 3)
    data = saved(Image.new("L", SIZE, 90), "PNG", transparency=90)
    assert near(shown(data), (255, 255, 255), 3)


def test_strips_leave_no_seams() -> None:
    """A large transparent picture is reduced strip by strip; a slope must stay a slope."""
    slope = Image.linear_gradient("L").resize((4000, 4100))
    data = saved(Image.merge("RGBA", (slope, slope, slope, Image.new("L", slope.size, 255))), "PNG")
    facts, files = develop(BytesIO(data), "PNG", (4000, 4100))
    names = list(facts["lengths"])  # type: ignore[call-overload]
    image = Image.open(BytesIO(files[names.index("960.webp")])).convert("L")
    column = [image.getpixel((480, y)) for y in range(image.height)]
    steps = [later - earlier for earlier, later in itertools.pairwise(column)]  # type: ignore[operator]
    assert max(steps) <= 4
    assert min(steps) >= -3
    assert column[0] <= 4
    assert column[-1] >= 251  # type: ignore[operator]
