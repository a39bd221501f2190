"""The site as it runs in production, gunicorn and worker as processes of their own that a test may kill and restart."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from tests.servers import ServerFailed, free_port, is_listening

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60.0
STOP_SECONDS = 10.0
WEB = ("web",)


def database_url() -> str:
    """The address of the PostgreSQL database that this process uses."""
    found = connection.settings_dict
    login = f"{quote(found['USER'])}:{quote(found['PASSWORD'])}"
    return f"postgresql://{login}@{found['HOST']}:{found['PORT']}/{found['NAME']}"


class Machine:
    """Web and worker processes over this process's database and files. What is killed gets no time to tidy up.

    Clients reach it at `url`. It trusts one proxy, so a client names its network in X-Forwarded-For.
    """

    def __init__(self, folder: Path, **more: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.kills = 0
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            "DATABASE_URL": database_url(),
            "DATA_DIR": str(settings.DATA_DIR),
            "SECRET_KEY": settings.SECRET_KEY,
            "BASE_URL": self.url,
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "TASKS_IMMEDIATE": "false",
            "TRUSTED_PROXIES": "1",
            "LOG_LEVEL": "WARNING",
            **more,
        }

    def start(self, *names: str) -> None:
        """Start processes by name („web“, „worker“); wait until the web process answers."""
        for name in names:
            assert name not in self._processes, f"{name} runs already"
            command = self._web() if name == "web" else self._worker()
            with (self.folder / f"{name}.log").open("ab") as log:
                self._processes[name] = subprocess.Popen(
                    command,
                    cwd=ROOT,
                    env=self._environment,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,  # the whole family of a process dies together
                )
        if "web" in names:
            self._wait_for_web()

    def _web(self) -> Sequence[str]:
        bind = f"127.0.0.1:{self.port}"
        gunicorn = [sys.executable, "-m", "gunicorn", "cms.wsgi", "--bind", bind, "--workers", "2", "--threads", "8"]
        return [*gunicorn, "--preload", "--timeout", "60"]

    def _worker(self) -> Sequence[str]:
        options = ["--queue-name", "*", "--interval", "0.2", "--no-reload"]
        return [sys.executable, "manage.py", "db_worker", *options]

    def _wait_for_web(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not is_listening(self.port):
            if self._processes["web"].poll() is not None or time.monotonic() > deadline:
                raise ServerFailed(f"gunicorn did not start:\n{self.log('web')}")
            time.sleep(0.05)

    def manage(self, *arguments: str) -> None:
        """Run a command of manage.py to its end, as the clock does."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self._environment, stdout=subprocess.DEVNULL, check=True)

    def kill(self, name: str) -> None:
        """SIGKILL: the process and all its children end at once, in the middle of whatever they do."""
        self._end(name, signal.SIGKILL)
        self.kills += 1

    def log(self, name: str) -> str:
        """The last lines that a process has written."""
        lines = (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-20:])

    def stop(self) -> None:
        """End everything in order."""
        for name in list(self._processes):
            self._end(name, signal.SIGTERM)

    def _end(self, name: str, how: signal.Signals) -> None:
        process = self._processes.pop(name)
        if process.poll() is None:
            os.killpg(process.pid, how)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def machine(*names: str, **more: str) -> Iterator[Machine]:
    """Run the named processes („web“ unless told otherwise) until the block ends; `more` are settings of theirs."""
    with tempfile.TemporaryDirectory(prefix="stadtblick-killing-") as folder:
        running = Machine(Path(folder), **more)
        try:
            running.start(*(names or WEB))
            yield running
        finally:
            running.stop()


def kill_at(running: Machine, name: str, moments: Sequence[float], done: threading.Event, progress: list[int]) -> None:
    """Kill and restart `name` whenever `progress` (a list that clients append to) reaches one of the `moments`.

    `moments`: numbers of finished pieces of work. Ends early when `done` is set.
    """
    for moment in moments:
        while len(progress) < moment:
            if done.wait(0.02):
                return
        running.kill(name)
        running.start(name)


def random_moments(total: int, kills: int, seed: int) -> list[float]:
    """Moments spread over the middle of the work: never before the first piece or after the last."""
    dice = Random(seed)
    return sorted(dice.uniform(0.15, 0.85) * total for _kill in range(kills))
