"""Which format a file has, from its first bytes alone; neither name nor browser is asked."""

from __future__ import annotations

from typing import BinaryIO

from cms.core.images.headers import jpeg, png
from cms.core.images.headers.isobmff import read_isobmff
from cms.core.images.headers.jpeg import read_jpeg
from cms.core.images.headers.png import read_png
from cms.core.images.headers.problem import Header, HeaderProblem
from cms.core.images.headers.webp import read_webp
from cms.core.images.refusals import PhotoReason

# Known strangers: a clear word helps more than "unknown".
_STRANGERS = (
    (b"GIF8", PhotoReason.GIF),
    (b"II*\x00", PhotoReason.TIFF),
    (b"MM\x00*", PhotoReason.TIFF),
    (b"II+\x00", PhotoReason.TIFF),
    (b"MM\x00+", PhotoReason.TIFF),
    (b"%!PS", PhotoReason.VECTOR),
    (b"\xc5\xd0\xd3\xc6", PhotoReason.VECTOR),
    (b"%PDF", PhotoReason.DOCUMENT),
    (b"PK\x03\x04", PhotoReason.DOCUMENT),
    (b"Rar!", PhotoReason.DOCUMENT),
    (b"7z\xbc\xaf", PhotoReason.DOCUMENT),
    (b"\x1f\x8b", PhotoReason.DOCUMENT),
    (b"{\\rtf", PhotoReason.DOCUMENT),
    (b"FUJIFILMCCD-RAW", PhotoReason.RAW),
    (b"IIU\x00", PhotoReason.RAW),
    (b"\x1aE\xdf\xa3", PhotoReason.VIDEO),
)
_MARKUP = (b"<svg", b"<?xml", b"<!doctype", b"<html", b"<script")


def read_header(file: BinaryIO) -> Header:
    """Format and stored size; HeaderProblem says why not. Reads a few kilobytes and decodes nothing."""
    file.seek(0)
    start = file.read(512)
    if not start:
        raise HeaderProblem(PhotoReason.EMPTY)
    if start.startswith(jpeg.SIGNATURE):
        return read_jpeg(file)
    if start.startswith(png.SIGNATURE):
        return read_png(file)
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return read_webp(file)
    if start[4:8] == b"ftyp":
        return read_isobmff(file)
    raise HeaderProblem(_stranger(start))


def _stranger(start: bytes) -> PhotoReason:
    for signature, reason in _STRANGERS:
        if start.startswith(signature):
            return reason
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(_MARKUP):
        return PhotoReason.VECTOR if b"<svg" in text else PhotoReason.DOCUMENT
    return PhotoReason.UNKNOWN
