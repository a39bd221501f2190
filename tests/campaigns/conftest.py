"""Fixtures of the campaign tests: people of the cast, a town, campaigns in their phases."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from campaigns import tasks
from campaigns.enums import Phase
from campaigns.models import Campaign
from cms.accounts.models import User
from cms.core.images import ProcessedPhoto, process_photo
from cms.places.models import Municipality
from tests.accounts.factories import make_cast_member
from tests.campaigns.factories import make_campaign, make_town

_decoded: dict[bytes, ProcessedPhoto] = {}


def decode_once(path: str) -> ProcessedPhoto:
    """What the child made of the same bytes before; the child itself is tested in tests/core/images."""
    key = hashlib.sha256(Path(path).read_bytes()).digest()
    if key not in _decoded:
        _decoded[key] = process_photo(path)
    return _decoded[key]


@pytest.fixture(autouse=True)
def _each_photo_is_decoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "process_photo", decode_once)


@pytest.fixture
def town(db: None) -> Municipality:
    return make_town("Bad Sulza", population=7_600)


@pytest.fixture
def submission(db: None) -> Campaign:
    """A campaign that takes entries now."""
    return make_campaign(Phase.SUBMISSION)


@pytest.fixture
def voting(db: None) -> Campaign:
    """A campaign in which votes are cast now."""
    return make_campaign(Phase.VOTING)


@pytest.fixture
def counting(db: None) -> Campaign:
    """A campaign whose voting is over and whose result is due."""
    return make_campaign(Phase.COUNTING)


@pytest.fixture
def moderator(db: None) -> User:
    return make_cast_member("moderator")


@pytest.fixture
def office(db: None) -> User:
    return make_cast_member("office")


@pytest.fixture
def outsider(db: None) -> User:
    return make_cast_member("outsider")
