"""Drawn photos are files like a phone's: they pass the pipeline as a citizen's would."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from cms.core.images import MIN_SHORT_SIDE, inspect_upload, process_photo
from cms.demo import photos
from cms.demo.photos import BERLIN, gallery_plan, phone_photo, photo_of
from cms.demo.picture_plan import PLAN

NOW = datetime(2027, 2, 3, 12, tzinfo=UTC)
TAKEN = datetime(2026, 7, 4, 18, 30, 15, tzinfo=UTC)


def photo(**changes: object) -> bytes:
    arguments: dict[str, object] = {"latitude": 50.9787, "longitude": 11.0328, "taken_at": TAKEN} | changes
    return phone_photo("lake", 3, **arguments)  # type: ignore[arg-type]


def test_a_phone_photo_carries_what_a_phone_writes() -> None:
    image = Image.open(BytesIO(photo(orientation=3)))
    exif = image.getexif()
    assert image.format == "JPEG"
    assert image.size == (1600, 1200)
    assert (exif[Base.Make], exif[Base.Model]) in photos.PHONES
    assert exif[Base.Orientation] == 3
    details = exif.get_ifd(IFD.Exif)
    assert details[Base.DateTimeOriginal] == "2026:07:04 20:30:15"
    assert details[Base.OffsetTimeOriginal] == "+02:00"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_the_same_picture_upright(orientation: int) -> None:
    from PIL import ImageChops, ImageOps

    plain = Image.open(BytesIO(photo())).resize((80, 60))
    turned = ImageOps.exif_transpose(Image.open(BytesIO(photo(orientation=orientation)))).resize((80, 60))
    difference = ImageChops.difference(plain, turned).convert("L")
    assert max(difference.tobytes()) < 40
    assert sum(difference.tobytes()) / 4800 < 2


@pytest.mark.parametrize("place", [0, 3, 5, 12])
def test_a_planned_photo_passes_the_pipeline(place: int, tmp_path: Path) -> None:
    idea = gallery_plan(20)[place]
    taken_at = idea.taken_before(NOW)
    path = tmp_path / "photo.jpg"
    path.write_bytes(photo_of(idea, latitude=50.6, longitude=-11.25, taken_at=taken_at))
    with path.open("rb") as file:
        seen = inspect_upload(file)
    assert seen.format == "JPEG"
    assert min(seen.width, seen.height) >= MIN_SHORT_SIDE
    result = process_photo(path)
    assert (result.width < result.height) is idea.portrait
    assert result.taken_at == taken_at
    assert result.latitude == pytest.approx(50.6, abs=1e-5)
    assert result.longitude == pytest.approx(-11.25, abs=1e-5)


def test_the_plan_holds_pictures_upside_down_and_on_their_side() -> None:
    assert {idea.orientation for idea in gallery_plan(60)} == {1, 3, 6, 8}
    assert all((idea.orientation in {6, 8}) is idea.portrait for idea in gallery_plan(len(PLAN)))


def test_the_time_fits_the_light_and_is_past() -> None:
    for idea in gallery_plan(len(PLAN)):
        taken = idea.taken_before(NOW)
        assert taken < NOW
        assert (NOW - taken).days < 370
        assert taken.tzinfo is BERLIN
        if idea.light == "winter":
            assert taken.month in {1, 2, 12}
        if idea.light == "nacht":
            assert taken.hour >= 21


def test_the_cache_spares_the_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = photo(cache=tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 1

    def never(*_: object, **__: object) -> None:
        raise AssertionError("drawn again")

    monkeypatch.setattr(photos, "rendered", never)
    assert photo(cache=tmp_path / "cache") == first
    later = photo(cache=tmp_path / "cache", taken_at=NOW)
    assert later != first
    assert Image.open(BytesIO(later)).getexif().get_ifd(IFD.Exif)[Base.DateTimeOriginal] == "2027:02:03 13:00:00"
    with pytest.raises(AssertionError, match="drawn again"):
        photo(cache=tmp_path / "cache", orientation=6)
