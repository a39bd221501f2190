"""Uploads over HTTP while the worker is killed: every photo that was acknowledged is there once, and ready."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from campaigns import photos, tasks
from campaigns.enums import LinkPurpose, Phase, PhotoState
from campaigns.models import Campaign, Entry
from campaigns.queries import entry_by_link
from cms.core.storages import private_storage
from tests.campaigns.factories import make_campaign, photo_file
from tests.killing import Machine, kill_at, machine, random_moments

PATIENCE = 600.0  # seconds in which every photo has to be ready
STEP_SECONDS = 120.0
FIELD = re.compile(r'name="(csrfmiddlewaretoken|once)" value="([^"]+)"')
OWN = re.compile(r"/mein-beitrag/([^/]+)/ort/")
BOUNDARY = "photo-boundary"


class NoRedirect(HTTPRedirectHandler):
    """The redirect itself is the receipt."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


@dataclass
class Sender:
    """One person with a phone: opens the page, sends one photo, and again if the answer never came."""

    site: Machine
    base: str
    number: int
    photo: bytes

    def upload(self) -> str:
        """Return the token of the private link that was answered."""
        self.browser = build_opener(HTTPCookieProcessor(CookieJar()), NoRedirect(), ProxyHandler({}))
        self.browser.addheaders = [("X-Forwarded-For", f"10.{self.number // 200}.{self.number % 200}.9")]
        values = dict(FIELD.findall(self._page()))
        deadline = time.monotonic() + STEP_SECONDS
        while time.monotonic() < deadline:
            try:
                if token := self._send(values):
                    return token
            except (URLError, HTTPException, OSError):
                time.sleep(0.2)
        raise AssertionError(f"upload {self.number} was never acknowledged")

    def _page(self) -> str:
        with self.browser.open(f"{self.site.url}{self.base}mitmachen/", timeout=STEP_SECONDS) as answer:
            return str(answer.read().decode())

    def _send(self, values: dict[str, str]) -> str:
        request = Request(f"{self.site.url}{self.base}mitmachen/", self._body(values))
        request.add_header("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
        try:
            with self.browser.open(request, timeout=STEP_SECONDS) as answer:
                told, location = answer.status, ""
        except HTTPError as answer:
            told, location = answer.code, answer.headers.get("Location", "")
        found = OWN.search(location)
        assert found, f"upload {self.number} was answered with {told}"
        return found[1]

    def _body(self, values: dict[str, str]) -> bytes:
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in values.items()
        ]
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="IMG.jpg"\r\n'.encode()
        file = head + b"Content-Type: image/jpeg\r\n\r\n" + self.photo + f"\r\n--{BOUNDARY}--\r\n".encode()
        return b"".join([*parts, file])


@dataclass(frozen=True)
class Outcome:
    """What was acknowledged and what became of it."""

    uploads: int
    ready: int
    problems: list[str]
    kills: int
    seconds: float


def picture(number: int) -> bytes:
    """A photo that nobody else sends: a phone's file with other bytes behind its end."""
    return photo_file(1).read() + f"photo {number}".encode()


def run_uploads(*, uploads: int, clients: int, kills: int, seed: int = 1) -> Outcome:
    """Let `clients` people at a time send `uploads` photos while the worker is killed `kills` times; then look."""
    campaign = make_campaign(Phase.SUBMISSION, now=timezone.now())
    progress: list[int] = []
    done = threading.Event()
    tokens: dict[int, str] = {}
    began = time.perf_counter()
    with machine("web", "worker") as site, ThreadPoolExecutor(clients + 1) as pool:
        killer = pool.submit(kill_at, site, "worker", random_moments(uploads, kills, seed), done, progress)

        def send(number: int) -> None:
            tokens[number] = Sender(site, campaign.get_absolute_url(), number, picture(number)).upload()
            progress.append(number)

        jobs = [pool.submit(send, number) for number in range(uploads)]
        try:
            for job in jobs:
                job.result()
        finally:
            done.set()
            killer.result()
        _wait_until_ready(site, campaign)
        killed = site.kills
    problems = _problems(campaign, tokens)
    ready = Entry.objects.filter(campaign=campaign, photo_state=PhotoState.READY).count()
    return Outcome(uploads, ready, problems, killed, time.perf_counter() - began)


def _wait_until_ready(site: Machine, campaign: Campaign) -> None:
    """Let the worker finish; when its queue is empty, let ten minutes pass for what a killed worker left behind."""
    deadline = time.monotonic() + PATIENCE
    pending = Entry.objects.filter(campaign=campaign, photo_state=PhotoState.PENDING)
    while pending.exists() and time.monotonic() < deadline:
        if not DBTaskResult.objects.ready().exists():
            pending.update(created_at=timezone.now() - tasks.OVERDUE - timedelta(seconds=1))
            site.manage("catch_up")
        time.sleep(0.5)


def _problems(campaign: Campaign, tokens: dict[int, str]) -> list[str]:
    """Everything that would be worth a complaint."""
    sums = Counter(Entry.objects.filter(campaign=campaign).values_list("sha256", flat=True))
    found = []
    for number, token in tokens.items():
        times = sums.pop(sha256(picture(number)).hexdigest(), 0)
        if times != 1:
            found.append(f"photo {number} is there {times} times")
            continue
        entry = entry_by_link(campaign, token, LinkPurpose.AUTHOR)
        missing = [name for name in photos.private_names(entry) if not private_storage.exists(name)]
        if entry.photo_state != PhotoState.READY or missing:
            found.append(f"photo {number} is {entry.photo_state}, missing {missing}")
    return found + [f"a photo from nobody, {times} times" for times in sums.values()]


def run() -> dict[str, Any]:
    """The row of `make bench`; its sizes come from the environment, so that a small machine can try fewer."""
    from os import environ

    uploads, clients = int(environ.get("UPLOADS", "500")), int(environ.get("UPLOAD_CLIENTS", "20"))
    outcome = run_uploads(uploads=uploads, clients=clients, kills=3)
    return {
        "work": f"{uploads} uploads by {clients} clients, worker killed {outcome.kills} times: photos there once",
        "measured": outcome.ready / uploads if not outcome.problems else 0,
        "budget": 1,
        "at": "least",
        "note": "; ".join(outcome.problems[:3]) or f"{outcome.ready} photos in {outcome.seconds:.0f} s",
    }
