"""The environment is read strictly, and a production site that is unsafe does not start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms import env

ROOT = Path(__file__).resolve().parents[2]
SAFE = {
    "SECRET_KEY": "Zk3vX9qLm2Rt8Yw5Np7Hs4Jd6Fg1Bc0Ae-Qu_Io-Pz-Vx-Tr-Ew-98",
    "BASE_URL": "https://stadtblick.example.org",
    "ALLOWED_HOSTS": "stadtblick.example.org",
    "REDIS_URL": "redis://127.0.0.1:9/0",
    "EMAIL_HOST": "mail.example.org",
    "DATABASE_URL": "sqlite://",
}


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project with this environment alone."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


def check(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        **{"DATA_DIR": str(tmp_path), **SAFE, **environment},
    )


@pytest.mark.parametrize("word", ["1", "true", "Yes", "ON"])
def test_flag_understands_yes(word: str, monkeypatch) -> None:
    monkeypatch.setenv("DEMO", word)
    assert env.flag("DEMO") is True


@pytest.mark.parametrize("word", ["0", "false", "No", "off"])
def test_flag_understands_no(word: str, monkeypatch) -> None:
    monkeypatch.setenv("DEMO", word)
    assert env.flag("DEMO", default=True) is False


@pytest.mark.parametrize(
    ("reader", "value", "sentence"),
    [
        (lambda: env.flag("X"), "ture", "X must be true or false, not 'ture'."),
        (lambda: env.flag("X"), "", "X must be true or false, not ''."),
        (lambda: env.number("X", 1), "one", "X must be a whole number, not 'one'."),
        (lambda: env.number("X", 1, least=0, most=10), "11", "X must lie between 0 and 10, not 11."),
        (lambda: env.number("X", 1, least=0, most=10), "-1", "X must lie between 0 and 10, not -1."),
        (lambda: env.choice("X", "a", ("a", "b")), "c", "X must be one of a, b, not 'c'."),
        (lambda: env.database("X", ""), "mysql://db", "X must start with sqlite:// or postgresql://, not 'mysql'."),
    ],
)
def test_mistyped_value_is_refused_by_name(reader, value: str, sentence: str, monkeypatch) -> None:
    monkeypatch.setenv("X", value)
    with pytest.raises(ImproperlyConfigured) as refused:
        reader()

    assert str(refused.value) == sentence


def test_missing_value_is_refused_by_name(monkeypatch) -> None:
    monkeypatch.delenv("X", raising=False)
    with pytest.raises(ImproperlyConfigured, match="X is not set"):
        env.text("X")


def test_file_variant_holds_the_value(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "secret").write_text("from the file\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "secret"))

    assert env.text("X") == "from the file"


def test_file_variant_and_value_together_are_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("X_FILE", str(tmp_path / "secret"))
    monkeypatch.setenv("X", "value")
    with pytest.raises(ImproperlyConfigured, match="Set either X or X_FILE"):
        env.text("X")


def test_file_variant_without_a_file_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("X_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(ImproperlyConfigured, match="X_FILE: cannot read"):
        env.text("X")


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://localhost:8000", True),
        ("http://127.0.0.1", True),
        ("http://192.168.2.7:8000", True),
        ("http://[::1]", True),
        ("http://buero.local", True),
        ("https://stadtblick.example.org", False),
        ("http://203.0.114.9", False),
        ("http://*", False),
        ("", False),
    ],
)
def test_is_local(address: str, local: bool) -> None:
    assert env.is_local(address) is local


def test_store_is_a_folder_or_a_bucket(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.delenv("B", raising=False)
    assert env.store("B", "x.Public", tmp_path) == {
        "BACKEND": "x.PublicFileSystemStorage",
        "OPTIONS": {"location": tmp_path},
    }
    for name, value in {"B": "bucket", "S3_ACCESS_KEY_ID": "id", "S3_SECRET_ACCESS_KEY": "secret"}.items():
        monkeypatch.setenv(name, value)
    store = env.store("B", "x.Public", tmp_path)
    assert store["BACKEND"] == "x.PublicS3Storage"
    monkeypatch.delenv("S3_SECRET_ACCESS_KEY")
    with pytest.raises(ImproperlyConfigured, match="S3_SECRET_ACCESS_KEY is not set"):
        env.store("B", "x.Public", tmp_path)


def test_safe_production_site_passes_without_a_warning(tmp_path: Path) -> None:
    done = check(tmp_path)

    assert done.returncode == 0, done.stderr


def test_unsafe_production_site_is_refused_with_every_reason(tmp_path: Path) -> None:
    unsafe = {
        "SECRET_KEY": "short",
        "DEBUG": "true",
        "ALLOWED_HOSTS": "*",
        "DEMO": "true",
        "DEMO_ONE_STEP_LOGIN": "true",
        "TASKS_IMMEDIATE": "false",
        "REDIS_URL": "",
        "BASE_URL": "http://stadtblick.example.org",
        "S3_PUBLIC_BUCKET": "same",
        "S3_PRIVATE_BUCKET": "same",
        "S3_ENDPOINT_URL": "http://127.0.0.1:9",
        "S3_ACCESS_KEY_ID": "id",
        "S3_SECRET_ACCESS_KEY": "secret",
    }
    done = check(tmp_path, **unsafe)

    assert done.returncode == 1
    assert set(re.findall(r"\((core\.E\d+)\)", done.stderr)) == {
        *(f"core.E00{number}" for number in range(1, 9)),
        "core.E011",
    }


def test_web_process_refuses_to_start_unsafe(tmp_path: Path) -> None:
    environment = {"DATA_DIR": str(tmp_path), **SAFE, "DEMO": "true", "SECRET_KEY": "short"}
    done = run("-c", "import cms.wsgi", **environment)

    assert done.returncode == 1
    assert "This site refuses to start." in done.stderr
    assert {line.partition(":")[0] for line in done.stderr.splitlines() if line.startswith("core.")} == {
        "core.E001",
        "core.E004",
        "core.E006",
    }


def test_web_process_starts_safe(tmp_path: Path) -> None:
    done = run("-c", "import cms.wsgi", **{"DATA_DIR": str(tmp_path), **SAFE})

    assert done.returncode == 0, done.stderr


def test_demo_on_this_machine_starts(tmp_path: Path) -> None:
    environment = {"DATA_DIR": str(tmp_path), "DEMO": "true", "DATABASE_URL": "sqlite://"}
    done = run("-c", "import cms.wsgi", **environment)

    assert done.returncode == 0, done.stderr


def test_mistyped_setting_stops_every_command(tmp_path: Path) -> None:
    done = run("manage.py", "check", **{"DATA_DIR": str(tmp_path), **SAFE, "TRUSTED_PROXIES": "many"})

    assert done.returncode != 0
    assert "TRUSTED_PROXIES must be a whole number, not 'many'." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("showmigrations",), ("check",), ("shell", "-c", "pass")])
def test_missing_secret_ends_in_one_sentence(command: tuple[str, ...], tmp_path: Path) -> None:
    done = run("manage.py", *command, DATA_DIR=str(tmp_path))

    assert done.returncode != 0
    assert done.stderr.strip().count("\n") == 0
    assert "SECRET_KEY" in done.stderr


def test_commands_on_the_source_tree_need_no_environment(tmp_path: Path) -> None:
    done = run("manage.py", "makemigrations", "--check", "--dry-run", DATA_DIR=str(tmp_path))

    assert done.returncode == 0, done.stderr


def test_help_needs_no_environment(tmp_path: Path) -> None:
    assert "build_css" in run("manage.py", "help", DATA_DIR=str(tmp_path)).stdout
