"""Runs everything: linters, the suite on SQLite and on PostgreSQL, the browser tests; ends with one line of sums.

``python -m tests.run`` runs all parts, ``python -m tests.run sqlite browser`` only those.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests import servers

ROOT = Path(__file__).resolve().parent.parent
PART_SECONDS = 40 * 60
WORKERS = min(len(os.sched_getaffinity(0)), 8)
LINTERS: dict[str, tuple[str, ...]] = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "import-linter": ("lint-imports", "--no-logo"),
    "mypy": ("mypy",),
}
MARKERS = {
    "sqlite": "not browser and not postgres",
    "postgres": "not browser",
    "browser": "browser",
}


@dataclass(frozen=True)
class Sum:
    """What one part counted."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.name}: {self.passed} passed, {self.failed} failed{skipped} ({self.seconds:.0f} s)"


def count(report: Path) -> tuple[int, int, int]:
    """Return how many tests of a JUnit report passed, failed and were skipped."""
    passed = failed = skipped = 0
    for case in ET.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def call(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run a child to its end and return its exit code; it never outlives this call."""
    child = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **(environment or {})})
    try:
        return child.wait(PART_SECONDS)
    except subprocess.TimeoutExpired:
        print(f"Stopped after {PART_SECONDS} s: {' '.join(command)}", flush=True)
        return 1
    finally:
        if child.poll() is None:
            child.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(10)
            child.kill()


def lint() -> Sum:
    """Run every linter, also after one of them found something."""
    started, failed = time.monotonic(), 0
    programs = Path(sysconfig.get_path("scripts"))
    for name, (program, *arguments) in LINTERS.items():
        print(f"\n== {name}", flush=True)
        failed += call([str(programs / program), *arguments]) != 0
    return Sum("linters", len(LINTERS) - failed, failed, 0, time.monotonic() - started)


def begin(
    command: Sequence[str], environment: Mapping[str, str], stack: contextlib.ExitStack
) -> subprocess.Popen[bytes]:
    """Start a child that works beside us; whoever needs its work waits for it, and it ends with the stack."""
    child = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment})
    stack.callback(child.wait)
    stack.callback(child.terminate)
    return child


def migrated_sqlite(stack: contextlib.ExitStack) -> tuple[dict[str, str], subprocess.Popen[bytes]]:
    """Let the file be migrated once that every worker copies; return the environment and the child at work."""
    environment = {"DATABASE_URL": ""}
    return environment, begin([sys.executable, "-m", "tests.migrated"], environment, stack)


def migrated_postgres(stack: contextlib.ExitStack) -> tuple[dict[str, str], subprocess.Popen[bytes]]:
    """Start PostgreSQL until the stack ends, and let one database be migrated that every worker copies."""
    url = stack.enter_context(servers.postgres())
    environment = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    child = begin([sys.executable, "manage.py", "migrate", "--verbosity=0"], environment, stack)
    return {"DATABASE_URL": url, "TEST_DATABASE_TEMPLATE": urlsplit(url).path.lstrip("/")}, child


def suite(part: str, environment: Mapping[str, str]) -> Sum:
    """Run one part of the suite and count from its report, so that a crash is never taken for success."""
    print(f"\n== {part}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="stadtblick-report-") as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "--durations=12", "-m", MARKERS[part], f"--junitxml={report}"]
        command += ["-n", str(WORKERS), "--dist", "worksteal"] if WORKERS > 1 else []
        # Whatever a test leaves behind, also when it is killed, goes with the folder.
        code = call(command, {**environment, "TMPDIR": folder})
        passed, failed, skipped = count(report) if report.is_file() else (0, 0, 0)
    if code != 0 and failed == 0:
        failed = 1  # it crashed, was stopped, or ran nothing at all
    return Sum(part, passed, failed, skipped, time.monotonic() - started)


def interrupt(signum: int, frame: object) -> None:
    """Leave through every finally, so that each server is stopped."""
    raise KeyboardInterrupt


def run(parts: Sequence[str]) -> list[Sum]:
    """Run the parts one after the other; both databases are migrated at once, while the linters read."""
    sums, prepared = [], {}
    with contextlib.ExitStack() as stack:
        if "sqlite" in parts:
            prepared["sqlite"] = migrated_sqlite(stack)
        if {"postgres", "browser"} & set(parts):
            environment, child = migrated_postgres(stack)
            prepared["browser"] = environment, child
            # What asks no database has run on SQLite; see tests/conftest.py.
            once = {"TESTS_OF_DATABASE": "1"} if "sqlite" in parts else {}
            prepared["postgres"] = {**environment, **once}, child
        for part in parts:
            if part == "linters":
                sums.append(lint())
                continue
            environment, child = prepared[part]
            if child.wait() != 0:
                print(f"\n== {part}: the database could not be migrated; what went wrong stands above", flush=True)
                sums.append(Sum(part, failed=1))
                continue
            sums.append(suite(part, environment))
    return sums


def main(arguments: Sequence[str]) -> int:
    """Run the named parts, or all; return 0 only if nothing failed."""
    parts = list(arguments) or ["linters", *MARKERS]
    unknown = [part for part in parts if part not in {"linters", *MARKERS}]
    if unknown:
        print(f"unknown part: {', '.join(unknown)}; there are linters, {', '.join(MARKERS)}", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, interrupt)
    started = time.monotonic()
    try:
        call([sys.executable, "manage.py", "compile_translations"], {"DJANGO_SETTINGS_MODULE": "tests.settings"})
        sums = run(parts)
    except KeyboardInterrupt:
        print("\nInterrupted; every server is stopped.", flush=True)
        return 130
    print()
    for one in sums:
        print(one)
    passed, failed, skipped = (sum(getattr(one, name) for one in sums) for name in ("passed", "failed", "skipped"))
    seconds = time.monotonic() - started
    left_out = f", {skipped} skipped" if skipped else ""
    print(f"\n{passed} passed, {failed} failed{left_out} in {seconds // 60:.0f} min {seconds % 60:.0f} s", flush=True)
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
