"""The runner believes reports, not hopes; a server is gone when its starter is told to stop."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import run, servers

REPORT = """<testsuites><testsuite>
<testcase name="a"/>
<testcase name="b"><failure message="no"/></testcase>
<testcase name="c"><error message="oh"/></testcase>
<testcase name="d"><skipped message="not here"/></testcase>
<testcase name="e"><system-out>loud</system-out></testcase>
</testsuite></testsuites>"""


def test_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")
    assert run.count(report) == (2, 2, 1)


@pytest.mark.parametrize("code", [0, 3])
def test_call_returns_the_exit_code(code: int) -> None:
    assert run.call([sys.executable, "-c", f"raise SystemExit({code})"]) == code


def test_a_part_that_dies_without_a_report_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "call", lambda command, environment=None: 137)
    outcome = run.suite("sqlite", {})
    assert (outcome.passed, outcome.failed) == (0, 1)


def test_a_run_fails_when_a_part_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(run, "call", lambda command, environment=None: 0)
    monkeypatch.setattr(run, "suite", lambda part, environment: run.Sum(part, 7, 1, 0, 2.0))
    assert run.main(["linters", "sqlite"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("11 passed, 1 failed in ")


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["oracle"]) == 2
    assert "unknown part: oracle" in capsys.readouterr().err


@pytest.mark.redis
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_server_ends_with_its_starter(by: signal.Signals) -> None:
    starter = subprocess.Popen([sys.executable, "-m", "tests.servers", "redis"], cwd=run.ROOT, stdout=subprocess.PIPE)
    assert starter.stdout is not None
    name, _sep, url = starter.stdout.readline().decode().strip().partition("=")
    port = urlsplit(url).port
    assert (name, servers.is_listening(port or 0)) == ("REDIS_URL", True)
    starter.send_signal(by)
    assert starter.wait(60) == 0
    starter.stdout.close()
    assert not servers.is_listening(port or 0)
