"""Every reason to refuse a photo. Imports no Django: the child that decodes starts in half the time."""

from __future__ import annotations

from enum import StrEnum

from cms.core.refusals import Refused


class PhotoReason(StrEnum):
    EMPTY = "photo_empty"
    TOO_LARGE = "photo_too_large"
    UNKNOWN = "photo_unknown"
    GIF = "photo_gif"
    TIFF = "photo_tiff"
    VECTOR = "photo_vector"
    DOCUMENT = "photo_document"
    RAW = "photo_raw"
    VIDEO = "photo_video"
    ANIMATED = "photo_animated"
    DAMAGED = "photo_damaged"
    UNSUPPORTED = "photo_unsupported"
    TOO_MANY_PIXELS = "photo_too_many_pixels"
    TOO_LONG = "photo_too_long"
    TOO_SMALL = "photo_too_small"
    TOO_HEAVY = "photo_too_heavy"
    BUSY = "photo_busy"


class PhotoRefused(Refused):
    """A photo that is not accepted; `str()` is fit to show to the person who chose it."""

    def __init__(self, reason: PhotoReason) -> None:
        from cms.core.images.messages import MESSAGES

        super().__init__(reason.value, MESSAGES[reason], field="photo")
        self.reason = reason

    def __reduce__(self) -> tuple[type[PhotoRefused], tuple[PhotoReason]]:
        return type(self), (self.reason,)
