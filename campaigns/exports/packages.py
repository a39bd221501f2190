"""Packages for municipalities and tourism: photos without metadata, their data as JSON-LD, a table, credits, terms."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _

from campaigns.domain.handing_over import OPEN_LICENCE, Photo, graph, image_object
from campaigns.domain.towns import plain_slug
from campaigns.enums import ConsentKind, HandoverKind
from campaigns.models import Campaign, Entry, Handover
from campaigns.photos import local_copy
from cms.core.images import print_copy
from cms.core.spreadsheets import xlsx_bytes

WEB_WIDTH = 1600
_CHUNK = 1024 * 1024
SUFFIX = {HandoverKind.PACKAGE: "zip", HandoverKind.TABLE: "xlsx", HandoverKind.DATA: "jsonld"}


@dataclass(frozen=True, slots=True)
class Package:
    """An open file, read from its start; the caller closes it. `items`: code, file name and checksum of each photo."""

    handle: IO[bytes]
    sha256: str
    size: int
    items: tuple[tuple[str, str, str], ...]


def build_package(handover: Handover, entries: Sequence[Entry]) -> Package:
    """Write what a handover holds into a temporary file. Originals never go out: their metadata could tell too much."""
    handle = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    scope, campaign = ConsentKind(handover.scope), handover.campaign
    items: list[tuple[str, str, str]] = [(entry.code, "", "") for entry in entries]
    if handover.kind == HandoverKind.TABLE:
        handle.write(table(entries, scope))
    elif handover.kind == HandoverKind.DATA:
        handle.write(json_ld(campaign, entries, scope))
    else:
        with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
            items = [_add_photo(archive, entry) for entry in entries]
            archive.writestr("daten.jsonld", json_ld(campaign, entries, scope))
            archive.writestr("tabelle.xlsx", table(entries, scope, files={code: name for code, name, _sum in items}))
            archive.writestr("LIESMICH.txt", _readme(handover, entries))
    size = handle.tell() if handover.kind != HandoverKind.PACKAGE else handle.seek(0, 2)
    return Package(handle, _digest(handle), size, tuple(items))


def _digest(handle: IO[bytes]) -> str:
    """The checksum of the whole file; leaves it at its start."""
    handle.seek(0)
    digest = hashlib.sha256()
    while chunk := handle.read(_CHUNK):
        digest.update(chunk)
    handle.seek(0)
    return digest.hexdigest()


def _add_photo(archive: zipfile.ZipFile, entry: Entry) -> tuple[str, str, str]:
    town = entry.municipality.name if entry.municipality else ""
    name = f"fotos/{plain_slug(f'{town} {entry.title}')[:60]}-{entry.code.lower()}.jpg"
    with local_copy(entry.original) as path:
        photo = print_copy(path)
    # photos are packed already; the date is a fixed one, so that equal packages have equal checksums
    archive.writestr(zipfile.ZipInfo(name), photo, zipfile.ZIP_STORED)
    return entry.code, name, hashlib.sha256(photo).hexdigest()


def terms(scope: ConsentKind) -> str:
    """What may be done with the photos, in one sentence."""
    if scope == ConsentKind.OPEN_LICENCE:
        return _("Creative Commons Namensnennung 4.0 (CC BY 4.0): jede Verwendung mit Nennung des Bildnachweises.")
    return _(
        "Nur die Kommune, in der das Foto entstand: Website, Aushang und Druck, immer mit Nennung des Bildnachweises."
    )


def photo_of(entry: Entry) -> Photo:
    """An entry as told to others."""
    page = f"{settings.BASE_URL}{entry.get_absolute_url()}"
    width, height = entry.rendition_dimensions(WEB_WIDTH)
    public = entry.rendition_url(WEB_WIDTH, "jpg")
    return Photo(
        identifier=entry.code,
        page=page,
        content=public if public.startswith("http") else f"{settings.BASE_URL}{public}",
        title=entry.title,
        description=entry.description,
        story=entry.reason,
        credit=entry.credit,
        year=(entry.taken_at or entry.submitted_at or entry.created_at).year,
        width=width,
        height=height,
        place=entry.place,
        town=entry.municipality.name if entry.municipality else "",
        ags=entry.municipality_id or "",
        latitude=entry.latitude,
        longitude=entry.longitude,
        taken_at=entry.taken_at,
    )


def json_ld(campaign: Campaign, entries: Iterable[Entry], scope: ConsentKind) -> bytes:
    """The photos as schema.org data; the licence stands there only if it was agreed to."""
    licence = OPEN_LICENCE if scope == ConsentKind.OPEN_LICENCE else ""
    objects = [image_object(photo_of(entry), licence=licence, terms=terms(scope)) for entry in entries]
    page = f"{settings.BASE_URL}{campaign.get_absolute_url()}galerie/"
    told = graph(objects, name=campaign.title, page=page)
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def table(entries: Iterable[Entry], scope: ConsentKind, *, files: dict[str, str] | None = None) -> bytes:
    """The photos as a workbook, one line each."""
    head = [_("Beitrag"), _("Titel"), _("Ort"), _("AGS"), _("Wo genau?"), _("Bildnachweis"), _("Jahr")]
    head += [_("Was ist zu sehen?"), _("Breite"), _("Länge"), _("Nutzung"), _("Seite"), _("Datei")]
    rows: list[list[Any]] = []
    for entry in entries:
        photo = photo_of(entry)
        rows.append(
            [
                *(photo.identifier, photo.title, photo.town, photo.ags, photo.place, photo.credit, photo.year),
                *(photo.description, photo.latitude, photo.longitude, terms(scope), photo.page),
                (files or {}).get(photo.identifier, ""),
            ]
        )
    return xlsx_bytes(head, rows, title=_("Fotos"))


def _readme(handover: Handover, entries: Sequence[Entry]) -> str:
    lines = [
        handover.campaign.title,
        _("Übergeben an: %(who)s") % {"who": handover.recipient},
        _("Zweck: %(purpose)s") % {"purpose": handover.purpose},
        _("Erlaubt: %(terms)s") % {"terms": terms(ConsentKind(handover.scope))},
        _(
            "Wer das Foto gemacht hat, kann die Einwilligung für die Zukunft zurücknehmen. Dann melden wir uns, "
            "und Sie verwenden das Foto nicht weiter."
        ),
        _("Die Fotos tragen keine Angaben der Kamera. Alles Nötige steht in der Tabelle und in daten.jsonld."),
        "",
        *(f"{entry.code}  {entry.title}, {entry.municipality}. {_('Foto')}: {entry.credit}" for entry in entries),
    ]
    return "\n".join(lines) + "\n"
