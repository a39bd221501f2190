"""Everything stored about one entry that its author gave, to keep: as JSON, and as a ZIP with photo and consents."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder

from campaigns import photos
from campaigns.enums import PhotoState
from campaigns.models import Entry
from cms.core.storages import private_storage

IN_MEMORY = 1024 * 1024
_TOLD = (
    "code", "state", "title", "place", "reason", "description", "people", "shows_children", "parents_agreed",
    "is_drone", "drone_cleared", "age", "owns_rights", "author_name", "author_email", "guardian_email", "guardian_name",
    "language", "created_at", "confirmed_at", "submitted_at", "decided_at", "verdict", "guardian_asked_at",
    "guardian_confirmed_at", "taken_at", "latitude", "longitude", "width", "height",
)  # fmt: skip


def own_data(entry: Entry) -> dict[str, Any]:
    """The entry's data by name, with every consent in its exact words and from when to when it held."""
    told: dict[str, Any] = {"campaign": entry.campaign.title, **{name: getattr(entry, name) for name in _TOLD}}
    told["municipality"] = entry.municipality.label if entry.municipality else ""
    consents = entry.consents.select_related("text").order_by("given_at", "pk")
    told["consents"] = [
        {
            "kind": consent.text.kind,
            "version": consent.text.version,
            "text": consent.text.text,
            "given_at": consent.given_at,
            "revoked_at": consent.revoked_at,
        }
        for consent in consents
    ]
    return told


def as_json(told: dict[str, Any]) -> str:
    """The data as readable JSON."""
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"


def own_archive(entry: Entry) -> IO[bytes]:
    """A ZIP in a temporary file: the data, the original as it was sent, all sizes made of it, the consents as text."""
    told = own_data(entry)
    archive = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr(f"{entry.code}/angaben.json", as_json(told))
        for consent in told["consents"]:
            packed.writestr(f"{entry.code}/einwilligung-{consent['kind']}-{consent['version']}.txt", consent["text"])
        for name, inside in _files(entry):
            with private_storage.open(name, "rb") as source, packed.open(inside, "w") as target:
                shutil.copyfileobj(source, target)
    archive.seek(0)
    return archive  # type: ignore[return-value]


def _files(entry: Entry) -> list[tuple[str, str]]:
    """Stored name and name in the archive of each file."""
    if not entry.original:
        return []
    suffix = photos.SUFFIXES[entry.original_format]
    files = [(entry.original, f"{entry.code}/original{suffix}")]
    if entry.photo_state == PhotoState.READY:
        files += [(entry.private_rendition(width, ext), f"{entry.code}/{width}.{ext}") for width, ext in photos.SIZES]
    return files
