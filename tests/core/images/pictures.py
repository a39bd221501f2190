"""Photo files of every kind, made on the spot: with all that a camera writes, broken, disguised or hostile."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base
from PIL.Image import Transpose

SECRET = b"GEHEIM-4711"
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF")
SIZE = (1300, 1220)
CORNERS = {
    "top left": (200, 30, 30),
    "top right": (30, 160, 40),
    "bottom left": (30, 60, 200),
    "bottom right": (240, 220, 60),
}

# How the stored picture has to lie so that the EXIF orientation turns it upright.
STORED = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}

pillow_heif.register_heif_opener()


@cache
def quarters(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """Four coloured quarters: no turning or mirroring leaves them as they are."""
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    width, height = size
    for (name, colour), (x, y) in zip(CORNERS.items(), [(0, 0), (1, 0), (0, 1), (1, 1)], strict=True):
        assert name
        draw.rectangle((x * width // 2, y * height // 2, (x + 1) * width // 2, (y + 1) * height // 2), fill=colour)
    return picture.convert(mode)


def corners_of(picture: Image.Image) -> dict[str, tuple[int, int, int]]:
    rgb = picture.convert("RGB")
    near, far = rgb.width // 4, rgb.width * 3 // 4
    high, low = rgb.height // 4, rgb.height * 3 // 4
    places = [(near, high), (far, high), (near, low), (far, low)]
    return {name: rgb.getpixel(place) for name, place in zip(CORNERS, places, strict=True)}  # type: ignore[misc]


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    quick = {
        "AVIF": {"speed": 10},
        "HEIF": {"enc_params": {"preset": "ultrafast"}},
        "WEBP": {"method": 0},
        "PNG": {"compress_level": 1},
    }
    picture.save(out, format=kind, **{**quick.get(kind, {}), **options})
    return out.getvalue()


def camera_exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes, with a secret in every text."""
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Make] = SECRET.decode()
    exif[Base.ImageDescription] = SECRET.decode()
    details = exif.get_ifd(IFD.Exif)
    details[Base.DateTimeOriginal] = "2026:05:17 18:30:05"
    details[Base.OffsetTimeOriginal] = "+02:00"
    details[Base.UserComment] = b"ASCII\0\0\0" + SECRET
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef] = "N"
    place[GPS.GPSLatitude] = (50.0, 58.0, 40.5)
    place[GPS.GPSLongitudeRef] = "E"
    place[GPS.GPSLongitude] = (11.0, 1.0, 46.2)
    return exif


@cache
def plain(kind: str) -> bytes:
    return saved(quarters(), kind)


@cache
def talkative(kind: str, orientation: int = 1, size: tuple[int, int] = SIZE) -> bytes:
    """A photo with EXIF, GPS, XMP, comment and bytes behind its end."""
    upright = quarters(size)
    turn = STORED[orientation]
    stored = upright.transpose(turn) if turn is not None else upright
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    options: dict[str, Any] = {"exif": camera_exif(orientation).tobytes()}
    if kind == "JPEG":
        options |= {"comment": SECRET, "xmp": xmp}
    elif kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        texts = PngInfo()
        texts.add_text("Comment", SECRET.decode())
        texts.add_itxt("XML:com.adobe.xmp", xmp.decode())
        options["pnginfo"] = texts
    else:
        options["xmp"] = xmp
    data = saved(stored, kind, **options)
    assert SECRET in data
    return data + SECRET * 3


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_of(width: int, height: int, *chunks: bytes, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG whose header says what it is told."""
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + png_chunk(b"IEND", b"")


def jpeg_with_size(width: int, height: int) -> bytes:
    """A JPEG whose frame header was rewritten."""
    data = bytearray(plain("JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_with_size(width: int, height: int) -> bytes:
    """An extended WebP whose canvas was rewritten."""
    data = bytearray(saved(quarters(), "WEBP", exif=camera_exif().tobytes()))
    assert data[12:16] == b"VP8X"
    data[24:30] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(data)


def heif_with_size(width: int, height: int, kind: str = "HEIF") -> bytes:
    """A HEIC or AVIF all of whose size properties were rewritten."""
    data = bytearray(plain(kind))
    at = data.find(b"ispe")
    while at >= 0:
        data[at + 8 : at + 16] = struct.pack(">II", width, height)
        at = data.find(b"ispe", at + 4)
    return bytes(data)
