"""The first look accepts five formats by their content and refuses the rest with a word of advice."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from cms.core.images import MAX_BYTES, Inspected, PhotoReason, PhotoRefused, inspect_upload, sha256_of
from cms.core.images.messages import MESSAGES
from tests.core.images.conftest import refusal_of
from tests.core.images.pictures import (
    FORMATS,
    SIZE,
    heif_with_size,
    jpeg_with_size,
    plain,
    png_chunk,
    png_of,
    quarters,
    saved,
    talkative,
    webp_with_size,
)


@pytest.mark.parametrize("kind", FORMATS)
def test_inspect_accepts_a_photo_and_rewinds(kind: str) -> None:
    file = BytesIO(talkative(kind))
    file.seek(17)
    assert inspect_upload(file) == Inspected(kind, *SIZE)
    assert file.tell() == 0


@pytest.mark.parametrize("options", [{"progressive": True}, {"subsampling": 0}, {"quality": 5}])
def test_inspect_accepts_every_usual_jpeg(options: dict[str, int]) -> None:
    assert inspect_upload(BytesIO(saved(quarters(), "JPEG", **options))).format == "JPEG"


@pytest.mark.parametrize("options", [{"lossless": True}, {"quality": 50}, {"exif": b"Exif\0\0"}])
def test_inspect_reads_all_three_kinds_of_webp(options: dict[str, object]) -> None:
    assert inspect_upload(BytesIO(saved(quarters(), "WEBP", **options))) == Inspected("WEBP", *SIZE)


def test_inspect_takes_the_first_picture_of_a_multi_picture_jpeg() -> None:
    out = BytesIO()
    quarters().save(out, format="MPO", save_all=True, append_images=[Image.new("RGB", (200, 100))])
    assert inspect_upload(out) == Inspected("JPEG", *SIZE)


def test_inspect_reads_a_heic_of_tiles() -> None:
    data = saved(quarters((2048, 1536)), "HEIF", tile_size=512)
    assert inspect_upload(BytesIO(data)) == Inspected("HEIF", 2048, 1536)


def test_inspect_takes_a_file_of_exactly_the_limit() -> None:
    photo = plain("JPEG")
    assert inspect_upload(BytesIO(photo + bytes(MAX_BYTES - len(photo)))).format == "JPEG"
    assert refusal_of(photo + bytes(MAX_BYTES - len(photo) + 1)) is PhotoReason.TOO_LARGE


def _gif() -> bytes:
    return saved(quarters(mode="P"), "GIF")


def _animation(kind: str) -> bytes:
    return saved(quarters(), kind, save_all=True, append_images=[Image.new("RGB", SIZE, "red")], duration=100)


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", PhotoReason.EMPTY),
        (_gif(), PhotoReason.GIF),
        (saved(quarters(), "TIFF"), PhotoReason.TIFF),
        (b"MM\0*" + bytes(200), PhotoReason.TIFF),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", PhotoReason.VECTOR),
        (saved(quarters(), "EPS"), PhotoReason.VECTOR),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PhotoReason.VECTOR),
        (b"\xef\xbb\xbf \n<?xml version='1.0'?><svg onload='alert(1)'/>", PhotoReason.VECTOR),
        (b"<!DOCTYPE html><html></html>", PhotoReason.DOCUMENT),
        (b"%PDF-1.7\n", PhotoReason.DOCUMENT),
        (b"PK\x03\x04" + bytes(60), PhotoReason.DOCUMENT),
        (saved(quarters(), "BMP"), PhotoReason.UNKNOWN),
        (saved(quarters(), "JPEG2000"), PhotoReason.UNKNOWN),
        (b"\0\0\0\x20ftypisom" + bytes(20), PhotoReason.VIDEO),
        (b"\0\0\0\x18ftypqt  " + bytes(12), PhotoReason.VIDEO),
        (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", PhotoReason.RAW),
        (b"\0\0\0\x18ftypmsf1\0\0\0\0msf1hevc", PhotoReason.ANIMATED),
        (_animation("PNG"), PhotoReason.ANIMATED),
        (_animation("WEBP"), PhotoReason.ANIMATED),
        (_animation("AVIF"), PhotoReason.ANIMATED),
        (b"Guten Tag", PhotoReason.UNKNOWN),
        (b"\xff", PhotoReason.UNKNOWN),
        (b"RIFF\0\0\0\0WAVEfmt ", PhotoReason.UNKNOWN),
        (b"RIFF\0\0\0\0WEBPJUNK" + bytes(30), PhotoReason.DAMAGED),
    ],
)
def test_inspect_refuses_what_is_no_still_photo(data: bytes, reason: PhotoReason) -> None:
    assert refusal_of(data) is reason


@pytest.mark.parametrize("make", [jpeg_with_size, webp_with_size, heif_with_size, png_of])
@pytest.mark.parametrize(
    "width, height, reason",
    [
        (12_001, 1_200, PhotoReason.TOO_LONG),
        (1_200, 12_001, PhotoReason.TOO_LONG),
        (10_000, 6_001, PhotoReason.TOO_MANY_PIXELS),
        (16_000, 16_000, PhotoReason.TOO_MANY_PIXELS),
        (1_199, 4_000, PhotoReason.TOO_SMALL),
        (4_000, 1_199, PhotoReason.TOO_SMALL),
        (1, 1, PhotoReason.TOO_SMALL),
    ],
)
def test_inspect_knows_the_limits_of_size(make, width: int, height: int, reason: PhotoReason) -> None:  # type: ignore[no-untyped-def]
    data = make(width, height, png_chunk(b"IDAT", b"")) if make is png_of else make(width, height)
    assert refusal_of(data) is reason


@pytest.mark.parametrize("width, height", [(12_000, 5_000), (5_000, 12_000), (1_200, 1_200)])
def test_inspect_accepts_the_limits_themselves(width: int, height: int) -> None:
    assert inspect_upload(BytesIO(jpeg_with_size(width, height))) == Inspected("JPEG", width, height)


@pytest.mark.parametrize("width, height", [(0, 2_000), (2_000, 0)])
def test_inspect_refuses_a_side_of_nothing(width: int, height: int) -> None:
    assert refusal_of(jpeg_with_size(width, height)) is PhotoReason.DAMAGED


def test_inspect_refuses_huge_numbers_in_a_png_header() -> None:
    assert refusal_of(png_of(2**31, 2**31, png_chunk(b"IDAT", b""))) is PhotoReason.TOO_MANY_PIXELS


def test_inspect_refuses_a_lossless_and_a_12_bit_jpeg() -> None:
    data = plain("JPEG")
    assert refusal_of(data.replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc3\x00\x11\x08")) is PhotoReason.UNSUPPORTED
    assert refusal_of(data.replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x11\x0c")) is PhotoReason.UNSUPPORTED


@pytest.mark.parametrize("kind", FORMATS)
def test_inspect_refuses_every_truncated_header(kind: str) -> None:
    data = talkative(kind)
    for end in range(12, 120, 3):
        assert refusal_of(data[:end]) in {PhotoReason.DAMAGED, PhotoReason.UNKNOWN}


@pytest.mark.parametrize("kind", ["HEIF", "AVIF", "WEBP"])
def test_inspect_notices_that_the_end_is_missing_where_the_header_tells(kind: str) -> None:
    assert refusal_of(plain(kind)[:-1]) is PhotoReason.DAMAGED


def test_every_refusal_has_a_sentence_that_says_what_to_do() -> None:
    assert set(MESSAGES) == set(PhotoReason)
    for reason in PhotoReason:
        refused = PhotoRefused(reason)
        assert refused.code == reason.value
        assert refused.field == "photo"
        assert "Bitte " in str(refused)


def test_sha256_reads_from_the_start_and_rewinds() -> None:
    file = BytesIO(b"abc")
    file.seek(2)
    assert sha256_of(file) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert file.tell() == 0
