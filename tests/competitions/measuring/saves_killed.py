"""Saves while typing over HTTP while the web process is killed: what was acknowledged is stored, nothing older."""

from __future__ import annotations

import json
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

from django.conf import settings
from django.db import connections
from django.test import Client
from django.utils import timezone

from cms.accounts.enums import Role
from competitions.models import Application
from tests.accounts.factories import make_user
from tests.competitions.factories import make_draft, make_stage
from tests.killing import Machine, kill_at, machine, random_moments

PATIENCE = 60.0  # seconds that a writer waits for a site that is down
STEP_SECONDS = 30.0
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
STAND = re.compile(r'name="stand" value="([0-9a-f]{64})"')
ANSWER = re.compile(r'name="answer_ort" value="([^"]*)"')


class Down(Exception):
    """The connection broke: nobody knows how far the request came."""


@dataclass
class Writer:
    """One person who types into an application: every save says another number."""

    site: Machine
    code: str
    session: str
    acknowledged: int = 0
    tried: int = 0
    answers: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.browser = build_opener(ProxyHandler({}))
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={self.session}"
        self.csrf, self.stand = "", ""

    @property
    def url(self) -> str:
        return f"{self.site.url}/konto/bewerbungen/{self.code}/teil/vorhaben/"

    def ask(self, body: bytes | None = None) -> str:
        """The page, or the answer to a save. Raises Down."""
        headers = {"Cookie": f"{self.cookie}; {self.csrf}", "X-Forwarded-For": "10.1.1.7", "Origin": self.site.url}
        if body:
            headers["Accept"] = "application/json"
        try:
            with self.browser.open(Request(self.url, body, headers), timeout=STEP_SECONDS) as answer:
                self.answers.append(answer.status)
                for cookie in answer.headers.get_all("Set-Cookie") or ():
                    if cookie.startswith(settings.CSRF_COOKIE_NAME):
                        self.csrf = cookie.partition(";")[0]
                return str(answer.read().decode())
        except HTTPError as error:
            self.answers.append(error.code)
            raise Down from error
        except (URLError, HTTPException, OSError) as error:
            raise Down from error

    def open(self) -> None:
        """Read the page anew: it says what was acknowledged last, or what was under way when the site broke down."""
        page = self.ask()
        token, stand, shown = TOKEN.search(page), STAND.search(page), ANSWER.search(page)
        assert token, page[:1000]
        assert stand, page[:1000]
        found = int(shown[1]) if shown and shown[1] else 0
        if found not in (self.acknowledged, self.tried):
            self.wrong.append(f"{self.code} says {found}, not {self.acknowledged} or {self.tried}")
        self.acknowledged, self.token, self.stand = found, token[1], stand[1]

    def save(self) -> None:
        """Save the next number; from reading the page on whenever the site breaks down."""
        deadline, wanted = time.monotonic() + PATIENCE, self.tried + 1
        while time.monotonic() < deadline:
            try:
                if not self.stand:
                    self.open()
                self.tried = wanted
                values = {"csrfmiddlewaretoken": self.token, "stand": self.stand, "answer_ort": str(wanted)}
                self.stand = json.loads(self.ask(urlencode(values).encode()))["stand"]
                self.acknowledged = wanted
                return
            except Down:
                self.stand = ""
                time.sleep(0.2)
        raise AssertionError(f"{self.code}: not saved; answers: {self.answers[-20:]}")


@dataclass(frozen=True)
class Outcome:
    """What the writers were told and what is stored."""

    saves: int
    lost: list[str]
    answers: set[int]
    kills: int
    seconds: float

    def problems(self) -> list[str]:
        broken = sorted(status for status in self.answers if status >= 400)
        return [*self.lost[:5], *([f"answers: {broken}"] if broken else [])]


def run_saves(*, saves: int, writers: int, kills: int, seed: int = 1) -> Outcome:
    """Let every writer save in turn while the web process is killed `kills` times; then compare with the database."""
    people = _people(writers)
    progress: list[int] = []
    done = threading.Event()
    began = time.perf_counter()
    with machine() as site, ThreadPoolExecutor(writers + 1) as pool:
        killer = pool.submit(kill_at, site, "web", random_moments(saves, kills, seed), done, progress)
        typing = [Writer(site, code, session) for code, session in people]

        def write(writer: Writer) -> None:
            for number in range(saves // writers):
                writer.save()
                progress.append(number)

        try:
            for job in [pool.submit(write, writer) for writer in typing]:
                job.result()
        finally:
            done.set()
            killer.result()
    return Outcome(len(progress), _lost(typing), _answers(typing), site.kills, time.perf_counter() - began)


def _people(count: int) -> list[tuple[str, str]]:
    """So many drafts, each with the session of its lead."""
    now, day = timezone.now(), timedelta(days=1)
    dates = {"closes_at": now + 30 * day, "jury_opens_at": now + 40 * day, "jury_closes_at": now + 60 * day}
    stage = make_stage(opens_at=now - day, **dates)
    found = []
    for number in range(count):
        lead = make_user(f"stadt{number}@example.org", Role.APPLICANT)
        client = Client()
        client.force_login(lead)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        found.append((make_draft(stage, lead, now=now).code, session))
    connections.close_all()
    return found


def _lost(writers: list[Writer]) -> list[str]:
    stored = dict(Application.objects.values_list("code", "answers"))
    wrong = [text for writer in writers for text in writer.wrong]
    last = [
        f"{writer.code} stores {stored[writer.code]}, acknowledged was {writer.acknowledged}"
        for writer in writers
        if stored[writer.code].get("ort") != str(writer.acknowledged)
    ]
    return wrong + last


def _answers(writers: list[Writer]) -> set[int]:
    return {status for writer in writers for status in writer.answers}


def run() -> dict[str, Any]:
    """The row of `make bench`; its sizes come from the environment, so that a small machine can try fewer."""
    from os import environ

    saves, writers = int(environ.get("SAVES", "2000")), int(environ.get("WRITERS", "20"))
    outcome = run_saves(saves=saves, writers=writers, kills=3)
    problems = outcome.problems()
    return {
        "work": f"{saves} saves by {writers} writers, web killed {outcome.kills} times: acknowledged ones stored",
        "measured": outcome.saves / saves if not problems else 0,
        "budget": 1,
        "at": "least",
        "note": "; ".join(problems) or f"{outcome.saves} saves, {outcome.saves / outcome.seconds:.0f} per second",
    }
