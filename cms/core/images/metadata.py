"""What the camera wrote down: place, time and orientation, read from EXIF that may be broken or hostile."""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

HERE = ZoneInfo("Europe/Berlin")
_EARLIEST, _LATEST = 1900, 2100
_DATE_DIGITS = 19

# Pillow's EXIF reader answers broken tables with any of these; a photo with unreadable EXIF is still a photo.
_UNREADABLE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class CameraFacts:
    """`orientation` is the EXIF number 1 to 8; position in degrees, WGS 84; `taken_at` is aware."""

    orientation: int = 1
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None


def read_facts(image: Image.Image) -> CameraFacts:
    """Orientation, capture time and position; what is missing, broken or absurd is None."""
    try:
        exif = image.getexif()
        orientation = exif.get(Base.Orientation, 1)
    except _UNREADABLE:
        return CameraFacts()
    latitude, longitude = _position(_table(exif, IFD.GPSInfo))
    return CameraFacts(
        orientation=orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1,
        taken_at=_capture_time(_table(exif, IFD.Exif)),
        latitude=latitude,
        longitude=longitude,
    )


def _table(exif: Image.Exif, ifd: IFD) -> Mapping[int, object]:
    try:
        return exif.get_ifd(ifd)
    except _UNREADABLE:
        return {}


def _capture_time(table: Mapping[int, object]) -> datetime | None:
    text, offset = table.get(Base.DateTimeOriginal), table.get(Base.OffsetTimeOriginal)
    if not isinstance(text, str):
        return None
    try:
        taken_at = datetime.strptime(text.strip("\x00 ")[:_DATE_DIGITS], "%Y:%m:%d %H:%M:%S").replace(
            tzinfo=_zone(offset)
        )
    except ValueError:
        return None
    return taken_at if _EARLIEST <= taken_at.year <= _LATEST else None


def _zone(offset: object) -> ZoneInfo | timezone:
    """The zone that the camera wrote; else the one where the towns lie."""
    if not isinstance(offset, str):
        return HERE
    try:
        moment = datetime.strptime(offset.strip("\x00 "), "%z")
    except ValueError:
        return HERE
    return timezone(moment.utcoffset() or timedelta())


def _position(table: Mapping[int, object]) -> tuple[float, float] | tuple[None, None]:
    latitude = _degrees(table.get(GPS.GPSLatitude), table.get(GPS.GPSLatitudeRef), negative="S", limit=90)
    longitude = _degrees(table.get(GPS.GPSLongitude), table.get(GPS.GPSLongitudeRef), negative="W", limit=180)
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):  # 0, 0 = "no fix yet"
        return None, None
    return latitude, longitude


def _degrees(value: object, ref: object, *, negative: str, limit: int) -> float | None:
    """Degrees, minutes and seconds as one number with 6 decimals (about 0.1 m)."""
    if not isinstance(value, Sequence) or isinstance(value, (str, bytes)) or not 1 <= len(value) <= 3:
        return None
    try:
        total = sum((float(part) / 60**place for place, part in enumerate(value)), 0.0)
    except _UNREADABLE:
        return None
    if not math.isfinite(total) or not 0 <= total <= limit:
        return None
    sign = -1 if isinstance(ref, str) and ref.strip("\x00 ").upper() == negative else 1
    return round(sign * total, 6)
