"""No picture of an editor carries where or with what it was taken; what cannot be read is refused in words."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from PIL.ExifTags import IFD

from cms.accounts.models import User
from cms.core.storages import PrivateFileError
from home.image_forms import SiteImageForm
from home.models import SiteImage
from home.pictures import PictureRefused, cleaned
from tests.home.factories import SECRET, make_image, phone_jpeg, upload


def bomb() -> bytes:
    """A PNG of a few hundred bytes that claims to be 20,000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"0" * 99)) + chunk(b"IEND", b"")
    )


def animated(kind: str) -> bytes:
    out = BytesIO()
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def assert_clean(data: bytes) -> None:
    """Nothing but pixels: no EXIF, no place, no XMP, no comment, nothing after the end."""
    assert SECRET not in data
    picture = Image.open(BytesIO(data))
    assert dict(picture.getexif()) == {}
    assert dict(picture.getexif().get_ifd(IFD.GPSInfo)) == {}
    assert {"exif", "xmp", "comment", "icc_profile"} & set(picture.info) == set()
    if picture.format == "JPEG":
        assert data.endswith(b"\xff\xd9")


def test_phone_picture_carries_a_place_before() -> None:
    assert SECRET in phone_jpeg()
    assert dict(Image.open(BytesIO(phone_jpeg())).getexif().get_ifd(IFD.GPSInfo)) != {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_cleaned_keeps_format_and_loses_everything_else(kind: str) -> None:
    source = Image.open(BytesIO(phone_jpeg(800, 600)))
    out = BytesIO()
    source.save(out, kind, exif=source.getexif())
    data, suffix = cleaned(BytesIO(out.getvalue()))
    assert_clean(data)
    assert Image.open(BytesIO(data)).format == kind
    assert suffix == {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}[kind]


@pytest.mark.parametrize("kind", ["HEIF", "AVIF"])
def test_cleaned_turns_phone_formats_into_jpeg(kind: str) -> None:
    source = Image.open(BytesIO(phone_jpeg(800, 600)))
    out = BytesIO()
    source.save(out, kind, exif=source.getexif())
    data, suffix = cleaned(BytesIO(out.getvalue()))
    assert_clean(data)
    assert suffix == ".jpg"


def test_cleaned_stands_upright() -> None:
    data, _suffix = cleaned(BytesIO(phone_jpeg(800, 600, orientation=6)))
    assert Image.open(BytesIO(data)).size == (600, 800)


def test_cleaned_keeps_transparency_of_a_png() -> None:
    out = BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(out, "PNG")
    data, _suffix = cleaned(BytesIO(out.getvalue()))
    assert Image.open(BytesIO(data)).getpixel((5, 5)) == (255, 0, 0, 0)


@pytest.mark.parametrize(
    "content,code",
    [
        (b"", "empty"),
        (b"%PDF-1.7 kein Bild", "not_an_image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "not_an_image"),
        (b"GIF89a" + b"\0" * 60, "not_an_image"),
        (phone_jpeg(800, 600)[:9000], "broken"),
        (bomb(), "too_many_pixels"),
        (animated("WEBP"), "animated"),
        (animated("PNG"), "animated"),
    ],
)
def test_cleaned_refuses_with_a_reason(content: bytes, code: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        cleaned(BytesIO(content))
    assert refused.value.code == code
    assert str(refused.value).endswith(".")


def test_cleaned_refuses_what_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("home.pictures.MAX_BYTES", 1000)
    with pytest.raises(PictureRefused) as refused:
        cleaned(BytesIO(phone_jpeg(800, 600)))
    assert refused.value.code == "too_large"


@pytest.mark.django_db
def test_stored_original_is_clean_and_has_no_address() -> None:
    image = make_image()
    image.file.save("neu.jpg", ContentFile(phone_jpeg()), save=True)
    with image.file.open("rb") as file:
        assert_clean(file.read())
    with pytest.raises(PrivateFileError):
        _ = image.file.url
    assert list(Path(django_settings.MEDIA_ROOT).rglob("*.jpg")) == []


@pytest.mark.django_db
@pytest.mark.parametrize("spec", ["original", "width-480|format-webp", "fill-300x200|format-jpeg", "max-165x165"])
def test_public_sizes_are_clean(spec: str) -> None:
    image = make_image()
    image.file.save("neu.jpg", ContentFile(phone_jpeg()), save=True)
    with image.get_rendition(spec).file.open("rb") as file:
        assert_clean(file.read())


@pytest.mark.django_db
def test_width_and_height_are_those_of_the_upright_picture() -> None:
    image = SiteImage(title="Hochkant", description="Turm", author="Ada")
    image.file.save("turm.jpg", ContentFile(phone_jpeg(800, 600, orientation=6)), save=False)
    image.save()
    assert (image.width, image.height) == (600, 800)


def form_with(file: Any, **data: str) -> Any:
    from wagtail.images.forms import get_image_form

    values = {"title": "Markt", "description": "Markt im Regen", "author": "Ada Auge", "licence": "permission", **data}
    return get_image_form(SiteImage)(values, {"file": file})


@pytest.mark.django_db
def test_form_is_ours_and_cleans_the_uploaded_file_itself() -> None:
    file = upload(phone_jpeg())
    form = form_with(file)
    assert isinstance(form, SiteImageForm)
    assert form.is_valid(), form.errors
    file.seek(0)
    assert_clean(file.read())


@pytest.mark.django_db
def test_form_cleans_the_file_even_when_another_field_is_missing() -> None:
    """The admin keeps such a file for the second attempt; it must not keep the place either."""
    file = upload(phone_jpeg())
    form = form_with(file, description="")
    assert not form.is_valid()
    assert set(form.errors) == {"description"}
    file.seek(0)
    assert_clean(file.read())


@pytest.mark.django_db
@pytest.mark.parametrize("content", [phone_jpeg(800, 600)[:9000], bomb(), b"kein Bild"])
def test_form_says_in_german_what_is_wrong(content: bytes) -> None:
    form = form_with(upload(content))
    assert not form.is_valid()
    assert set(form.errors) == {"file"}
    assert "Bild" in form.errors["file"][0]


@pytest.mark.django_db
def test_form_asks_for_alternative_text_and_author() -> None:
    form = form_with(upload(phone_jpeg(800, 600)), description="", author="")
    assert not form.is_valid()
    assert set(form.errors) == {"description", "author"}


@pytest.mark.django_db
def test_heic_from_a_phone_is_accepted_in_the_form() -> None:
    out = BytesIO()
    Image.open(BytesIO(phone_jpeg(800, 600))).save(out, "HEIF")
    form = form_with(upload(out.getvalue(), "IMG_1.heic", "image/heic"))
    assert form.is_valid(), form.errors
    image = form.save()
    assert image.file.name.endswith(".jpg")


@pytest.mark.django_db
def test_credit_names_author_year_and_open_licence() -> None:
    assert make_image(year=2026, licence="cc-by-4.0").credit == "Ada Auge, 2026, CC BY 4.0"
    assert make_image(licence="permission").credit == "Ada Auge"


@pytest.mark.django_db
@pytest.mark.parametrize("which", ["", "{pk}/"])
def test_scripts_of_the_admin_get_a_picture_without_its_original(
    desk: Callable[[User], Client], editor: User, which: str
) -> None:
    """The editor of translations asks so for every picture on the page."""
    image = make_image("Allee")
    answer = desk(editor).get(f"/verwaltung/api/main/images/{which.format(pk=image.pk)}")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert '"thumbnail":{"url":"/medien/' in text.replace(" ", "").replace("\n", "")
    assert "Allee" in text
    assert "download_url" not in text
    assert "original_images" not in text
