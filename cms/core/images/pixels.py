"""From a file to upright sRGB pixels in a buffer of their own. Runs in the child only."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

import pillow_heif.options
from PIL import AvifImagePlugin, Image, ImageCms, ImageFile
from PIL.AvifImagePlugin import AvifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif.as_plugin import HeifImageFile

Transpose = Image.Transpose
LANCZOS = Image.Resampling.LANCZOS

# The class is called itself: no sniffing, no other decoder, and of a multi-picture JPEG the first picture.
_READERS: dict[str, type[ImageFile.ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WEBP": WebPImageFile,
    "HEIF": HeifImageFile,
    "AVIF": AvifImageFile,
}
_UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_LYING = {5, 6, 7, 8}
_STRIP_PIXELS = 2_000_000
_HEADROOM = 1.2  # how much larger than wanted the cheap reductions stop


def open_picture(file: BinaryIO, container: str) -> ImageFile.ImageFile:
    """The opened, not yet decoded picture. One thread per photo, so that uploads never starve the pages."""
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.options.THUMBNAILS = False
    pillow_heif.options.DEPTH_IMAGES = False
    pillow_heif.options.AUX_IMAGES = False
    return _READERS[container](file)


def is_lying(orientation: int) -> bool:
    """Whether width and height change places when the picture is turned upright."""
    return orientation in _LYING


def upright_srgb(picture: ImageFile.ImageFile, size: tuple[int, int], orientation: int) -> Image.Image:
    """The picture at `size` (as seen upright): decoded once, reduced early, then turned and colour managed."""
    stored = size[::-1] if is_lying(orientation) else size
    small = _decoded(picture, stored)
    profile = picture.info.get("icc_profile")
    small = _in_srgb(small, profile if isinstance(profile, bytes) else b"")
    if orientation in _UPRIGHT:
        small = small.transpose(_UPRIGHT[orientation])
    fresh = Image.new("RGB", small.size)
    fresh.paste(small)
    return fresh


def _decoded(picture: ImageFile.ImageFile, size: tuple[int, int]) -> Image.Image:
    """Opaque pixels of `size` in L, RGB or CMYK, still in the file's own colours."""
    if isinstance(picture, JpegImageFile):
        picture.draft(None, (int(size[0] * _HEADROOM), int(size[1] * _HEADROOM)))
    picture.load()
    return _reduced(picture, size).resize(size, LANCZOS)


def _reduced(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture averaged down by a whole factor, strip by strip: no second full-size buffer."""
    factor = max(1, int(min(picture.width / size[0], picture.height / size[1]) / _HEADROOM))
    if factor == 1 and _is_opaque(picture):
        return picture
    rows = max(1, _STRIP_PIXELS // picture.width // factor) * factor
    mode = _opaque(picture.crop((0, 0, 1, 1))).mode
    canvas = Image.new(mode, (-(-picture.width // factor), -(-picture.height // factor)))
    for top in range(0, picture.height, rows):
        strip = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
        canvas.paste(_opaque(strip).reduce(factor), (0, top // factor))
    return canvas


def _is_opaque(image: Image.Image) -> bool:
    return image.mode in {"L", "RGB", "CMYK"} and not image.has_transparency_data


def _opaque(image: Image.Image) -> Image.Image:
    """L, RGB or CMYK: 16 bit to 8, palette to colours, transparency onto white."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    if _is_opaque(image):
        return image
    if not image.has_transparency_data:
        return image.convert("RGB")
    layers = image.convert("LA" if image.mode in {"LA", "La"} else "RGBA")
    plain = Image.new(layers.mode[:-1], layers.size, "white")
    plain.paste(layers.convert(plain.mode), mask=layers.getchannel("A"))
    return plain


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Through the embedded profile; a profile that is broken or of another colour model counts as none."""
    if not profile:
        return image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            image.mode,
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        ).apply(image)
    except (ImageCms.PyCMSError, OSError):
        return image.convert("RGB")
