"""Photos from strangers: looked at before decoding, decoded in a bound child, published bare."""

from __future__ import annotations

from cms.core.images.fingerprint import dhash_distance
from cms.core.images.limits import MAX_BYTES, MAX_PIXELS, MAX_SIDE, MIN_SHORT_SIDE, RENDITION_WIDTHS
from cms.core.images.printing import print_copy
from cms.core.images.processing import ProcessedPhoto, process_photo
from cms.core.images.refusals import PhotoReason, PhotoRefused
from cms.core.images.renditions import RENDITION_EXTENSIONS, rendition_name, rendition_size
from cms.core.images.uploads import Inspected, inspect_upload, sha256_of

__all__ = [
    "MAX_BYTES",
    "MAX_PIXELS",
    "MAX_SIDE",
    "MIN_SHORT_SIDE",
    "RENDITION_EXTENSIONS",
    "RENDITION_WIDTHS",
    "Inspected",
    "PhotoReason",
    "PhotoRefused",
    "ProcessedPhoto",
    "dhash_distance",
    "inspect_upload",
    "print_copy",
    "process_photo",
    "rendition_name",
    "rendition_size",
    "sha256_of",
]
