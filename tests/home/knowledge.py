"""Pages of KOMPASS, funding guide and data view for tests; a thousand examples in a moment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from cms.places.models import Municipality
from home.models import (
    DataIndexPage,
    DataPage,
    ExampleActor,
    ExampleIndexPage,
    ExamplePage,
    FundingIndexPage,
    FundingPage,
    KompassIndexPage,
    MeasurePage,
    ProblemPage,
    SitePage,
)
from tests.home.factories import TEASER, home_page
from tests.places.factories import make_municipality

STORY = [("paragraph", "<p>Die Nachbarn haben geholfen.</p>")]


def child(parent: Page, kind: type[SitePage], /, **fields: Any) -> Any:
    """A live page without revisions: quick, and nothing here reads them."""
    page = kind(**{"title": kind.__name__, "slug": kind.__name__.lower(), "teaser": TEASER, **fields})
    parent.add_child(instance=page)
    return page


def town(ags: str = "16064046", name: str = "Mühlhausen", **fields: Any) -> Municipality:
    return Municipality.objects.filter(pk=ags).first() or make_municipality(ags, name, **fields)


def kompass() -> KompassIndexPage:
    return KompassIndexPage.objects.first() or child(home_page(), KompassIndexPage, title="KOMPASS", slug="kompass")


def collection() -> ExampleIndexPage:
    found = ExampleIndexPage.objects.first()
    return found or child(kompass(), ExampleIndexPage, title="Beispiele", slug="beispiele")


def problem(**fields: Any) -> ProblemPage:
    return child(kompass(), ProblemPage, **{"signs": "Licht aus\n\nZettel im Fenster", "body": STORY, **fields})


def measure(slug: str, *, problems: list[Any] = (), funding: list[Any] = (), **fields: Any) -> MeasurePage:  # type: ignore[assignment]
    page = MeasurePage(title=slug.capitalize(), slug=slug, teaser="Hilft.", body=STORY, **fields)
    page.problems, page.funding = list(problems), list(funding)
    kompass().add_child(instance=page)
    return page


def example(slug: str, *, measures: Any = (), actors: Any = (), **fields: Any) -> ExamplePage:
    values = {"title": slug.capitalize(), "teaser": "Es gelang.", "vacancy": "shop", "body": STORY, **fields}
    page = ExamplePage(slug=slug, **{"municipality": town(), **values})
    page.measures = list(measures)
    page.actors = [ExampleActor(kind=kind, name=name) for kind, name in actors]
    collection().add_child(instance=page)
    return page


def many_examples(count: int, measures: list[MeasurePage], *, start: int = 0) -> None:
    """Write rows only: what a list reads, without revisions, index and history."""
    parent = collection()
    shared = {
        "content_type": ExamplePage().content_type,
        "depth": parent.depth + 1,
        "locale": parent.locale,
        "live": True,
    }
    places = [town(f"160640{number}", f"Ort {number}", population=2000 * number) for number in range(10, 25)]
    rows = [
        Page(
            title=f"Beispiel {number:04}",
            draft_title=f"Beispiel {number:04}",
            slug=f"beispiel-{number}",
            path=f"{parent.path}{Page._int2str(number + 100).rjust(4, '0')}",
            url_path=f"{parent.url_path}beispiel-{number}/",
            **shared,
        )
        for number in range(start, start + count)
    ]
    costs, kinds = ("to_5000", "more", "unknown"), ("shop", "square", "house")
    made = Page.objects.bulk_create(rows)
    for number, page in enumerate(made):
        place = places[number % len(places)]
        row = ExamplePage(
            page_ptr_id=page.pk, municipality=place, size_class=number % 4, vacancy=kinds[number % 3], teaser="Kurz.",
            cost=costs[number % 3],
        )  # fmt: skip
        row.save_base(raw=True)
    keys = [page.pk for page in made]
    link = ExamplePage.measures.through
    link.objects.bulk_create(
        [
            link(examplepage_id=key, measurepage_id=measures[number % len(measures)].pk)
            for number, key in enumerate(keys)
        ]
    )
    ExampleActor.objects.bulk_create([ExampleActor(page_id=key, kind="municipality") for key in keys])
    Page.objects.filter(pk=parent.pk).update(numchild=start + count)


def guide() -> FundingIndexPage:
    found = FundingIndexPage.objects.first()
    return found or child(home_page(), FundingIndexPage, title="Wegweiser", slug="foerderung")


def programme(slug: str, *, deadline: int | None = None, checked: int = 0, **fields: Any) -> FundingPage:
    """`deadline` and `checked` in days from today."""
    today = timezone.localdate()
    values = {
        "title": slug.capitalize(),
        "kind": "grant",
        "areas": ["vacancy"],
        "applicants": ["municipality"],
        "funder": "Land",
        "source_url": "https://www.example.org/",
        "deadline": None if deadline is None else today + timedelta(days=deadline),
        "last_checked": today + timedelta(days=checked),
        **fields,
    }
    return child(guide(), FundingPage, slug=slug, **values)


def data_page(slug: str = "leerstand", **fields: Any) -> DataPage:
    index = DataIndexPage.objects.first() or child(home_page(), DataIndexPage, title="Daten", slug="daten")
    values = {"title": "Leerstand", "value_label": "Leerstandsquote", "unit": "%", **fields}
    return child(index, DataPage, slug=slug, **values)
