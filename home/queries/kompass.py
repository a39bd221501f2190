"""What the KOMPASS reads: problems, measures, guides, examples by facets, and examples that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from wagtail.models import Page

from cms.places.domain import fold_name
from home.domain.facets import Item
from home.domain.kinship import SAME_SIZE, SAME_VACANCY, SHARED_MEASURE
from home.models import (
    DataIndexPage,
    ExampleActor,
    ExampleIndexPage,
    ExamplePage,
    FundingIndexPage,
    FundingPage,
    GuidePage,
    KompassIndexPage,
    MeasurePage,
    ProblemPage,
)
from home.queries.finding import LONGEST_TEXT, has_words

HEAVY = ("body", "gallery")


def shown_examples() -> QuerySet[ExamplePage]:
    """All published examples that everybody may see, with their towns; without their long texts."""
    return ExamplePage.objects.live().public().select_related("municipality").defer(*HEAVY).order_by("title", "pk")


def examples_of(index: ExampleIndexPage) -> QuerySet[ExamplePage]:
    """The published examples of a collection that may be seen, without those that are private themselves."""
    rows = ExamplePage.objects.live().child_of(index).filter(view_restrictions=None)
    return rows.select_related("municipality").defer(*HEAVY).order_by("title", "pk")


@dataclass(frozen=True)
class Shelf:
    """All examples of a collection as items of its facets, those among them with the text, and names for values."""

    items: list[Item]
    matching: list[Item]
    measures: dict[str, str]
    districts: dict[str, str]


def shelf_of(index: ExampleIndexPage, text: str = "") -> Shelf:
    """Read a collection in two queries, however long it is."""
    words = fold_name(text[:LONGEST_TEXT]).split()
    measures, actors, titles = _links()
    shelf = Shelf([], [], titles, {})
    fields = ("pk", "size_class", "vacancy", "cost", "municipality__district_ags", "municipality__district")
    told = ("title", "teaser", "result", "municipality__name") if words else ()
    for pk, size, vacancy, cost, key, district, *said in examples_of(index).values_list(*fields, *told):
        values = {
            "groesse": frozenset() if size is None else frozenset({str(size)}),
            "leerstand": frozenset({vacancy}),
            "kosten": frozenset({cost}),
            "kreis": frozenset({key} if key else ()),
            "massnahme": frozenset(measures[pk]),
            "mitwirkung": frozenset(actors[pk]),
        }
        item = Item(pk, values)
        shelf.items.append(item)
        if has_words(words, [*said, district]):
            shelf.matching.append(item)
        if key:
            shelf.districts[key] = district
    return shelf


def _links() -> tuple[Mapping[int, set[str]], Mapping[int, set[str]], dict[str, str]]:
    """Measures (by the last part of their address) and kinds of actors of every example, and the measures' titles."""
    linked = ExamplePage.measures.through.objects.filter(measurepage__live=True).order_by()
    acting = ExampleActor.objects.order_by().annotate(slug=F("kind"), said=Value(""))
    measures: dict[int, set[str]] = defaultdict(set)
    actors: dict[int, set[str]] = defaultdict(set)
    titles: dict[str, str] = {}
    both = linked.values_list("examplepage_id", "measurepage__slug", "measurepage__title").union(
        acting.values_list("page_id", "slug", "said"), all=True
    )
    for example, value, title in both:
        (measures if title else actors)[example].add(value)
        if title:
            titles[value] = title
    return measures, actors, dict(sorted(titles.items(), key=lambda pair: pair[1]))


def similar_examples(example: ExamplePage, count: int = 3) -> list[ExamplePage]:
    """The examples most like this one: shared measures, kind of vacancy, size of the town; one query."""
    measures = [measure.pk for measure in example.measures.all()]

    def same(points: int, **same: object) -> Case:
        return Case(When(then=Value(points), **same), default=Value(0), output_field=IntegerField())

    shared = Count("measures", filter=Q(measures__in=measures), distinct=True)
    others = shown_examples().sibling_of(example, inclusive=False).annotate(shared=shared)
    likeness = (
        F("shared") * SHARED_MEASURE
        + same(SAME_VACANCY, vacancy=example.vacancy)
        + same(SAME_SIZE, size_class=example.size_class)
    )
    return list(
        others.annotate(likeness=likeness).filter(likeness__gte=SAME_VACANCY).order_by("-likeness", "title")[:count]
    )


@dataclass(frozen=True)
class Way:
    """The four steps of the KOMPASS, with what each holds."""

    problems: list[ProblemPage]
    measures: list[MeasurePage]
    guides: list[GuidePage]
    collection: ExampleIndexPage | None
    examples: int
    funding: int
    guide: FundingIndexPage | None
    data: DataIndexPage | None


def way_of(index: KompassIndexPage) -> Way:
    """Everything that the first page of the KOMPASS shows."""
    collection = ExampleIndexPage.objects.live().child_of(index).first()
    shown = Count("examples", filter=Q(examples__live=True), distinct=True)
    helping = Count("measures", filter=Q(measures__live=True), distinct=True)
    return Way(
        problems=list(_below(ProblemPage, index).annotate(count=helping)),
        measures=list(_below(MeasurePage, index).annotate(count=shown)),
        guides=list(_below(GuidePage, index)),
        collection=collection,
        examples=examples_of(collection).count() if collection else 0,
        funding=FundingPage.objects.live().filter(locale=index.locale).count(),
        guide=FundingIndexPage.objects.live().filter(locale=index.locale).first(),
        data=DataIndexPage.objects.live().filter(locale=index.locale).first(),
    )


def _below(kind: type[Page], index: KompassIndexPage) -> QuerySet:
    return kind.objects.live().child_of(index).defer("body").order_by("title")


def measures_for(problem: ProblemPage) -> list[MeasurePage]:
    """The measures that help with a problem, each with the number of its examples."""
    shown = Count("examples", filter=Q(examples__live=True), distinct=True)
    found = MeasurePage.objects.live().filter(problems=problem.pk).defer("body")
    return list(found.annotate(count=shown).order_by("title"))


def collection_beside(page: Page) -> ExampleIndexPage | None:
    """The collection of examples in the same KOMPASS."""
    return ExampleIndexPage.objects.live().sibling_of(page).first()


@dataclass(frozen=True)
class MeasureLinks:
    """What a measure leads to."""

    problems: list[ProblemPage]
    guides: list[GuidePage]
    examples: list[ExamplePage]
    funding: list[FundingPage]


def links_of(measure: MeasurePage, count: int = 6) -> MeasureLinks:
    """Problems, guides, some examples and the programmes of a measure; four queries."""
    return MeasureLinks(
        problems=list(measure.problems.filter(live=True).order_by("title").defer("body")),
        guides=list(GuidePage.objects.live().filter(measures=measure.pk).defer("body", "steps").order_by("title")),
        examples=list(shown_examples().filter(measures=measure.pk)[:count]),
        funding=list(measure.funding.filter(live=True).defer("body").order_by("title")),
    )
