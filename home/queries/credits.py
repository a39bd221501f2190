"""Pictures with what their credits lack, and where each of them is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from home.enums import CreditGap
from home.models import SiteImage

# What a camera calls its file describes nothing to anybody: „IMG_4711.jpg“.
FILE_NAME: Final = r"^[^ ]+\.(jpe?g|png|webp|heic|avif|gif|tiff?)$"
LACKING: Final[Mapping[CreditGap, Q]] = {
    CreditGap.ALT: Q(description="") | Q(description__iregex=FILE_NAME),
    CreditGap.AUTHOR: Q(author=""),
    CreditGap.LICENCE: Q(licence=""),
}


@dataclass(frozen=True)
class Use:
    """A page or another thing that shows a picture; url is its place in the admin, "" where only its name is told."""

    title: str
    url: str


def credited() -> QuerySet[SiteImage]:
    """Return every picture with `uses` (how many things show it) and `lacks_<gap>`; those that lack something first."""
    lacks = {
        f"lacks_{gap}": Case(When(lacking, then=Value(value=True)), default=Value(value=False))
        for gap, lacking in LACKING.items()
    }
    incomplete = Case(When(_any_gap(), then=Value(0)), default=Value(1))
    return SiteImage.objects.annotate(
        uses=ReferenceIndex.usage_count_subquery(SiteImage), is_complete=incomplete, **lacks
    ).order_by("is_complete", "title", "pk")


def lacking(images: QuerySet[SiteImage], gaps: Iterable[str]) -> QuerySet[SiteImage]:
    """Return those that lack at least one of the named."""
    return images.filter(_any_gap(gaps))


def gaps_of(image: SiteImage) -> list[CreditGap]:
    """Return what a picture of `credited` lacks."""
    return [gap for gap in CreditGap if getattr(image, f"lacks_{gap}")]


def uses_of(images: Iterable[SiteImage]) -> dict[int, list[Use]]:
    """Return by picture what shows it, in the order of the titles: one query, and one for each kind of thing."""
    found = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(SiteImage),
        to_object_id__in=[str(image.pk) for image in images],
    ).values_list("to_object_id", "base_content_type", "object_id")
    shown = set(found)
    things = dict(_things({(kind, pk) for _image, kind, pk in shown}))
    uses: dict[int, list[Use]] = defaultdict(list)
    for image_pk, kind, pk in shown:
        if use := things.get((kind, pk)):
            uses[int(image_pk)].append(use)
    return {image_pk: sorted(those, key=lambda use: (use.title, use.url)) for image_pk, those in uses.items()}


def _any_gap(gaps: Iterable[str] = CreditGap.values) -> Q:
    found = Q()
    for gap in gaps:
        found |= LACKING[CreditGap(gap)]
    return found


def _things(keys: set[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], Use]]:
    by_kind: dict[int, list[str]] = defaultdict(list)
    for kind, pk in keys:
        by_kind[kind].append(pk)
    for kind, pks in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is None:
            continue
        things = model._default_manager.select_related("locale") if model is Page else model._default_manager
        for pk, thing in things.in_bulk(pks).items():
            yield (kind, str(pk)), _page_use(thing) if isinstance(thing, Page) else Use(str(thing), "")


def _page_use(page: Page) -> Use:
    language = "" if page.locale.is_default else f" ({page.locale.get_display_name()})"
    return Use(f"{page.title}{language}", reverse("wagtailadmin_explore", args=[page.pk]))
