"""One sample or more for every component, as pages would use them; shown together on one page in the browser test."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string

NOW = datetime(2027, 6, 29, 10, 0, tzinfo=UTC)
UNTIL = datetime(2027, 7, 11, 16, 0, tzinfo=UTC)
TODAY = datetime(2027, 6, 29, 16, 0, tzinfo=UTC)
LONG = "Einsendungen aus Leinefelde-Worbis, Bad Langensalza und der Landgemeinde Zeulenroda-Triebes"
LEGAL = [{"url": "/impressum/", "title": "Impressum"}, {"url": "/leichte-sprache/", "title": "Leichte Sprache"}]
NAV = [
    {"url": "/mitmachen/", "title": "Mitmachen", "current": True},
    {"url": "/wettbewerbe/", "title": "Wettbewerbe", "current": False},
]

DOT = {"ags": "1", "name": "Greiz", "r": 8, "anchor": "middle", "x": 240.0, "y": 180.0}
POSITION = {
    "width": 480, "height": 320, "dots": [DOT, {**DOT, "ags": "2", "name": "Zeulenroda", "x": 90.0, "y": 250.0}],
    "names": [DOT], "spot": {"x": 270.0, "y": 150.0}, "goal": DOT, "is_below": False, "town": "Greiz", "km": 1.2,
}  # fmt: skip
LEVEL_MAP = {
    "width": 1000, "height": 500, "land": "M100 100 900 100 900 400Z", "land_width": 90, "without": "M200 300h0",
    "known": "M300 200h0M600 250h0", "levels": ["M300 200h0", "M600 250h0"],
    "names": [{"size": "l", "text": "Greiz", "x": "320", "y": "205", "anchor": "start"}],
}  # fmt: skip
LEVELS = [{"number": 0, "label": "bis 5 %", "count": 1}, {"number": 1, "label": "über 5 %", "count": 1}]
TASK = {
    "algorithm": "SHA-256", "salt": "sample&", "signature": "0", "maxNumber": 500,
    "challenge": sha256(b"sample&42").hexdigest(),
}  # fmt: skip


class Message:
    """A message as Django's framework hands it to a template."""

    def __init__(self, level_tag: str, text: str) -> None:
        self.level_tag = level_tag
        self.text = text

    def __str__(self) -> str:
        return self.text


class SampleForm(forms.Form):
    """A field of every kind."""

    place = forms.CharField(label="Ort", help_text="So, wie er auf dem Ortsschild steht.")
    credit = forms.CharField(label="Name für den Bildnachweis", required=False)
    reason = forms.CharField(label="Warum ist das Ihr schönster Blick?", widget=forms.Textarea)
    size = forms.ChoiceField(label="Größenklasse", choices=[("a", "bis 5.000"), ("b", "5.001 bis 15.000")])
    people = forms.ChoiceField(
        label="Sind Menschen zu erkennen?", widget=forms.RadioSelect, choices=[("n", "Nein"), ("j", "Ja, alle einig")]
    )
    topics = forms.MultipleChoiceField(
        label="Was ist zu sehen?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("t", "Turm"), ("m", "Markt")],
        required=False,
    )
    rights = forms.BooleanField(label="Ich habe das Foto selbst gemacht.")
    licence = forms.BooleanField(label="Offene Lizenz CC BY 4.0", help_text="Alle dürfen es nutzen.", required=False)
    photo = forms.FileField(label="Foto", help_text="JPEG oder HEIC, höchstens 25 MB.")


def _page() -> dict[str, Any]:
    paginator = Paginator(range(500), 24)
    return {"page": paginator.page(4), "numbers": list(paginator.get_elided_page_range(4)), "query": "ort=greiz"}


def samples() -> dict[str, list[dict[str, Any]]]:
    """Contexts by the file name of the component."""
    form = SampleForm({})
    people = {"signed_in": True, "site_name": "Innenstädte mit Zukunft", "demo": True}
    stops = [
        {"title": "Einreichen", "text": "bis Montag, 31.05.2027, 23:59 Uhr", "state": "past"},
        {"title": "Abstimmen", "text": "bis Sonntag, 11.07.2027, 18:00 Uhr", "state": "now"},
        {"title": "Ergebnis", "text": "Freitag, 16.07.2027, 10:00 Uhr", "state": "next"},
    ]
    columns = [{"title": "Service", "links": [{"url": "/newsletter/", "title": "Newsletter"}]}]
    english = [{"code": "en", "url": "/en/", "title": "English"}]
    return {
        "header.html": [{**people, "nav": NAV, "legal": LEGAL, "languages": english}],
        "preview_bar.html": [{"moment": UNTIL, "csrf_token": "x"}],
        "messages.html": [{"messages": [Message("success", "Gespeichert."), Message("error", "Das ging nicht.")]}],
        "head.html": [
            {"title": "Termine", "url": "/termine/", "label": "Jahreskalender", "sight": True, "id": "termine"},
            {"title": LONG, "url": "/orte/", "label": "Alle Orte auf der Karte"},
            {"title": "Ohne Ziel", "level": 1},
        ],
        "count.html": [{"until": UNTIL, "now": NOW}, {"until": TODAY, "now": NOW, "medium": True}],
        "arm.html": [
            {"title": "Abstimmen", "text": LONG, "url": "/a/", "until": UNTIL, "now": NOW, "ground": "brick"},
            {"title": "Mitreden", "url": "/b/", "until": TODAY, "now": NOW, "ground": "sand"},
        ],
        "phases.html": [{"stops": stops, "across": True}, {"stops": stops}],
        "position_map.html": [{"map": POSITION, "map_label": "Standort, 1,2 km von der Mitte von Greiz entfernt"}],
        "proof.html": [{"task": TASK, "field": "altcha"}],
        "steps_done.html": [{"step": 3, "total": 5, "numbers": range(1, 6)}],
        "pager.html": [_page()],
        "empty.html": [
            {"title": "Noch kein Foto aus Greiz", "text": "Ihres wäre das erste.", "url": "/m/", "label": "Mitmachen"}
        ],
        "jump.html": [{"from_id": "top", "from_label": "Vorhaben", "to_id": "panel", "to_label": "Zur Bewertung"}],
        "search_box.html": [{"query": "Leerstand"}, {}],
        "crumb.html": [{"url": "/galerie/", "title": "Galerie"}],
        "copy.html": [{"id": "quittung", "text": "QX7M-4RTK-92LD-WW3P", "label": "Quittung kopieren"}],
        "status.html": [{"state": "ok", "label": "Erledigt"}, {"state": "err", "label": "Datei fehlt"}],
        "error_summary.html": [{"form": form}],
        "field_errors.html": [{"field": form["place"]}],
        "error_page.html": [
            {"number": "404", "heading": "Ins Leere", "text": "Die Seite fehlt.", "label": "Zur Startseite"}
        ],
        "level_map.html": [{"map": LEVEL_MAP, "levels": LEVELS, "map_label": "Karte: Leerstand nach Orten"}],
        "brand.html": [{"site_name": "Innenstädte mit Zukunft"}],
        "brand_again.html": [{"site_name": "Innenstädte mit Zukunft"}],
        "header_links.html": [{"signed_in": True, "legal": LEGAL, "languages": english}],
        "logout.html": [{"csrf_token": "x"}],
        "legal.html": [{"legal": LEGAL}],
        "footer.html": [{**people, "nav": NAV, "columns": columns, "legal": LEGAL}, {**people, "nav": NAV}],
        "footer_slim.html": [{"legal": LEGAL, "demo": True}],
    }


# parts of other samples or second copies of landmarks: rendered alone, but not once more on the page of all samples
PARTS = {"brand.html", "brand_again.html", "header_links.html", "legal.html", "footer_slim.html", "field_errors.html"}


def render(name: str, context: dict[str, Any]) -> str:
    return render_to_string(f"components/{name}", context)


def _section(ground: str, inner: str) -> str:
    return f'<section class="{ground} field"><div class="wrap band">{inner}</div></section>'


def page_of_all() -> str:
    """A whole page with every sample once, fields of every kind and every field colour."""
    found = samples()
    inner = [
        f'<div class="wrap band tight">{render(name, context)}</div>'
        for name, contexts in found.items()
        if name not in PARTS | {"header.html", "footer.html", "messages.html", "error_page.html", "error_summary.html"}
        for context in contexts[: 1 if name in {"logout.html", "search_box.html"} else 9]
    ]
    form = SampleForm({"place": "Greiz", "people": "j", "rights": "on"})
    fields = _section("plain", f'<form class="form" method="post" novalidate>{form}</form>')
    plain = "".join(field.as_field_group() for field in SampleForm(prefix="leer"))
    grounds = "".join(
        f'<section class="{ground} field"><div class="wrap band tight"><h2>{ground}</h2><p class="mute">leise</p>'
        f'<p class="msg">Fehler</p><div class="fld bad"><label for="i-{ground}">Feld</label>'
        f'<p class="hint">Hinweis</p><input class="in" id="i-{ground}"></div>'
        f'<p><a class="arm btn{" on-brick" if ground == "brick" else ""}" href="/x/{ground}/">Los</a> '
        f'<a href="/y/{ground}/">Verweis</a></p></div></section>'
        for ground in ("plain", "spruce", "brick", "sand", "sky", "board-f")
    )
    return (
        '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Bausteine</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/static/css/site.css"></head><body>'
        + render("header.html", found["header.html"][0])
        + "<main><h1>Bausteine</h1>"
        + render("messages.html", found["messages.html"][0])
        + '<div id="top"></div><div id="panel"></div>'
        + "".join(inner).replace("<h1", "<h2").replace("</h1>", "</h2>")
        + fields
        + _section("sand", f'<form class="form" novalidate>{plain}</form>')
        + grounds
        + "</main>"
        + render("footer.html", found["footer.html"][0])
        + "</body></html>"
    )
