"""The gallery: what is public and nothing else, in an order that is one's own and stable."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.http import Http404

from campaigns.enums import EntryState
from campaigns.models import Campaign, Entry
from campaigns.queries import (
    Filters,
    facets_of,
    gallery_page,
    neighbours,
    public_entry,
    town_entries,
    visible_entries,
)
from tests.campaigns.factories import make_campaign, make_entry, make_town

pytestmark = pytest.mark.django_db
ALL = Filters()


def walk(campaign: Campaign, seed: int, size: int = 4, filters: Filters = ALL) -> list[str]:
    found: list[str] = []
    number: int | None = 1
    while number:
        page = gallery_page(campaign=campaign, filters=filters, seed=seed, page=number, size=size)
        found += [entry.code for entry in page.entries]
        number = page.next_number
    return found


def test_gallery_shows_public_entries_only(voting: Campaign) -> None:
    shown = make_entry(voting)
    for state in set(EntryState) - {EntryState.APPROVED}:
        make_entry(voting, state)
    make_entry(voting, is_public=False)
    make_entry(make_campaign())
    assert set(visible_entries(voting)) == {shown}
    assert walk(voting, 1) == [shown.code]


def test_gallery_reads_no_address_of_an_author(voting: Campaign) -> None:
    make_entry(voting)
    entry = visible_entries(voting).get()
    private = {"author_email", "author_key", "guardian_email", "guardian_name", "original", "sha256"}
    assert private <= entry.get_deferred_fields()


@pytest.mark.parametrize("seed", range(12))
def test_gallery_pages_show_every_entry_once(voting: Campaign, seed: int) -> None:
    town = make_town()
    codes = {make_entry(voting, municipality=town).code for _ in range(11)}
    found = walk(voting, seed)
    assert len(found) == 11
    assert set(found) == codes
    assert walk(voting, seed) == found


def test_gallery_order_differs_between_visitors_and_favours_nobody(voting: Campaign) -> None:
    town = make_town()
    codes = [make_entry(voting, municipality=town).code for _ in range(6)]
    orders = [tuple(walk(voting, seed, size=6)) for seed in range(60)]
    assert len(set(orders)) > 10
    assert set(Counter(order[0] for order in orders)) == set(codes)


def test_gallery_filters_combine(voting: Campaign) -> None:
    small = make_town("Bad Sulza", population=7_000, district_ags="16071")
    large = make_town("Greiz", population=20_000, district_ags="16076")
    bridge = make_entry(voting, municipality=small, title="Alte Brücke")
    market = make_entry(voting, municipality=small, title="Markt", description="Gänsebrunnen und Brücke")
    castle = make_entry(voting, municipality=large, title="Burg")
    for filters, expected in [
        (ALL, {bridge, market, castle}),
        (Filters(town=small.pk), {bridge, market}),
        (Filters(district="16076"), {castle}),
        (Filters(size_class=1), {bridge, market}),
        (Filters(size_class=0), set()),
        (Filters(text="brücke"), {bridge, market}),
        (Filters(text="sulza gänsebrunnen"), {market}),
        (Filters(text="brücke", town=large.pk), set()),
        (Filters(town="99999999"), set()),
    ]:
        page = gallery_page(campaign=voting, filters=filters, seed=5, page=1)
        assert {entry.pk for entry in page.entries} == {entry.pk for entry in expected}, filters
        assert page.total == len(expected)


def test_gallery_page_out_of_range_is_the_nearest(voting: Campaign) -> None:
    for _ in range(5):
        make_entry(voting)
    for asked, given in ((-3, 1), (0, 1), (2, 2), (99, 2)):
        assert gallery_page(campaign=voting, filters=ALL, seed=1, page=asked, size=4).number == given
    empty = gallery_page(campaign=make_campaign(), filters=ALL, seed=1, page=1)
    assert (empty.entries, empty.pages, empty.total) == ([], 1, 0)


@pytest.mark.parametrize("number", [1, 3, 30])
def test_gallery_page_costs_the_same_for_any_number(
    voting: Campaign, number: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(number):
        make_entry(voting)
    with django_assert_max_num_queries(3):
        page = gallery_page(campaign=voting, filters=ALL, seed=1, page=1)
        seen = [(entry.get_absolute_url(), entry.municipality.label, entry.srcset()) for entry in page.entries]
    assert len(seen) == min(number, 24)


def test_gallery_walks_an_index(voting: Campaign) -> None:
    town = make_town()
    template = make_entry(voting, municipality=town)
    Entry.objects.bulk_create(
        Entry(
            campaign=voting,
            code=f"C-{number}",
            state=EntryState.APPROVED,
            is_public=True,
            photo_state="ready",
            created_at=template.created_at,
            confirmed_at=template.created_at,
            original=f"x/{number}.jpg",
            original_bytes=1,
            sha256=f"{number:x}",
            municipality=town,
        )
        for number in range(3000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    from campaigns.domain.order import walk_for
    from campaigns.queries.gallery import _parts

    head, _rest = _parts(visible_entries(voting), walk_for(1))
    plan = head[:24].explain()
    assert "entry_public_shuffle" in plan, plan


def test_facets_count_towns_and_classes(voting: Campaign) -> None:
    small, large = make_town("Ähren", population=900), make_town("Zella", population=20_000)
    for town in (large, small, large):
        make_entry(voting, municipality=town)
    facets = facets_of(voting)
    assert [(town.municipality, town.entries) for town in facets.towns] == [(small, 1), (large, 2)]
    assert facets.classes == [(0, "bis 5.000", 1), (2, "15.001 bis 30.000", 2)]
    assert facets.total == 3


def test_public_entry_by_code_as_typed(voting: Campaign) -> None:
    entry = make_entry(voting, code="B-4T7K")
    assert public_entry(voting, "b 4t7k") == entry


@pytest.mark.parametrize("state", sorted(set(EntryState) - {EntryState.APPROVED}))
def test_public_entry_that_is_not_public_is_not_found(voting: Campaign, state: EntryState) -> None:
    entry = make_entry(voting, state)
    with pytest.raises(Http404):
        public_entry(voting, entry.code)


def test_public_entry_of_another_campaign_is_not_found(voting: Campaign) -> None:
    entry = make_entry(make_campaign())
    with pytest.raises(Http404):
        public_entry(voting, entry.code)


@pytest.mark.parametrize("seed", range(8))
def test_neighbours_follow_the_visitors_order(voting: Campaign, seed: int) -> None:
    for _ in range(5):
        make_entry(voting)
    order = walk(voting, seed)
    for place, code in enumerate(order):
        before, after = neighbours(public_entry(voting, code), seed)
        assert before is not None
        assert after is not None
        assert (before.code, after.code) == (order[place - 1], order[(place + 1) % 5])


def test_neighbours_of_a_single_entry_are_none(voting: Campaign) -> None:
    entry = make_entry(voting)
    assert neighbours(public_entry(voting, entry.code), 3) == (None, None)


def test_town_entries_are_those_of_the_town(voting: Campaign) -> None:
    town = make_town()
    here = [make_entry(voting, municipality=town) for _ in range(3)]
    make_entry(voting)
    assert {entry.code for entry in town_entries(voting, town, 4)} == {entry.code for entry in here}
