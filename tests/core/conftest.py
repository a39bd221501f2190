"""Fixtures of cms.core: a mail of its own, a queue in the database, stores on disk and in buckets."""

from __future__ import annotations

import subprocess
import sysconfig
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

from tests import servers

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


@pytest.fixture
def open_bucket(tmp_path: Path) -> Iterator[str]:
    """The address of an S3 server that asks nobody for a key, with a bucket called private."""
    (tmp_path / "open" / "private").mkdir(parents=True)
    port = servers.free_port()
    rclone = Path(sysconfig.get_path("scripts")) / "rclone"
    command = [rclone, "serve", "s3", tmp_path / "open", f"--addr=127.0.0.1:{port}", f"--config={tmp_path / 'none'}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 30
            while not servers.is_listening(port):
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
