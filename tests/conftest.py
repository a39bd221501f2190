"""Fixtures of the whole suite: real servers, a clean cache for every test, no way out to the network."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from django.test import SimpleTestCase, TransactionTestCase
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed

from cms.core.catalogues import compiled
from tests import first_state, migrated, servers

# A busy machine is no fault: examples have no deadline of their own, and a failure prints what to repeat.
hypothesis.settings.register_profile(
    "suite", deadline=None, print_blob=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("suite")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_reset_sequences", "live_server", "django_db_setup"})
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def chromium_path() -> str | None:
    """Return the path of Chromium: the one in CHROMIUM, or the first that is installed."""
    return os.environ.get("CHROMIUM") or next((path for path in map(shutil.which, CHROMIUM_NAMES) if path), None)


def touches_database(item: pytest.Item) -> bool:
    """Tell whether a test asks the database at all."""
    if item.get_closest_marker("django_db") or issubclass(getattr(item, "cls", None) or object, SimpleTestCase):
        return True
    return not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Leave out what needs PostgreSQL when there is none, and begin with the longest; a missing Chromium is said."""
    on_postgres = "postgresql" in django_settings.DATABASES["default"]["ENGINE"]
    if on_postgres and os.environ.get("TESTS_OF_DATABASE"):
        # `make test` has run all others on SQLite a moment ago: they would prove the same again.
        left_out = [item for item in items if item.get_closest_marker("once") or not touches_database(item)]
    else:
        left_out = [item for item in items if item.get_closest_marker("postgres") and not on_postgres]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    for item in items:
        if item.get_closest_marker("browser") and chromium_path() is None:
            item.add_marker(pytest.mark.skip(reason="no Chromium; install the package chromium or set CHROMIUM"))
    yield
    items.sort(key=lambda item: not (item.get_closest_marker("long") or item.get_closest_marker("once")))


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Migrating takes longer than most tests: SQLite starts from a copy of an already migrated file."""
    return migrated.is_wanted() and migrated.base() is not None


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_keepdb: bool, django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Give every SQLite run a file of its own."""
    if migrated.is_wanted():
        connection.settings_dict["TEST"]["NAME"] = str(migrated.place())
        if begun := migrated.base():
            shutil.copyfile(begun, migrated.place())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_keepdb: bool, django_db_blocker: Any) -> Iterator[None]:
    """Keep the freshly migrated file for the next run, and its contents for whoever follows a test that commits."""
    with django_db_blocker.unblock():
        if migrated.is_wanted() and not migrated.template().is_file():
            migrated.keep()
        first_state.keep()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", first_state.bring_back)
        yield


@pytest.fixture(autouse=True)
def _clean_start() -> None:
    """Start every test with an empty cache, so that no limit is already half spent, and in German: a request for a page
    in another language leaves that language behind in the process that asked.
    """
    cache.clear()
    translation.activate(django_settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True, scope="session")
def _catalogues() -> None:
    """Speak the languages of the source, also where nobody compiled them before."""
    for folder in django_settings.LOCALE_PATHS:
        for source in Path(folder).glob("*/LC_MESSAGES/*.po"):
            if compiled(source):
                translation_file_changed(None, source.with_suffix(".mo"))  # what was read at the start is read again


@pytest.fixture(autouse=True, scope="session")
def _no_way_out() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise AssertionError(f"A test tried to reach {address[0]}.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def redis_server() -> Iterator[str]:
    """The address of a real Redis server, e.g. redis://127.0.0.1:6379/0; shared, so begin with a flush."""
    with servers.redis() as url:
        yield url


@pytest.fixture
def redis_cache(redis_server: str, settings: Any) -> str:
    """Let Django's cache be the real Redis server, emptied; return its address."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_server}}
    cache.clear()
    return redis_server


@pytest.fixture(scope="session")
def s3_server() -> Iterator[servers.S3Server]:
    """A real S3 server with one public and one private bucket; shared, so use names of your own."""
    with servers.s3() as server:
        yield server


@pytest.fixture
def data_dir() -> Path:
    """The folder that stands for DATA_DIR in this run."""
    return Path(django_settings.DATA_DIR)
