"""Full-text search on both databases: PostgreSQL knows German stems, SQLite is given beginnings of words instead."""

from __future__ import annotations

from typing import Any

from django.db import connection
from modelsearch.backends.database import SearchBackend as DatabaseBackend


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for in the module
    """Return the backend for the database in use; that of SQLite can be imported nowhere else."""
    if connection.vendor != "sqlite":
        return DatabaseBackend(params)
    from cms.core.search_sqlite import StemmedBackend

    return StemmedBackend(params)
