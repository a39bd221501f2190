"""Dates and offers in plain Python."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from home.domain import DateRow, Offer, arrange, line, order_offers

NOW = datetime(2027, 6, 15, 12, tzinfo=UTC)


def row(title: str, days: float, kind: str = "alliance") -> DateRow:
    return DateRow(start=NOW + timedelta(days=days), title=title, kind=kind, place="Suhl")


def test_arrange_puts_the_soonest_first_and_leaves_out_the_past() -> None:
    groups = arrange([row("spät", 9), row("vorbei", -1), row("bald", 1)], now=NOW)
    assert [(group.heading, [one.title for one in group.rows]) for group in groups] == [("", ["bald", "spät"])]


def test_arrange_keeps_what_began_this_morning() -> None:
    groups = arrange([row("heute früh", -0.2)], now=NOW, day_start=NOW.replace(hour=0))
    assert [one.title for one in groups[0].rows] == ["heute früh"]


def test_arrange_groups_in_the_order_asked_for_without_empty_ones() -> None:
    kinds = [("alliance", "Bündnis"), ("group", "Arbeitsgruppen"), ("other", "Weitere")]
    groups = arrange([row("a", 3, "other"), row("b", 1)], now=NOW, kinds=kinds)
    assert [(group.heading, len(group.rows)) for group in groups] == [("Bündnis", 1), ("Weitere", 1)]


def test_arrange_of_nothing_is_nothing() -> None:
    assert arrange([], now=NOW) == []


def test_offers_that_are_open_come_before_nearer_ones_that_are_not() -> None:
    def offer(title: str, days: int, is_open: bool) -> Offer:
        return Offer(
            kind="campaign",
            verb="",
            title=title,
            url="/",
            until=NOW + timedelta(days=days),
            days=days,
            is_open=is_open,
        )

    found = order_offers([offer("bald", 1, False), offer("spät", 9, True), offer("früh", 3, True)])
    assert [one.title for one in found] == ["früh", "spät", "bald"]


@pytest.mark.parametrize(
    "days,states",
    [
        (-1, ["ahead", "ahead", "ahead"]),
        (0, ["current", "ahead", "ahead"]),
        (9.99, ["current", "ahead", "ahead"]),
        (10, ["past", "ahead", "ahead"]),
        (15, ["past", "current", "ahead"]),
        (30, ["past", "past", "current"]),
    ],
)
def test_line_knows_where_we_are(days: float, states: list[str]) -> None:
    start = NOW
    stops = [
        ("A", start, start + timedelta(days=10)),
        ("B", start + timedelta(days=15), start + timedelta(days=30)),
        ("C", start + timedelta(days=30), None),
    ]
    assert [stop.state for stop in line(stops, now=start + timedelta(days=days))] == states
