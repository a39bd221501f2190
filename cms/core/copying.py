"""What follows when something is copied for another year: apps above say here what comes along."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model

Follow = Callable[[Model, Model], None]
_follows: list[Follow] = []


def register_copy(follow: Follow) -> None:
    """Do something more with every copy, inside its transaction. Call it from AppConfig.ready."""
    if follow not in _follows:
        _follows.append(follow)


def follow_copy(source: Model, made: Model) -> None:
    """Tell everybody who registered; called by the actions that copy."""
    for follow in _follows:
        follow(source, made)
