"""Everything about the winners for newspapers: text, table and photos with their credits, in one ZIP."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _

from campaigns.domain.honours import Field, honours
from campaigns.domain.towns import plain_slug
from campaigns.enums import ConsentKind
from campaigns.exports.certificates import Certificate
from campaigns.models import Entry, Result
from campaigns.photos import local_copy
from campaigns.queries import entries_with_consent
from cms.core.documents import render_pdf
from cms.core.images import print_copy
from cms.core.languages import document_language
from cms.core.spreadsheets import xlsx_bytes
from cms.core.templatetags.stadtblick import day, number

PRESS = "campaigns/documents/press.typ"


def press_kit(result: Result) -> IO[bytes]:
    """The ZIP in a temporary file, read from its start; the caller closes it. Photos only while they are public."""
    words = press_words(result)
    handle = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{_('pressetext')}.txt", _plain(words))
        archive.writestr(f"{_('pressetext')}.pdf", render_pdf(PRESS, words, made_at=result.published_at))
        archive.writestr(f"{_('ergebnis')}.xlsx", result_table(result))
        shown = list(_add_photos(archive, _winners(result)))
        archive.writestr(f"{_('bildnachweise')}.txt", _credits(shown))
    handle.seek(0)
    return handle


def _winners(result: Result) -> list[Entry]:
    """Every photo with a first place or a prize of the jury, each once; only with the consent to be shown."""
    codes = [h.code for h in honours(result.snapshot) if h.code and (h.field == Field.JURY or h.place == 1)]
    found = {entry.code: entry for entry in entries_with_consent(result.campaign, ConsentKind.CONTEST)}
    return [found[code] for code in dict.fromkeys(codes) if code in found]


def _add_photos(archive: zipfile.ZipFile, entries: list[Entry]) -> Iterator[tuple[str, Entry]]:
    for position, entry in enumerate(entries, start=1):
        town = entry.municipality.name if entry.municipality else ""
        name = f"fotos/{position:02d}-{plain_slug(f'{town} {entry.title}')[:60]}.jpg"
        with local_copy(entry.original) as path:
            archive.writestr(zipfile.ZipInfo(name, zip_date(entry)), print_copy(path))
        yield name, entry


def zip_date(entry: Entry) -> tuple[int, int, int, int, int, int]:
    """The moment in the ZIP: when the entry was released, so that a second kit is equal to the first."""
    at = entry.decided_at or entry.created_at
    return (at.year, at.month, at.day, at.hour, at.minute, at.second)


def _credits(shown: list[tuple[str, Entry]]) -> str:
    head = _(
        "Abdruck frei für die Berichterstattung über die Kampagne, mit Nennung des Bildnachweises. "
        "Jede andere Verwendung braucht die Zustimmung der Fotografin oder des Fotografen."
    )
    lines = [f"{name}\n  {entry.title}, {entry.municipality}\n  {_('Foto')}: {entry.credit}" for name, entry in shown]
    return "\n\n".join([head, *lines]) + "\n"


def press_words(result: Result) -> dict[str, Any]:
    """The words of the press text: what the campaign was, who won, how it was counted."""
    campaign, numbers = result.campaign, result.snapshot
    lines = []
    for honour in honours(numbers):
        if honour.field in {Field.SIZE_CLASS, Field.JURY} and (honour.place == 1 or honour.field == Field.JURY):
            certificate = Certificate(campaign, honour)
            lines.append([certificate.place, f"{honour.title}, {honour.town}", certificate.field, honour.reason])
    figures = {"people": number(numbers["ballots"]), "votes": number(numbers["counted"]), "title": campaign.title}
    return {
        "lang": document_language(),
        "title": _("Das sind die schönsten Blicke: %(title)s") % {"title": campaign.title},
        "author": settings.SITE_NAME,
        "sender": settings.SITE_NAME,
        "reference": day(result.published_at),
        "footer": f"{settings.BASE_URL}{campaign.get_absolute_url()}ergebnis/",
        "lead": _("%(people)s Menschen haben abgestimmt und %(votes)s gültige Stimmen vergeben.") % figures,
        "winners_heading": _("Wer gewonnen hat"),
        "winners": lines,
        "counting_heading": _("Wie gezählt wurde"),
        "counting": _(
            "Abgestimmt wurde ohne Konto, jede E-Mail-Adresse einmal. Gewertet wird in Größenklassen, damit kleine "
            "Orte gegen kleine antreten. Die Zähldatei ist öffentlich: Jede Stimme steht darin mit ihrer Quittung, "
            "und jede Person kann nachzählen."
        ),
        "photos": _("Fotos in Druckgröße liegen bei. Bitte nennen Sie immer den Bildnachweis."),
    }


def _plain(words: dict[str, Any]) -> str:
    winners = [
        f"- {place} {field}: {who}" + ("\n  " + _("„%(text)s“") % {"text": reason} if reason else "")
        for place, who, field, reason in words["winners"]
    ]
    parts = [words["title"], words["reference"], words["lead"], words["winners_heading"], "\n".join(winners)]
    return "\n\n".join([*parts, words["counting_heading"], words["counting"], words["photos"], words["footer"]]) + "\n"


def result_table(result: Result) -> bytes:
    """Every place as a workbook."""
    head = [
        _("Platz"),
        _("Platz in der Größenklasse"),
        _("Größenklasse"),
        _("Foto"),
        _("Ort"),
        _("Stimmen"),
        _("Beitrag"),
    ]
    rows = [
        [
            row["place"],
            row["class_place"],
            result.campaign.size_class_label(row["size_class"]),
            row["title"],
            row["town"],
            row["votes"],
            row["code"],
        ]
        for row in result.snapshot["entries"]
    ]
    return xlsx_bytes(head, rows, title=_("Ergebnis"))
