"""Who writes pages, and the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from cms.accounts.models import User
from home.models import HomePage
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_cast_member
from tests.home.factories import home_page


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
