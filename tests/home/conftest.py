"""Who writes pages, and the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache.backends.dummy import DummyCache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.accounts.models import User
from home.models import HomePage
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_cast_member
from tests.home.factories import home_page

Count = Callable[[str], int]


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Every test writes into folders of its own."""
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "public", tmp_path / "private"


@pytest.fixture
def editor(db: None) -> User:
    return make_cast_member("editor")


@pytest.fixture
def office(db: None) -> User:
    return make_cast_member("office")


@pytest.fixture
def outsider(db: None) -> User:
    return make_cast_member("outsider")


@pytest.fixture
def home(db: None) -> HomePage:
    return home_page()


@pytest.fixture
def desk(client: Client) -> Callable[[User], Client]:
    """Return a function that logs somebody into the admin."""

    def enter(user: User) -> Client:
        client.force_login(user)
        pass_second_factor(client, user)
        return client

    return enter


@pytest.fixture
def queries(client: Client, monkeypatch: pytest.MonkeyPatch) -> Count:
    """Return a function that counts the queries of one showing, menus known, pictures not."""

    def count(path: str) -> int:
        assert client.get(path).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    # sizes of pictures are asked for like on a server that has just started
    monkeypatch.setattr("wagtail.images.models.AbstractRendition.cache_backend", DummyCache("", {}))
    return count
