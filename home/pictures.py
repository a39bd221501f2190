"""An editor's picture is stored as a new pixel buffer: no EXIF, GPS, XMP, comment or trailing bytes survive."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO, Final

import pillow_heif
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from cms.core.refusals import Refused

pillow_heif.register_heif_opener()

MAX_BYTES: Final = 25 * 1024 * 1024
MAX_PIXELS: Final = 60_000_000
MAX_SIDE: Final = 12_000
READABLE: Final = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF")
SUFFIXES: Final = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


class PictureRefused(Refused):
    """The file is not a picture that can be published."""

    def __init__(self, code: str, message: object) -> None:
        super().__init__(code, message, field="file")  # type: ignore[arg-type]


def cleaned(file: BinaryIO) -> tuple[bytes, str]:
    """Return the picture's bytes, newly encoded and upright, and its suffix (".jpg", ".png", ".webp").

    Size, format and pixel count are checked before anything is decoded. HEIC and AVIF become JPEG.
    Raises PictureRefused.
    """
    picture = _opened(file)
    _check_header(picture)
    try:
        picture.load()
        upright = ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise PictureRefused(
            "broken",
            _(
                "Die Bilddatei ist beschädigt oder unvollständig. "
                "Bitte speichern Sie das Bild neu und laden es noch einmal hoch."
            ),
        ) from error
    target = picture.format if picture.format in SUFFIXES else "JPEG"
    fresh = _fresh_buffer(upright, keep_alpha=target != "JPEG")
    out = BytesIO()
    if target == "PNG":
        fresh.save(out, "PNG", optimize=True)
    else:
        fresh.save(out, target, quality=92)
    return out.getvalue(), SUFFIXES[target]


def _opened(file: BinaryIO) -> Image.Image:
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    if size == 0:
        raise PictureRefused("empty", _("Die Datei ist leer. Bitte wählen Sie sie noch einmal aus."))
    if size > MAX_BYTES:
        raise PictureRefused("too_large", _("Die Datei ist größer als 25 MB. Bitte verkleinern Sie das Bild."))
    try:
        return Image.open(file, formats=READABLE)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureRefused(
            "not_an_image", _("Das ist kein Bild, das wir lesen können. Erlaubt sind JPEG, PNG, WebP, HEIC und AVIF.")
        ) from error


def _check_header(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise _too_many_pixels()
    if getattr(picture, "n_frames", 1) > 1 and picture.format in {"PNG", "WEBP", "AVIF"}:
        raise PictureRefused(
            "animated", _("Bewegte Bilder können wir nicht zeigen. Bitte laden Sie ein einzelnes Bild hoch.")
        )


def _too_many_pixels() -> PictureRefused:
    return PictureRefused(
        "too_many_pixels",
        _("Das Bild ist zu groß: höchstens 60 Megapixel und 12.000 Pixel je Seite. Bitte verkleinern Sie es."),
    )


def _fresh_buffer(picture: Image.Image, *, keep_alpha: bool) -> Image.Image:
    """Return the pixels in sRGB inside an image that never saw the file's metadata."""
    has_alpha = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    if picture.mode.startswith("I") or picture.mode == "F":
        picture = picture.convert("L")
    profile = picture.info.get("icc_profile")
    mode = "RGBA" if has_alpha else "RGB"
    if profile and picture.mode in {"RGB", "RGBA", "CMYK", "L"}:
        picture = _in_srgb(picture, profile, mode)
    picture = picture.convert(mode)
    if has_alpha and not keep_alpha:
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        return ground
    fresh = Image.new(mode, picture.size)
    fresh.paste(picture)
    return fresh


def _in_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        moved = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture  # a broken profile is no reason to lose the picture; its numbers are read as sRGB
    return moved if moved is not None else picture
