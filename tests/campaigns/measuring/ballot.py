"""Confirmed ballots by eight clients at once, against the bare inserts of the same rows in one transaction."""

from __future__ import annotations

import multiprocessing
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connection, connections, transaction
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from campaigns import actions
from campaigns.domain.addresses import Voter
from campaigns.domain.codes import new_receipt
from campaigns.enums import Phase
from campaigns.models import Ballot, Campaign, Entry, Vote
from cms.core.models import OutgoingMail
from tests.campaigns.factories import make_campaign, make_entry

CLIENTS = 8
BALLOTS = 60  # of each client and round
ROUNDS = 3
START_SECONDS = 120
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail", "photos"]}}


def ours(campaign: Campaign, entries: list[Entry], name: str) -> None:
    """The action, mail and all; the mail waits for the worker as in production."""
    voter = Voter(address=f"{name}@example.org", key=uuid.uuid4().hex * 2, author_key=uuid.uuid4().hex * 2)
    actions.cast_ballot(
        campaign=campaign,
        voter=voter,
        entries=[entry.code for entry in entries],
        now=campaign.voting_opens,
        network=name,
    )


def bare(campaign: Campaign, entries: list[Entry], name: str) -> None:
    """The same rows, without a question asked."""
    with transaction.atomic():
        ballot = Ballot.objects.create(
            campaign=campaign,
            voter_key=uuid.uuid4().hex * 2,
            receipt=new_receipt(),
            cast_at=campaign.voting_opens,
            network=name,
        )
        for slot, entry in enumerate(entries, start=1):
            Vote.objects.create(ballot=ballot, entry=entry, slot=slot, slots=3)
        mail = OutgoingMail.objects.create(
            template="bench", recipient="x@example.org", subject="x" * 40, text="x" * 900, html="x" * 4000,
            due_at=timezone.now(),
        )  # fmt: skip
        DBTaskResult.objects.create(
            args_kwargs={"args": [str(mail.pk)], "kwargs": {}}, task_path="cms.core.mail.deliver_mail",
            queue_name="mail", backend_name="default",
        )  # fmt: skip


def client(work: Callable[[Campaign, list[Entry], str], None], campaign_id: int, number: int, start: Any) -> None:
    """One client: a warm-up, then ballots one after the other."""
    campaign = Campaign.objects.get(pk=campaign_id)
    entries = list(Entry.objects.filter(campaign=campaign)[:3])
    work(campaign, entries, f"warm{number}")
    start.wait(timeout=START_SECONDS)
    for turn in range(BALLOTS):
        work(campaign, entries, f"{uuid.uuid4().hex[:12]}{turn}")
    connections.close_all()


def rate(work: Callable[[Campaign, list[Entry], str], None], campaign: Campaign) -> float:
    """Ballots per second of all clients together."""
    context = multiprocessing.get_context("fork")
    start = context.Barrier(CLIENTS + 1)
    connections.close_all()
    connection.close_pool()  # a pool does not outlive a fork; every client opens its own
    people = [context.Process(target=client, args=(work, campaign.pk, number, start)) for number in range(CLIENTS)]
    for person in people:
        person.start()
    start.wait(timeout=START_SECONDS)
    began = time.perf_counter()
    for person in people:
        person.join()
    assert all(person.exitcode == 0 for person in people)
    return CLIENTS * BALLOTS / (time.perf_counter() - began)


def run() -> dict[str, Any]:
    campaign = make_campaign(Phase.VOTING)
    for _number in range(20):
        make_entry(campaign)
    with override_settings(TASKS=QUEUE):
        rates = [(rate(ours, campaign), rate(bare, campaign)) for _round in range(ROUNDS)]
    action, inserts = max(one for one, _other in rates), max(other for _one, other in rates)
    return {
        "work": f"confirmed ballot on PostgreSQL, {CLIENTS} clients, against the bare inserts",
        "measured": action / inserts,
        "budget": 0.5,
        "at": "least",
        "note": f"{action:.0f} against {inserts:.0f} ballots per second",
    }
