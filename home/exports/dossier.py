"""The dossier: one example or up to twenty, printed as PDF/UA."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import unescape
from typing import Any, Final

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.core.documents import render_pdf
from cms.core.languages import document_language
from cms.core.templatetags.stadtblick import day
from home.models import ExamplePage

LAYOUT: Final = "home/documents/dossier.typ"


def dossier_pdf(examples: Sequence[ExamplePage], now: datetime) -> bytes:
    """Set the examples one after the other, each on a sheet of its own."""
    title = examples[0].title if len(examples) == 1 else _("Mappe: Beispiele gegen Leerstand")
    number = ngettext("ein Beispiel", "%(n)s Beispiele", len(examples)) % {"n": len(examples)}
    data = {
        "lang": document_language(),
        "title": title,
        "author": settings.SITE_NAME,
        "sender": settings.SITE_NAME,
        "reference": day(now),
        "footer": _("KOMPASS, %(number)s") % {"number": number},
        "contents": _("Inhalt"),
        "result": _("Was heute anders ist"),
        "examples": [_told(example) for example in examples],
    }
    return render_pdf(LAYOUT, data, made_at=now)


def _told(example: ExamplePage) -> dict[str, Any]:
    return {
        "title": example.title,
        "teaser": example.teaser,
        "facts": [[str(label), str(value)] for label, value in _facts(example) if value],
        "result": example.result,
        "parts": list(_parts(example)),
        "address": [_("Im Netz"), example.full_url or ""],
    }


def _facts(example: ExamplePage) -> list[tuple[str, str]]:
    town = example.municipality
    actors = [
        f"{actor.get_kind_display()} ({actor.name})" if actor.name else actor.get_kind_display()
        for actor in example.actors.all()
    ]
    return [
        (_("Ort"), f"{town.label} ({town.district})" if town and not town.has_namesake else town.label if town else ""),
        (_("Größe"), _("%(size)s Menschen") % {"size": example.size_label} if example.size_label else ""),
        (_("Leerstand"), example.get_vacancy_display()),
        (_("Maßnahmen"), ", ".join(measure.title for measure in example.measures.all() if measure.live)),
        (_("Mitgewirkt haben"), ", ".join(actors)),
        (_("Kosten"), example.get_cost_display()),
        (_("Zeitraum"), example.period),
        (_("Kontakt"), " ".join(example.contact.split())),
    ]


def _parts(example: ExamplePage) -> list[dict[str, str]]:
    """The running text without pictures: headings and paragraphs."""
    found = []
    for block in example.body:
        if block.block_type == "heading":
            found.append({"kind": "heading", "text": str(block.value)})
        elif block.block_type in {"paragraph", "lead"}:
            found.append({"kind": "text", "text": _plain(str(block.value))})
        elif block.block_type == "quote":
            found.append(
                {
                    "kind": "text",
                    "text": _("„%(text)s“") % {"text": block.value["quote"]} + f" ({block.value['source']})",
                }
            )
        elif block.block_type in {"steps", "facts"}:
            found.extend({"kind": "text", "text": _line(item)} for item in block.value["items"])
    return found


def _line(item: Any) -> str:
    head = item.get("heading") or item.get("term") or ""
    return f"{head}: {_plain(str(item['text']))}".strip()


def _plain(html: str) -> str:
    """Rich text as lines: each paragraph and item one of its own."""
    for tag in ("</p>", "</li>", "</h3>", "<br/>", "<br>"):
        html = html.replace(tag, f"{tag}\n")
    return unescape(strip_tags(html)).strip()
