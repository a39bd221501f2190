"""Campaigns, entries and ballots for tests: the quick way by rows, the real way through the actions."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from functools import cache
from io import BytesIO
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from campaigns import actions, photos
from campaigns.domain.codes import new_entry_code
from campaigns.domain.entries import LIVING
from campaigns.enums import AgeBracket, ConsentKind, EntryState, People, Phase, PhotoState
from campaigns.models import Campaign, CampaignTown, Entry
from campaigns.queries import current_consent_texts
from cms.core.images import RENDITION_EXTENSIONS, RENDITION_WIDTHS
from cms.core.storages import private_storage
from cms.places.models import Municipality

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 6, 15, 12, 0, tzinfo=BERLIN)
XMP = b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x='adobe:ns:meta/'>secret-xmp</x:xmpmeta>"
TRAILER = b"secret-trailing-bytes"

# On which day of a campaign's calendar `now` falls. Day 0: submission opens.
_DAY = {
    Phase.ANNOUNCED: -5,
    Phase.SUBMISSION: 10,
    Phase.CHECKING: 22,
    Phase.VOTING: 35,
    Phase.COUNTING: 52,
    Phase.RESULTS: 55,
}
_CALENDAR = {"submission_opens": 0, "submission_closes": 20, "voting_opens": 25, "voting_closes": 45, "results_at": 50}
_numbers = count(1)


def calendar(phase: Phase, now: datetime = NOW) -> dict[str, datetime]:
    """Dates that put a campaign into `phase` at `now`."""
    start = now - timedelta(days=_DAY[phase])
    dates = {name: start + timedelta(days=day) for name, day in _CALENDAR.items()}
    if phase == Phase.RESULTS:
        dates["results_published_at"] = dates["results_at"]
    return dates


def make_campaign(phase: Phase = Phase.SUBMISSION, *, now: datetime = NOW, **fields: Any) -> Campaign:
    """A stored campaign in `phase` at `now`, with its consents."""
    number = next(_numbers)
    values = {"title": f"Der schönste Blick {number}", "slug": f"blick-{number}", **calendar(phase, now), **fields}
    campaign = Campaign.objects.create(**values)
    actions.set_up_campaign(campaign=campaign, now=now)
    return campaign


def make_town(name: str = "", population: int = 7_500, **fields: Any) -> Municipality:
    """A municipality with an AGS of its own."""
    number = next(_numbers)
    values = {
        "ags": f"169{number:05d}",
        "name": name or f"Musterstadt {number}",
        "name_official": name or f"Musterstadt {number}, Stadt",
        "kind": "town",
        "district": "Musterkreis",
        "district_ags": "16999",
        "population": population,
        "area_km2": "10.00",
        "postal_code": "99000",
        "latitude": 51.0,
        "longitude": 11.0,
        **fields,
    }
    return Municipality.objects.create(**values)


@cache
def _jpeg(seed: int, width: int, height: int) -> bytes:
    """A JPEG as a phone writes it: EXIF with place and time, XMP, and bytes after the end."""
    size = (48, 36)
    pixels = bytes((x * 5 * (seed + 1) + y * 7 + seed * 31) % 256 for y in range(size[1]) for x in range(size[0] * 3))
    picture = Image.frombytes("RGB", size, pixels).resize((width, height), Image.Resampling.BICUBIC)
    exif = Image.Exif()
    exif[Base.Make] = "secret-camera"
    exif[Base.Orientation] = 1
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2027:05:01 18:30:00"
    exif.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: (51.0, 5.0, 24.0),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (11.0, 37.0, 12.0),
        }
    )
    out = BytesIO()
    picture.save(out, "JPEG", quality=60, exif=exif, xmp=XMP.partition(b"\x00")[2])
    return out.getvalue() + TRAILER


def photo_file(
    seed: int = 1, *, width: int = 1600, height: int = 1200, name: str = "IMG_0815.jpg"
) -> SimpleUploadedFile:
    """A real photo to upload; every seed gives another picture."""
    return SimpleUploadedFile(name, _jpeg(seed, width, height), content_type="image/jpeg")


def make_entry(
    campaign: Campaign, state: EntryState = EntryState.APPROVED, *, with_files: bool = False, **fields: Any
) -> Entry:
    """An entry straight into the database, with tiny files if asked for. Approved entries are public."""
    number = next(_numbers)
    town = fields.pop("municipality", None) or make_town()
    is_public = fields.pop("is_public", state == EntryState.APPROVED)
    values: dict[str, Any] = {
        "code": new_entry_code(attempt=3),
        "created_at": NOW,
        "original": f"beitraege/te/test{number}.jpg",
        "original_format": "JPEG",
        "original_bytes": 1,
        "sha256": f"{number:064x}",
        "photo_state": PhotoState.READY,
        "width": 1600,
        "height": 1200,
        "colour": "#335544",
        "dhash": number * 0x9E3779B97F4A7C15 % 2**63,
        "municipality": town,
        "size_class": campaign.size_class_of(town),
        "place": "Am Markt",
        "title": f"Blick {number}",
        "reason": "Weil ich hier immer stehen bleibe.",
        "description": "Ein Marktplatz mit Brunnen.",
        "people": People.NOBODY,
        "age": AgeBracket.ADULT,
        "owns_rights": True,
        "author_email": f"autor{number}@example.org",
        "author_key": f"{number:064x}",
        **fields,
    }
    if state in LIVING:
        values = {"confirmed_at": NOW, "submitted_at": NOW, "author_slot": 1, **values}
    entry = Entry.objects.create(campaign=campaign, state=state, is_public=is_public, **values)
    if is_public:
        key = {"campaign": campaign, "municipality": town}
        counted, _created = CampaignTown.objects.get_or_create(**key, defaults={"size_class": entry.size_class})
        CampaignTown.objects.filter(pk=counted.pk).update(entries=counted.entries + 1)
    if with_files:
        _store_files(entry)
    return entry


def _store_files(entry: Entry) -> None:
    private_storage.save(entry.original, photo_file())
    sizes = {}
    for ext, kind in zip(RENDITION_EXTENSIONS, ("WEBP", "JPEG"), strict=True):
        out = BytesIO()
        Image.new("RGB", (48, 36), entry.colour).save(out, kind)
        sizes |= {f"{width}.{ext}": out.getvalue() for width in RENDITION_WIDTHS}
    photos.store_renditions(entry, sizes)
    if entry.is_public:
        photos.publish_renditions(entry)


def committing() -> AbstractContextManager[list[Any]]:
    """Run what waits for the commit when the block ends, although a test never commits."""
    return TestCase.captureOnCommitCallbacks(execute=True)


def code_from_mail(address: str) -> str:
    """The six digits of the newest mail to an address."""
    newest = next(message for message in reversed(mail.outbox) if message.to == [address.strip()])
    found = re.search(r"^ +(\d{6})$", newest.body, re.MULTILINE)
    assert found, newest.body
    return found[1]


def path_from_mail(address: str, part: str) -> str:
    """The path of the newest link to an address that contains `part`, e.g. „mein-beitrag“."""
    for message in reversed(mail.outbox):
        if message.to == [address] and (found := re.search(rf"https?://[^/\s]+(\S*/{part}/\S*)", message.body)):
            return found[1]
    raise AssertionError(f"no mail to {address} with {part}")


def draft_entry(
    campaign: Campaign, *, seed: int = 1, town: Municipality | None = None, now: datetime = NOW, **answers: Any
) -> Entry:
    """A complete draft, through the actions, photo decoded."""
    with committing():
        entry, _token = actions.start_entry(campaign=campaign, photo=photo_file(seed), now=now)
    entry.refresh_from_db()
    actions.describe_entry(
        entry=entry,
        municipality=town or make_town(),
        place="Am Markt",
        title=f"Blick {seed}",
        reason="Weil ich hier immer stehen bleibe.",
        description="Ein Marktplatz mit Brunnen.",
        now=now,
    )
    values: dict[str, Any] = {
        "people": People.NOBODY,
        "is_drone": False,
        "age": AgeBracket.ADULT,
        "owns_rights": True,
        "consents": [ConsentKind.CONTEST, ConsentKind.MUNICIPALITY],
        **answers,
    }
    return actions.declare(entry=entry, now=now, **values)


def submit_entry(
    campaign: Campaign, email: str = "entrant@example.org", *, now: datetime = NOW, **fields: Any
) -> Entry:
    """A submitted entry the whole real way: upload, description, answers, code from the mail."""
    entry = draft_entry(campaign, now=now, **fields)
    with committing():
        actions.send_confirmation_code(entry=entry, name="Erika Einsendung", email=email, now=now)
    with committing():
        return actions.confirm_entry(entry=entry, code=code_from_mail(email), now=now)


def cast(campaign: Campaign, email: str, *entries: Entry, now: datetime = NOW, network: str = "") -> actions.Cast:
    """A ballot the whole real way: code by mail, then the votes."""
    chosen = [entry.code for entry in entries]
    with committing():
        actions.issue_ballot_code(campaign=campaign, email=email, entries=chosen, now=now)
    voter = actions.confirm_voter(campaign=campaign, email=email, code=code_from_mail(email), now=now)
    with committing():
        return actions.cast_ballot(campaign=campaign, voter=voter, entries=chosen, now=now, network=network)


def consents_given(entry: Entry) -> set[ConsentKind]:
    """Which consents are in force, with the newest words."""
    texts = {text.pk: kind for kind, text in current_consent_texts(entry.campaign).items()}
    return {texts[pk] for pk in entry.consents.filter(revoked_at=None).values_list("text_id", flat=True)}
