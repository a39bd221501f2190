"""Migrations: none missing, each with a name that says something, all of them reversible, and from zero to full."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, migrations
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

OWN = [
    app.label for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.ROOT / app.name.split(".")[0])
]


# wagtail-localize looks into the database while its first migration is imported, so every reader of migrations may.
pytestmark = pytest.mark.django_db


def own_migrations() -> list[migrations.Migration]:
    loader = MigrationLoader(None)
    return [migration for (label, _name), migration in sorted(loader.disk_migrations.items()) if label in OWN]


def test_own_apps_are_the_known_ones() -> None:
    assert set(OWN) == {"accounts", "campaigns", "competitions", "core", "demo", "finalists", "home", "places"}


def test_no_migration_is_missing() -> None:
    said = StringIO()
    call_command("makemigrations", *OWN, check=True, dry_run=True, stdout=said, verbosity=1)
    assert "No changes detected" in said.getvalue()


def test_names_say_what_they_do() -> None:
    automatic = re.compile(r"auto_\d|^\d{4}_(?:alter|remove|add|delete|rename|update)_[a-z_]+_and_more$")
    assert [str(migration) for migration in own_migrations() if automatic.search(migration.name)] == []


def test_every_step_can_be_taken_back() -> None:
    stuck = [
        f"{migration}: {operation.describe()}"
        for migration in own_migrations()
        for operation in migration.operations
        if not operation.reversible
    ]
    assert stuck == []


def test_schema_and_data_are_apart() -> None:
    data = (migrations.RunPython, migrations.RunSQL)
    mixed = [
        str(migration)
        for migration in own_migrations()
        if len({isinstance(operation, data) for operation in migration.operations}) > 1
    ]
    assert mixed == []


@pytest.mark.postgres  # SQLite copies a table for every change, which takes minutes and shows nothing more
@pytest.mark.django_db(transaction=True)
@pytest.mark.long
def test_later_steps_can_be_taken_back_and_again() -> None:
    """Back to the first step of each app and forward again; the tables afterwards are the same.

    The first steps themselves only create tables. To take them back would take back Wagtail's migrations too,
    which depend on our user.
    """
    before = set(connection.introspection.table_names())
    executor = MigrationExecutor(connection)
    firsts = [executor.loader.graph.root_nodes(label)[0] for label in OWN if executor.loader.graph.root_nodes(label)]
    try:
        executor.migrate(firsts)
        applied = {node for node in MigrationExecutor(connection).loader.applied_migrations if node[0] in OWN}
        assert {node for node in applied if node not in set(firsts)} == set()
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
    assert set(connection.introspection.table_names()) == before
