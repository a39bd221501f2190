"""The demo's KOMPASS, funding guide and data view; what exists stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any, TypeVar

from django.utils import timezone
from wagtail.models import Page

from cms.accounts.models import User
from cms.demo import people
from cms.demo.picture_shelf import SHELF
from cms.demo.stories import examples
from cms.demo.stories import funding as programmes
from cms.demo.stories import kompass as stories
from cms.places.models import Municipality
from cms.places.queries import by_typed_name
from home.actions.data import import_table
from home.actions.suggestions import suggest_example
from home.enums import CostClass
from home.models import (
    DataIndexPage,
    DataPage,
    ExampleActor,
    ExampleIndexPage,
    ExamplePage,
    ExampleSuggestion,
    FundingIndexPage,
    FundingPage,
    GuidePage,
    HomePage,
    KompassIndexPage,
    MeasurePage,
    ProblemPage,
    SiteImage,
    SitePage,
)

P = TypeVar("P", bound=SitePage)
LEAST_PEOPLE = 3_000
DATA_TEASER = "Wie viele Läden leer stehen, Ort für Ort. Die Zahlen sind für die Vorführung erfunden."
DATA_NOTE = (
    "<p>Gezählt werden leere Ladenlokale im Erdgeschoss der Zentren, geteilt durch alle Ladenlokale dort. Für Orte "
    "unter 3.000 Menschen gibt es keine Zahl. <b>Alle Werte sind erfunden</b> und sagen nichts über die Orte aus.</p>"
)


def load_kompass(home: HomePage, now: datetime) -> None:
    """Everything that one finds below /kompass/, /foerderung/ and /daten/."""
    funding = _load_funding(home, now)
    index = _child(
        home, KompassIndexPage, "kompass", title="KOMPASS", teaser=stories.TEASER, show_in_menus=True,
        image=_picture("Gasse in der Altstadt"), body=[("paragraph", stories.ORIGIN)],
    )  # fmt: skip
    measures = _load_measures(index, _load_problems(index), funding)
    _load_guides(index, measures)
    collection = _child(index, ExampleIndexPage, "beispiele", title="Beispiele", teaser=stories.COLLECTION_TEASER)
    for example in examples.EXAMPLES:
        _load_example(collection, example, measures)
    _load_suggestion(now)
    _load_data(home, now)


def _child(parent: Page, kind: type[P], slug: str, /, **fields: Any) -> P:
    """Return the page at this address, published now if it is new."""
    found = kind.objects.child_of(parent).filter(slug=slug).first()
    if found is not None:
        return found
    several = {name: fields.pop(name) for name in ("problems", "funding", "measures", "actors") if name in fields}
    page = kind(slug=slug, locale=parent.locale, **fields)
    for name, values in several.items():
        setattr(page, name, values)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _picture(title: str) -> SiteImage | None:
    return SiteImage.objects.filter(title=title).first() if title else None


def _text(parts: Sequence[str]) -> list[tuple[str, Any]]:
    return [("paragraph", "".join(f"<p>{part}</p>" for part in parts))] if parts else []


def _load_funding(home: HomePage, now: datetime) -> dict[str, FundingPage]:
    index = _child(
        home, FundingIndexPage, "foerderung", title="Wegweiser Innenstadtförderung", teaser=programmes.TEASER,
        body=[("paragraph", programmes.NOTE)],
    )  # fmt: skip
    today = timezone.localdate(now)
    return {
        one.slug: _child(
            index,
            FundingPage,
            one.slug,
            title=one.title,
            teaser=one.teaser,
            kind=one.kind,
            areas=list(one.areas),
            applicants=list(one.applicants),
            region=one.region,
            max_population=one.max_population,
            funder=one.funder,
            contact="Beratungsstelle (Demo)\nfoerderung@example.org",
            amount=one.amount,
            deadline=today + timedelta(days=one.deadline) if one.deadline is not None else None,
            last_checked=today + timedelta(days=one.checked),
            source_url="https://www.example.org/foerderung/",
            body=_text([programmes.MARK]),
        )
        for one in programmes.PROGRAMMES
    }


def _load_problems(index: KompassIndexPage) -> dict[str, ProblemPage]:
    return {
        one.slug: _child(
            index, ProblemPage, one.slug, title=one.title, teaser=one.teaser, signs="\n".join(one.signs),
            body=_text(one.text),
        )
        for one in stories.PROBLEMS
    }  # fmt: skip


def _load_measures(
    index: KompassIndexPage, problems: dict[str, ProblemPage], funding: dict[str, FundingPage]
) -> dict[str, MeasurePage]:
    return {
        one.slug: _child(
            index,
            MeasurePage,
            one.slug,
            title=one.title,
            teaser=one.teaser,
            effort=one.effort,
            problems=[problems[slug] for slug in one.problems],
            funding=[funding[slug] for slug in one.funding],
            body=[("steps", {"heading": "", "items": [{"heading": head, "text": text} for head, text in one.steps]})],
        )
        for one in stories.MEASURES
    }


def _load_guides(index: KompassIndexPage, measures: dict[str, MeasurePage]) -> None:
    for slug, title, teaser, belongs, steps in stories.GUIDES:
        _child(
            index, GuidePage, slug, title=title, teaser=teaser, measures=[measures[one] for one in belongs],
            steps=[("step", {"heading": head, "text": text}) for head, text in steps],
        )  # fmt: skip


def _load_example(parent: ExampleIndexPage, one: examples.Example, measures: dict[str, MeasurePage]) -> None:
    towns = by_typed_name(one.town)
    if not towns:
        return
    body = [*_text(one.text), *(_text([examples.DEMO]) if one.is_invented else [])]
    _child(
        parent,
        ExamplePage,
        one.slug,
        title=one.title,
        teaser=one.teaser,
        image=_picture(SHELF[one.picture].title),
        municipality=towns[0],
        vacancy=one.vacancy,
        measures=[measures[slug] for slug in one.measures],
        actors=[ExampleActor(kind=kind, name=name) for kind, name in one.actors],
        cost=one.cost if one.is_invented else CostClass.UNKNOWN,
        year_from=one.years[0],
        year_to=one.years[1],
        result=one.result,
        body=body,
        contact="Stadtverwaltung, Wirtschaftsförderung (Demo)\ninnenstadt@example.org",
    )


def _load_suggestion(now: datetime) -> None:
    towns = by_typed_name("Ilmenau")
    if towns and not ExampleSuggestion.objects.exists():
        when = now - timedelta(days=2)
        suggest_example(municipality=towns[0], office_email="kontakt@example.org", now=when, **stories.SUGGESTION)


def _load_data(home: HomePage, now: datetime) -> None:
    index = _child(
        home, DataIndexPage, "daten", title="Daten", teaser="Zahlen zu den Innenstädten als Karte, Balken und Tabelle."
    )
    page = _child(
        index, DataPage, "leerstand", title="Leerstand nach Orten", teaser=DATA_TEASER, value_label="Leerstandsquote",
        unit="%", decimals=1, body=[("paragraph", DATA_NOTE)],
    )  # fmt: skip
    if page.editions.exists():
        return
    editor = User.objects.get(email=people.EDITOR.email)
    year = timezone.localdate(now).year
    for ago, rise in ((2, Decimal("-1.4")), (1, Decimal(0))):
        import_table(
            page=page,
            values=_invented(rise),
            as_of=now.date().replace(year=year - ago, month=12, day=31),
            source="Erfunden für die Vorführung",
            by=editor,
            now=now,
        )


def _invented(rise: Decimal) -> dict[str, Decimal]:
    """A rate for every larger town, drawn from its key: the same at every telling."""
    towns = Municipality.objects.active().filter(population__gte=LEAST_PEOPLE)
    return {town.ags: _rate(town.ags) + rise for town in towns}


def _rate(ags: str) -> Decimal:
    drawn = sha256(ags.encode()).digest()
    return Decimal(30 + drawn[0] + drawn[1] % 100) / 10
