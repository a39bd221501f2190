"""Ballots over HTTP while the web process is killed: every receipt that somebody saw is in the count file, once."""

from __future__ import annotations

import re
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from random import Random
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

from django.db import connections
from django.utils import timezone

from campaigns import actions
from campaigns.domain.countfile import read
from campaigns.enums import Phase
from campaigns.models import Ballot, Campaign, SetAside
from cms.accounts.enums import Role
from cms.core.models import OutgoingMail
from cms.core.storages import public_storage
from tests.accounts.factories import make_user
from tests.campaigns.factories import calendar, make_campaign, make_entry
from tests.killing import Machine, kill_at, machine, random_moments

PATIENCE = 60.0  # seconds that a voter waits for a site that is down
STEP_SECONDS = 30.0
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
CODE = re.compile(r"^ +(\d{6})$", re.MULTILINE)
RECEIPT = re.compile(r'id="quittung">(Q-[2-9A-Z]{4}-[2-9A-Z]{4})<')


class Down(Exception):
    """The connection broke: nobody knows how far the request came."""


@dataclass
class Voter:
    """One person with a browser: opens a photo, puts it onto the ballot paper, types the code, keeps the receipt."""

    site: Machine
    base: str
    number: int
    choice: Sequence[str]
    answers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.email = f"stimme{self.number}@example.org"
        self.network = f"10.{self.number // 250 % 250}.{self.number % 250}.7"
        # Straight to the machine, whatever proxy the developer has.
        self.browser = build_opener(HTTPCookieProcessor(CookieJar()), ProxyHandler({}))

    def ask(self, path: str, **values: str) -> str:
        """The page under `path`, after its redirects; a POST when there are values. Raises Down."""
        self.browser.addheaders = [("X-Forwarded-For", self.network)]
        body = urlencode(values).encode() if values else None
        try:
            with self.browser.open(f"{self.site.url}{path}", body, timeout=STEP_SECONDS) as answer:
                self.answers.append(answer.status)
                return str(answer.read().decode())
        except HTTPError as error:
            self.answers.append(error.code)
            return error.read().decode()
        except (URLError, HTTPException, OSError) as error:
            raise Down from error

    def post(self, page: str, path: str, **values: str) -> str:
        """Send a form of `page`."""
        token = TOKEN.search(page)
        assert token, page[:2000]
        return self.ask(path, csrfmiddlewaretoken=token[1], **values)

    def vote(self) -> str:
        """Vote, from the beginning again whenever the site breaks down; return the receipt that was shown."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                if found := RECEIPT.search(self._once()):
                    return found[1]
            except Down:
                time.sleep(0.2)
        raise AssertionError(f"voter {self.number} got no receipt; answers: {self.answers}")

    def _once(self) -> str:
        paper = f"{self.base}stimmzettel/"
        for code in self.choice:
            entry = self.ask(f"{self.base}beitrag/{code}/")
            page = self.post(entry, f"{paper}wahl/", code=code, wahl="ja", zurueck=paper)
        page = self.post(page, paper, email=self.email)
        return self.post(page, f"{paper}code/", code=self._code())

    def _code(self) -> str:
        """What the newest mail says; no worker runs, so that it still waits in the database."""
        try:
            mails = OutgoingMail.objects.filter(recipient=self.email, template="campaigns/mail/ballot_code")
            found = CODE.search(mails.order_by("-created_at").values_list("text", flat=True)[0])
        finally:
            connections.close_all()
        assert found
        return found[1]


@dataclass(frozen=True)
class Outcome:
    """What the voters saw and what was counted."""

    acknowledged: dict[str, set[str]]  # receipt → entry codes
    counted: dict[str, list[str]]  # the same from the count file, one item per line
    answers: set[int]
    kills: int
    seconds: float

    def problems(self) -> list[str]:
        """Everything that would be worth a lawyer's letter."""
        lost = [receipt for receipt in self.acknowledged if receipt not in self.counted]
        wrong = [
            receipt
            for receipt, chosen in self.acknowledged.items()
            if sorted(self.counted.get(receipt, ())) != sorted(chosen)
        ]
        unknown = [receipt for receipt in self.counted if receipt not in self.acknowledged]
        broken = sorted(status for status in self.answers if status >= 500)
        found = {"lost": lost, "changed": wrong, "from nobody": unknown, "answers": broken}
        return [f"{name}: {items[:5]}" for name, items in found.items() if items]


def run_ballots(*, ballots: int, clients: int, kills: int, seed: int = 1) -> Outcome:
    """Let `clients` voters at a time cast `ballots` while the web process is killed `kills` times, then count."""
    campaign = make_campaign(Phase.VOTING, now=timezone.now())
    codes = [make_entry(campaign).code for _number in range(20)]
    dice, progress, done = Random(seed), [], threading.Event()
    shown: dict[str, set[str]] = {}
    answers: set[int] = set()
    began = time.perf_counter()
    with machine() as site, ThreadPoolExecutor(clients + 1) as pool:
        killer = pool.submit(kill_at, site, "web", random_moments(ballots, kills, seed), done, progress)

        def cast(number: int, choice: list[str]) -> None:
            voter = Voter(site, campaign.get_absolute_url(), number, choice)
            receipt = voter.vote()
            assert receipt not in shown, "two voters hold the same receipt"
            shown[receipt] = set(choice)
            answers.update(voter.answers)
            progress.append(number)

        jobs = [pool.submit(cast, number, dice.sample(codes, dice.choice((1, 2)))) for number in range(ballots)]
        try:
            for job in jobs:
                job.result()
        finally:
            done.set()
            killer.result()
    seconds = time.perf_counter() - began
    return Outcome(shown, _counted(campaign), answers, site.kills, seconds)


def _counted(campaign: Campaign) -> dict[str, list[str]]:
    """Close the vote, publish, and read the count file as anybody could."""
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(**{**calendar(Phase.COUNTING, now), "results_at": now})
    campaign.refresh_from_db()
    assert not SetAside.objects.exists()
    assert Ballot.objects.filter(campaign=campaign).exists()
    result = actions.publish_results(campaign=campaign, by=make_user("ergebnis@example.org", Role.OFFICE), now=now)
    found: dict[str, list[str]] = defaultdict(list)
    with public_storage.open(result.count_file, "rb") as file:
        for line in read(text.decode() for text in file):
            assert line.is_counted
            found[line.receipt].append(line.entry)
    return dict(found)


def run() -> dict[str, Any]:
    """The row of `make bench`; its sizes come from the environment, so that a small machine can try fewer."""
    from os import environ

    ballots, clients = int(environ.get("BALLOTS", "5000")), int(environ.get("CLIENTS", "50"))
    outcome = run_ballots(ballots=ballots, clients=clients, kills=2)
    problems = outcome.problems()
    kept = sum(
        sorted(outcome.counted.get(receipt, ())) == sorted(chosen) for receipt, chosen in outcome.acknowledged.items()
    )
    return {
        "work": f"{ballots} ballots by {clients} clients, web killed {outcome.kills} times: receipts in the count file",
        "measured": kept / ballots if not problems else 0,
        "budget": 1,
        "at": "least",
        "note": "; ".join(problems) or f"{kept} receipts, {ballots / outcome.seconds:.0f} ballots per second",
    }
