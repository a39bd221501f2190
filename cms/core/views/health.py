"""Two questions of the machine room: does the process live, and can it work."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable

from botocore.exceptions import BotoCoreError, ClientError
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from cms.core.storages import private_storage, public_storage

logger = logging.getLogger(__name__)

# What a part that is down answers with; anything else is a fault of ours and may surface as one.
DOWN = (DatabaseError, OSError, RedisError, BotoCoreError, ClientError)


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Every part that a request needs, each tried for real; 503 when one is missing.

    The answer names parts, never the error: that goes to the log.
    """
    parts = {name: _works(name, probe) for name, probe in PROBES.items()}
    return JsonResponse(parts, status=200 if all(parts.values()) else 503)


def _works(name: str, probe: Callable[[], bool]) -> bool:
    try:
        return probe()
    except DOWN as error:
        logger.error("Not ready: %s (%s)", name, type(error).__name__)
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _cache() -> bool:
    key, value = f"health:{secrets.token_hex(8)}", secrets.token_hex(8)
    cache.set(key, value, 10)
    found = cache.get(key) == value
    cache.delete(key)
    return found


def _store(storage: Storage) -> bool:
    """Write, read and remove a small file."""
    content = secrets.token_hex(8).encode()
    name = storage.save(f"health/{secrets.token_hex(8)}.txt", ContentFile(content))
    try:
        with storage.open(name) as handle:
            return handle.read() == content
    finally:
        storage.delete(name)


PROBES: dict[str, Callable[[], bool]] = {
    "database": _database,
    "migrations": _migrations,
    "cache": _cache,
    "public_files": lambda: _store(public_storage),
    "private_files": lambda: _store(private_storage),
}
