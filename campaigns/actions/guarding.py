"""The guardian of a minor: asked by a link of their own, reminded once, and not waited for without end."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from campaigns import notices
from campaigns.actions.moving import move
from campaigns.domain.entries import LIVING, Step
from campaigns.domain.guardians import END_AFTER, REMIND_AFTER, Waiting, waiting
from campaigns.enums import AgeBracket, EntryState
from campaigns.models import Entry
from cms.core import audit
from cms.core.refusals import Refused

WAITING_STATES = sorted(LIVING - {EntryState.APPROVED})


def ask_guardian(entry: Entry, now: datetime) -> None:
    """Send the guardian a link; the time to answer begins anew. Part of the caller's transaction."""
    Entry.objects.filter(pk=entry.pk).update(guardian_asked_at=now, guardian_reminded_at=None)
    entry.guardian_asked_at, entry.guardian_reminded_at = now, None
    notices.send_guardian_confirm(entry, now)


def look_after_guardians(*, now: datetime) -> tuple[int, int]:
    """Remind guardians once, end entries whose guardian never answered; return how many of each."""
    reminded = ended = 0
    silent = Entry.objects.filter(
        age=AgeBracket.MINOR,
        guardian_confirmed_at=None,
        guardian_asked_at__lte=now - min(REMIND_AFTER, END_AFTER),
        state__in=WAITING_STATES,
    ).exclude(guardian_email="")
    for entry in silent.select_related("campaign", "municipality").order_by("pk"):
        if entry.guardian_asked_at is None:
            continue
        due = waiting(asked_at=entry.guardian_asked_at, reminded_at=entry.guardian_reminded_at, now=now)
        if due == Waiting.REMIND:
            reminded += _remind(entry, now)
        elif due == Waiting.END:
            ended += _end(entry, now)
    return reminded, ended


@transaction.atomic
def _remind(entry: Entry, now: datetime) -> int:
    waits = Entry.objects.filter(pk=entry.pk, guardian_confirmed_at=None, guardian_reminded_at=None)
    if not waits.filter(state__in=WAITING_STATES).update(guardian_reminded_at=now):
        return 0
    notices.send_guardian_reminder(entry, now)
    return 1


@transaction.atomic
def _end(entry: Entry, now: datetime) -> int:
    """Without an agreement the entry leaves; the guardian's address goes at once, the author is told why."""
    with translation.override(entry.language):
        verdict = _(
            "Die sorgeberechtigte Person hat innerhalb von 14 Tagen nicht zugestimmt. Deshalb nimmt Ihr Beitrag nicht "
            "teil. Solange die Einreichung läuft, können Sie das Foto noch einmal einreichen."
        )
    try:
        gone = {"author_slot": None, "town_slot": None, "guardian_email": ""}
        move(entry, Step.WITHDRAW, revision=entry.revision, decided_at=now, verdict=verdict, **gone)
    except Refused:  # the author or a guardian acted meanwhile
        return 0
    audit.record(action="campaigns.entry.guardian_silent", target=entry, actor_label="catch_up", now=now)
    notices.send_entry_ended(entry, now)
    return 1
