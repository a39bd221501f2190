"""What waits for the office: applications to check, stages to close, decisions to make."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.core.dashboard import WaitingRow
from cms.core.templatetags.stadtblick import day, moment
from competitions import queries
from competitions.enums import StagePhase
from competitions.permissions import is_office

SOON = timedelta(days=7)


def waiting_rows(user: User | AnonymousUser) -> Iterator[WaitingRow]:
    """Yield the queues of all competitions together."""
    if not isinstance(user, User) or not is_office(user):
        return
    now = timezone.now()
    url = reverse("competitions_office")
    ready = queries.applications_ready(user, now).count()
    yield WaitingRow(label=_("Bewerbungen zu prüfen"), count=ready, url=url)
    answered = queries.follow_ups_answered(user).count()
    yield WaitingRow(label=_("Nachforderungen beantwortet"), count=answered, url=url)
    yield from _questions(user)
    yield from _jurors_questions(user)
    yield from _deadlines(user, now)
    over = [row for row in queries.office_stages(user, now) if row.phase is StagePhase.DELIBERATION and row.candidates]
    to_close = [row for row in over if row.stage.closed_at is None]
    yield WaitingRow(label=_("Jurybewertungen abzuschließen"), count=len(to_close), url=url)
    yield WaitingRow(label=_("Stufen ohne endgültige Entscheidung"), count=len(over) - len(to_close), url=url)


def _questions(user: User) -> Iterator[WaitingRow]:
    """Questions without an answer; straight to the stage with the oldest one."""
    waiting = queries.office_questions(user).filter(answered_at__isnull=True).order_by("asked_at")
    first = waiting.first()
    if first is not None:
        url = reverse("competitions_questions", args=[first.stage.competition.slug, first.stage.number])
        hint = _("die älteste vom %(day)s") % {"day": day(first.asked_at)}
        yield WaitingRow(label=_("Fragen ohne Antwort"), count=waiting.count(), url=url, hint=hint)


def _jurors_questions(user: User) -> Iterator[WaitingRow]:
    """What jurors want to know while they score; straight to the stage with the oldest question."""
    waiting = queries.open_jury_questions(user)
    first = waiting.first()
    if first is not None:
        stage = first.assignment.candidate.stage
        url = reverse("competitions_jury_questions", args=[stage.competition.slug, stage.number])
        hint = _("die älteste vom %(day)s") % {"day": day(first.asked_at)}
        yield WaitingRow(label=_("Rückfragen aus der Jury"), count=waiting.count(), url=url, hint=hint)


def _deadlines(user: User, now: datetime) -> Iterator[WaitingRow]:
    """Stages that close within a week; straight to the first of them."""
    open_stages = [row for row in queries.office_stages(user, now) if row.phase is StagePhase.OPEN]
    soon = sorted(
        (row for row in open_stages if row.stage.closes_at <= now + SOON), key=lambda row: row.stage.closes_at
    )
    if soon:
        first = soon[0].stage
        url = reverse("competitions_register", args=[first.competition.slug, first.number])
        hint = f"{first.competition}: {moment(first.closes_at)}"
        yield WaitingRow(label=_("Annahmeschluss in den nächsten Tagen"), count=len(soon), url=url, hint=hint)
