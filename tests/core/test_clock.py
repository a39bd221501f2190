"""The clock: everything at the start, then each at its own pace, and only commands that exist."""

from __future__ import annotations

from django.core.management import get_commands

from cms.core.management.commands.clock import TIMETABLE, due

TABLE = {"often": 10.0, "seldom": 100.0}


def test_everything_is_due_at_the_start() -> None:
    assert due({}, 0.0, TABLE) == ["often", "seldom"]


def test_each_is_due_after_its_own_pause() -> None:
    last = {"often": 0.0, "seldom": 0.0}
    assert due(last, 9.9, TABLE) == []
    assert due(last, 10.0, TABLE) == ["often"]
    assert due(last, 100.0, TABLE) == ["often", "seldom"]


def test_every_command_on_the_timetable_exists() -> None:
    assert set(TIMETABLE) <= set(get_commands())
