"""The moment for which a page is drawn: now, or the one that staff look ahead to. Only reading asks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_ahead: ContextVar[datetime | None] = ContextVar("ahead", default=None)


def now() -> datetime:
    """The moment that the page shown is about. Whatever is written down takes `timezone.now()`."""
    return _ahead.get() or timezone.now()


def preview() -> datetime | None:
    """The moment that somebody looks ahead to, None in the present."""
    return _ahead.get()


@contextmanager
def showing(moment: datetime) -> Iterator[None]:
    """Draw everything inside the block as it will look at `moment`."""
    token = _ahead.set(moment)
    try:
        yield
    finally:
        _ahead.reset(token)
