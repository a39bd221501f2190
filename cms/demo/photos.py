"""Drawn views saved like photos from a phone: JPEG with maker, time, place and the orientation of the sensor."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import typst
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.Image import Transpose

from cms.demo.drawings import drawn_svg, palette_of
from cms.demo.drawings.words import Words, words_for
from cms.demo.picture_plan import PLAN

BERLIN = ZoneInfo("Europe/Berlin")
PHONES = (("Weitblick", "W7"), ("Weitblick", "W7 mini"), ("Lumora", "Neo 4"), ("Kontor", "K12 Pro"))
QUALITY = 88

# How the sensor holds the picture for each EXIF orientation.
_STORED = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
_PAGE = '#set page(width: {w}pt, height: {h}pt, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%, format: "svg")'


@dataclass(frozen=True)
class Idea:
    """One picture of the demo world: what it shows, in which light, upright or wide."""

    motif: str
    seed: int
    light: str
    portrait: bool

    @property
    def words(self) -> Words:
        return words_for(self.motif, self.seed, light=self.light)

    @property
    def orientation(self) -> int:
        """What a phone would write: held upright the sensor lies on its side; some hold it upside down."""
        if self.portrait:
            return 6 if self.seed % 5 else 8
        return 1 if self.seed % 4 else 3

    def taken_before(self, moment: datetime) -> datetime:
        """The latest time before `moment` whose month and hour fit the light; aware, Europe/Berlin."""
        palette, own = palette_of(self.motif, self.seed, self.light), Random(f"time {self.motif} {self.seed}")
        hour, minute, second = own.choice(palette.hours), own.randrange(60), own.randrange(60)
        day = (moment - timedelta(days=1 + own.randrange(6))).astimezone(BERLIN)
        while day.month not in palette.months:
            day -= timedelta(days=1)
        return day.replace(hour=hour, minute=minute, second=second, microsecond=0)


def gallery_plan(count: int) -> list[Idea]:
    """The first `count` ideas of a fixed order in which neighbours differ; ValueError beyond the last."""
    if count > len(PLAN):
        raise ValueError(f"only {len(PLAN)} pictures are planned")
    return [Idea(*row) for row in PLAN[:count]]


def phone_photo(
    motif: str,
    seed: int,
    *,
    latitude: float,
    longitude: float,
    taken_at: datetime,
    orientation: int = 1,
    light: str | None = None,
    portrait: bool = False,
    cache: Path | None = None,
) -> bytes:
    """The drawn view as a phone's JPEG of 1600 × 1200 px (or upright); `cache` keeps rendered pixels between runs."""
    pixels = _pixels(drawn_svg(motif, seed, light=light, portrait=portrait), portrait, orientation, cache)
    exif = _exif(seed, orientation, taken_at.astimezone(BERLIN), latitude, longitude)
    segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif
    return pixels[:2] + segment + pixels[2:]


def photo_of(idea: Idea, *, latitude: float, longitude: float, taken_at: datetime, cache: Path | None = None) -> bytes:
    """The photo of a planned picture."""
    return phone_photo(
        idea.motif,
        idea.seed,
        latitude=latitude,
        longitude=longitude,
        taken_at=taken_at,
        orientation=idea.orientation,
        light=idea.light,
        portrait=idea.portrait,
        cache=cache,
    )


def rendered(svg: str, *, width: int, height: int, scale: float = 1) -> Image.Image:
    """The SVG as opaque pixels, `scale` pixels per unit."""
    page = _PAGE.format(w=width, h=height).encode()
    png = typst.compile(page, format="png", ppi=72 * scale, sys_inputs={"svg": svg})
    return Image.open(BytesIO(png)).convert("RGB")


def _pixels(svg: str, portrait: bool, orientation: int, cache: Path | None) -> bytes:
    """A JPEG without EXIF whose pixels lie as the orientation wants; from the cache if it was drawn before."""
    key = hashlib.sha256(f"{orientation} {QUALITY} {svg}".encode()).hexdigest()
    kept = cache / f"{key}.jpg" if cache else None
    if kept and kept.exists():
        return kept.read_bytes()
    size = (1200, 1600) if portrait else (1600, 1200)
    picture = rendered(svg, width=size[0], height=size[1])
    turn = _STORED[orientation]
    out = BytesIO()
    (picture if turn is None else picture.transpose(turn)).save(out, format="JPEG", quality=QUALITY)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".part")
        fresh.write_bytes(out.getvalue())
        fresh.replace(kept)  # never half a file
    return out.getvalue()


def _exif(seed: int, orientation: int, taken_at: datetime, latitude: float, longitude: float) -> bytes:
    exif = Image.Exif()
    stamp, offset = taken_at.strftime("%Y:%m:%d %H:%M:%S"), taken_at.strftime("%z")
    exif[Base.Make], exif[Base.Model] = PHONES[seed % len(PHONES)]
    exif[Base.Orientation] = orientation
    exif[Base.DateTime] = stamp
    details = exif.get_ifd(IFD.Exif)
    details[Base.DateTimeOriginal] = details[Base.DateTimeDigitized] = stamp
    details[Base.OffsetTimeOriginal] = f"{offset[:3]}:{offset[3:]}"
    details[Base.FNumber], details[Base.FocalLength] = 1.8, 5.4
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N" if latitude >= 0 else "S", _sexagesimal(latitude)
    place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E" if longitude >= 0 else "W", _sexagesimal(longitude)
    return exif.tobytes()


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes = abs(degrees) % 1 * 60
    return float(int(abs(degrees))), float(int(minutes)), round(minutes % 1 * 60, 3)
