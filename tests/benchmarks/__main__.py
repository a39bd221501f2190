"""Runs the benchmarks, each in a process of its own, and prints what was measured beside what is allowed."""

from __future__ import annotations

import contextlib
import functools
import importlib
import json
import os
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

from tests import benchmarks, migrated, run

ROOT = Path(__file__).resolve().parents[2]
ROW_SECONDS = 40 * 60


class Databases:
    """An empty database for each row: a copy of one that is migrated when the first row asks for its kind."""

    def __init__(self, stack: contextlib.ExitStack) -> None:
        """Whatever is started ends with the stack."""
        self.stack = stack
        self.given = 0

    @functools.cached_property
    def postgres(self) -> str:
        """The address of the migrated PostgreSQL database, which nobody writes to."""
        environment, child = run.migrated_postgres(self.stack)
        child.wait()
        return environment["DATABASE_URL"]

    @functools.cached_property
    def sqlite(self) -> Path:
        """The migrated SQLite file."""
        run.migrated_sqlite(self.stack)[1].wait()
        return migrated.template()

    def give(self, kind: str | None) -> str:
        """Return the address of a fresh copy; SQLite also when the row asks for none."""
        self.given += 1
        if kind == "postgres":
            name = f"row_{self.given}"
            with psycopg.connect(self.postgres.replace("/stadtblick", "/postgres"), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name} TEMPLATE stadtblick")
            return self.postgres.replace("/stadtblick", f"/{name}")
        folder = self.stack.enter_context(tempfile.TemporaryDirectory(prefix="stadtblick-bench-"))
        if kind == "sqlite":
            shutil.copyfile(self.sqlite, Path(folder) / "db.sqlite3")
        return f"sqlite:///{folder}/db.sqlite3"


def measure(name: str) -> dict[str, Any]:
    """Run one row inside this process and return what it found."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    return dict(importlib.import_module(f"tests.benchmarks.{name}").run())


def run_row(name: str, databases: Databases) -> dict[str, Any]:
    """Run one row in a child; a row that fails is reported as such and fails the whole run."""
    wanted = getattr(importlib.import_module(f"tests.benchmarks.{name}"), "DATABASE", None)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks", "--row", name],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": databases.give(wanted)},
            stdout=subprocess.PIPE,
            text=True,
            timeout=ROW_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"work": name, "measured": None}
    if done.returncode != 0:
        return {"work": name, "measured": None}
    return dict(json.loads(done.stdout.splitlines()[-1]))


def is_kept(row: dict[str, Any]) -> bool:
    """Tell whether a row is within its budget."""
    if row["measured"] is None:
        return False
    return bool(row["measured"] <= row["budget"] if row["at"] == "most" else row["measured"] >= row["budget"])


def show(rows: Sequence[dict[str, Any]]) -> None:
    """Print the table."""
    width = max(len(row["work"]) for row in rows)
    print(f"\n{'work':<{width}}  {'measured':>12}  {'budget':>16}")
    for row in rows:
        if row["measured"] is None:
            print(f"{row['work']:<{width}}  {'failed':>12}")
            continue
        unit = f" {row['unit']}" if row.get("unit") else ""
        measured, budget = f"{row['measured']:.3g}{unit}", f"at {row['at']} {row['budget']:g}{unit}"
        verdict = "" if is_kept(row) else "  OVER"
        note = f"  {row['note']}" if row.get("note") else ""
        print(f"{row['work']:<{width}}  {measured:>12}  {budget:>16}{verdict}{note}")


def main(arguments: Sequence[str]) -> int:
    """Measure the named rows, or all."""
    if len(arguments) == 2 and arguments[0] == "--row":
        print(json.dumps(measure(arguments[1])))
        return 0
    known = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name != "__main__")
    unknown = [name for name in arguments if name not in known]
    if unknown:
        print(f"unknown row: {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    rows = []
    with contextlib.ExitStack() as stack:
        databases = Databases(stack)
        for name in arguments or known:
            print(f"measuring {name} ...", flush=True)
            rows.append(run_row(name, databases))
    show(rows)
    return 0 if all(map(is_kept, rows)) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
