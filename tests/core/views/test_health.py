from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

ALL_WELL = {"database": True, "migrations": True, "cache": True, "public_files": True, "private_files": True}


def test_live_asks_nothing(client) -> None:
    response = client.get("/gesund/live")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_every_part_works(client, stores: str) -> None:
    response = client.get("/gesund/ready")

    assert (response.status_code, response.json()) == (200, ALL_WELL)
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_leaves_no_file_behind(client, folders: Path) -> None:
    client.get("/gesund/ready")

    assert [path for path in folders.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_ready_names_a_store_that_cannot_be_written(client, folders: Path) -> None:
    (folders / "private").write_text("a file where the folder should be")
    response = client.get("/gesund/ready")

    assert (response.status_code, response.json()) == (503, {**ALL_WELL, "private_files": False})


@pytest.mark.django_db
def test_ready_names_a_cache_that_is_away(client, folders, settings) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9/0"}
    }
    response = client.get("/gesund/ready")

    assert (response.status_code, response.json()) == (503, {**ALL_WELL, "cache": False})


@pytest.mark.django_db
def test_ready_names_a_missing_migration(client, folders) -> None:
    last = MigrationExecutor(connection).loader.graph.leaf_nodes("core")[0]
    MigrationRecorder(connection).record_unapplied(*last)
    response = client.get("/gesund/ready")

    assert (response.status_code, response.json()) == (503, {**ALL_WELL, "migrations": False})


@pytest.mark.django_db
def test_ready_names_a_database_that_is_away_and_says_no_more(client, folders, monkeypatch) -> None:
    def away() -> None:
        raise OperationalError("could not connect to 203.0.113.9 as stadtblick")

    monkeypatch.setattr(connection, "cursor", away)
    response = client.get("/gesund/ready")

    assert response.status_code == 503
    assert (response.json()["database"], response.json()["migrations"]) == (False, False)
    assert b"203.0.113.9" not in response.content


@pytest.mark.parametrize("path", ["/gesund/live", "/gesund/ready"])
def test_health_answers_no_other_method(client, path: str) -> None:
    assert client.post(path).status_code == 405
