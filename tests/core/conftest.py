"""Fixtures of cms.core: a mail of its own, a queue in the database, stores on disk and in buckets."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def mail_templates(settings) -> None:
    """Let the mail core_test/mail/code exist."""
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [HERE / "templates", *templates[0]["DIRS"]]
    settings.TEMPLATES = templates


@pytest.fixture
def database_queue(settings) -> None:
    """Let tasks wait in the database, as they do in production."""
    settings.TASKS = {"default": {**settings.TASKS["default"], "BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def folders(settings, tmp_path: Path) -> Path:
    """Let both stores be folders of this test: public and private."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "cms.core.storages.PublicFileSystemStorage",
            "OPTIONS": {"location": tmp_path / "public"},
        },
        "private": {
            "BACKEND": "cms.core.storages.PrivateFileSystemStorage",
            "OPTIONS": {"location": tmp_path / "private"},
        },
    }
    return tmp_path


@pytest.fixture
def buckets(settings, s3_server, monkeypatch) -> object:
    """Let both stores be buckets of a real S3 server, configured by the environment as in production."""
    from cms import env

    for name, value in s3_server.environment().items():
        monkeypatch.setenv(name, value)
    settings.STORAGES = {
        **settings.STORAGES,
        "default": env.store("S3_PUBLIC_BUCKET", "cms.core.storages.Public", Path("/unused")),
        "private": env.store("S3_PRIVATE_BUCKET", "cms.core.storages.Private", Path("/unused")),
    }
    return s3_server


@pytest.fixture(params=["folders", pytest.param("buckets", marks=pytest.mark.s3)])
def stores(request) -> str:
    """Run the test twice: with folders and with buckets."""
    request.getfixturevalue(request.param)
    return request.param
