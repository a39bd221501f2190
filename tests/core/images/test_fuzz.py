"""Header reading meets any bytes at all: it answers or refuses, and never reads on and on."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from cms.core.images import PhotoRefused, inspect_upload
from cms.core.images.headers import is_bare
from cms.core.images.limits import MAX_PIXELS, MAX_SIDE, MIN_SHORT_SIDE
from tests.core.images.pictures import FORMATS, plain, talkative

STARTS = [
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"RIFF\0\0\0\0WEBPVP8X",
    b"RIFF\0\0\0\0WEBPVP8L",
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    b"\0\0\0\x18ftypavif\0\0\0\0mif1avif",
    b"",
]
fuzz = settings(deadline=None, derandomize=True, max_examples=300)


def looked_at(data: bytes) -> None:
    try:
        seen = inspect_upload(BytesIO(data))
    except PhotoRefused:
        return
    assert seen.format in FORMATS
    assert min(seen.width, seen.height) >= MIN_SHORT_SIDE
    assert max(seen.width, seen.height) <= MAX_SIDE
    assert seen.width * seen.height <= MAX_PIXELS


@fuzz
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_any_bytes_behind_a_signature(start: bytes, rest: bytes) -> None:
    looked_at(start + rest)


@fuzz
@given(
    kind=st.sampled_from(FORMATS), changes=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 255)), max_size=20)
)
def test_any_change_in_the_header_of_a_photo(kind: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(talkative(kind)[:60_000])
    for place, value in changes:
        data[place % len(data)] = value
    looked_at(bytes(data))


@fuzz
@given(kind=st.sampled_from(FORMATS), cut=st.integers(0, 2_000), inserted=st.binary(max_size=40))
def test_any_insertion_into_a_photo(kind: str, cut: int, inserted: bytes) -> None:
    data = plain(kind)
    looked_at(data[:cut] + inserted + data[cut:])


@fuzz
@given(kind=st.sampled_from(["JPEG", "WEBP"]), place=st.integers(0, 10**6), junk=st.binary(max_size=30))
def test_is_bare_answers_any_bytes(kind: str, place: int, junk: bytes) -> None:
    data = plain(kind)
    at = place % len(data)
    assert is_bare(data[:at] + junk + data[at:]) in {True, False}
