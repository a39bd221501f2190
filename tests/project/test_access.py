"""Every address × every role has its expected answer; an address without a row fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import timezone

from tests.project import access_world as world

TABLE = Path(__file__).with_name("access.txt").read_text(encoding="utf-8")
OWN_APPS = ("accounts", "campaigns", "competitions", "core", "home", "places", "mfa")
NOT_A_CHANGE = {"last_login"}


class Row(NamedTuple):
    method: str
    address: str
    expected: tuple[str, ...]


def rows() -> list[Row]:
    """The rows of the table; `[a|b]` in an address stands for one row each."""
    found = []
    for line in TABLE.splitlines():
        words = line.split()
        if len(words) > 1 and words[0] in {"GET", "POST"}:
            assert len(words) == 2 + len(world.ROLES), line
            parts = [part.split("|") for part in re.split(r"[\[\]]", words[1])]
            found += [Row(words[0], "".join(chosen), tuple(words[2:])) for chosen in product(*parts)]
    return found


ROWS = rows()


def path_of(row: Row, names: dict[str, Any]) -> str:
    """The address with real keys; `{pk}` belongs to the folder that stands two before it."""
    folder = row.address.split("/")[-4] if row.address.endswith("{pk}/") else ""
    return row.address.format(**{**names, "pk": names["pk"].get(folder, "")})


def said(response: Any) -> str:
    """An answer in one word: the status, or for a redirect where it leads."""
    if response.status_code != 302:
        return str(response.status_code)
    for start, word in (("/konto/anmelden/", "login"), ("/konto/zweiter-faktor/", "factor")):
        if response["Location"].startswith(start):
            return word
    return "302"


def stored() -> dict[str, list[Any]]:
    """Everything that is stored about our own matters."""
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name not in NOT_A_CHANGE}
            for row in model._default_manager.order_by("pk").values()
        ]
        for label in OWN_APPS
        for model in apps.get_app_config(label).get_models()
    }


@pytest.fixture
def built(db: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The world of the table, while the jury works."""
    monkeypatch.setattr(timezone, "now", lambda: world.NOW)
    return world.build()


def answers(method: str, built: Any, half: int | None = None) -> Iterator[tuple[str, str, str, str]]:
    """Yield role, address, expected answer and answer; `.` in the table: not asked, for here it would act."""
    clients = {role: world.enter(built.users, role) for role in world.ROLES}
    before = stored()
    for column, (role, client) in enumerate(clients.items()):
        for row in ROWS if half is None else ROWS[half::2]:
            if row.method == method and row.expected[column] != ".":
                path = path_of(row, built.names)
                answer = client.get(path) if method == "GET" else post(client, path)
                yield role, row.address, row.expected[column], said(answer)
    if method == "POST":
        assert stored() == before


@pytest.mark.once
@pytest.mark.parametrize("half", [0, 1])
def test_every_address_answers_every_role_as_the_table_says(built: Any, half: int) -> None:
    """In two halves, so that two workers share what takes longest."""
    assert [found for found in answers("GET", built, half) if found[2] != found[3]] == []


@pytest.mark.once
def test_who_may_not_post_is_refused_and_changes_nothing(built: Any) -> None:
    assert [found for found in answers("POST", built) if found[2] != found[3]] == []


def post(client: Client, path: str) -> Any:
    """Post what the most harmful of the forms asks for."""
    words = {"sure": "1", "reason": "Weil ich es will.", "verdict": "exclude", "decision": "approve", "step": "admit"}
    return client.post(path, {**words, "name": "Mallory", "title": "Anders", "email": "mallory@example.org"})


def patterns(found: Any, prefix: str = "", space: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield route, name and module of every address."""
    for pattern in found.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, route, space or pattern.namespace or "")
        elif isinstance(pattern, URLPattern):
            view = getattr(pattern.callback, "view_class", pattern.callback)
            yield route, space or pattern.name or "", view.__module__


def is_ours(name: str, module: str) -> bool:
    """Tell our own addresses from those that Wagtail brings; ours among its generic views have a name of ours."""
    if name.startswith("wagtail"):
        return False
    return bool(name) or module.partition(".")[0] in {"cms", "campaigns", "competitions", "home"}


def test_every_address_has_a_row(built: Any) -> None:
    listed = {resolve(path_of(row, built.names).partition("?")[0]).route for row in ROWS if row.method == "GET"}
    ours = {route for route, name, module in patterns(get_resolver()) if is_ours(name, module)}
    assert len(ours) > 100
    assert sorted(ours - listed) == []
