"""What editors do with an issue: try it on themselves, send it, start again what was left over."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from cms.core import audit, mail
from cms.core.refusals import Refused
from home.domain.newsletter import Problem, sending_problem
from home.enums import DeliveryState, IssueState
from home.models import NewsletterDelivery, NewsletterIssue
from home.queries.newsletter import chosen_pages, contents_of, dead_deliveries, readers_of
from home.tasks import newsletter as tasks

if TYPE_CHECKING:
    from cms.accounts.models import User

TEXTS = {
    Problem.NOTHING_CHOSEN: _("Die Ausgabe ist leer. Wählen Sie Seiten aus oder schreiben Sie eine Einleitung."),
    Problem.PAGE_NOT_PUBLIC: _(
        "Mindestens eine gewählte Seite ist nicht öffentlich. Veröffentlichen Sie sie oder nehmen Sie sie heraus."
    ),
    Problem.NOBODY_TO_SEND_TO: _("Diese Themen hat niemand gewählt. Es gibt niemanden, an den die Ausgabe ginge."),
    Problem.NUMBER_CHANGED: _(
        "Inzwischen hat sich die Zahl der Adressen geändert. Bitte prüfen Sie sie und bestätigen Sie noch einmal."
    ),
    Problem.ALREADY_SENT: _("Diese Ausgabe ist schon auf dem Weg oder gesendet. Sie ändert sich nicht mehr."),
    Problem.NOT_SENDING: _("Bei dieser Ausgabe ist nichts nachzusenden."),
}


def refused(problem: Problem) -> Refused:
    """Return the refusal that says it in words."""
    return Refused(problem.value, TEXTS[problem])


def check_sendable(issue: NewsletterIssue, *, expected: int | None = None) -> None:
    """Raise Refused with the reason why an issue cannot be sent now."""
    if issue.state != IssueState.DRAFT:
        raise refused(Problem.ALREADY_SENT)
    problem = sending_problem(
        pages=[is_public for _item, _page, is_public in chosen_pages(issue)],
        has_intro=bool(issue.intro.strip()),
        readers=readers_of(issue).count(),
        expected=expected,
    )
    if problem is not None:
        raise refused(problem)


@transaction.atomic
def start_sending(*, issue: NewsletterIssue, expected: int, by: User, now: datetime) -> None:
    """Freeze the words, note every reader, order the first batch. `expected` is the number that was confirmed."""
    check_sendable(issue, expected=expected)
    started = NewsletterIssue.objects.filter(pk=issue.pk, state=IssueState.DRAFT).update(
        state=IssueState.SENDING,
        contents=contents_of(issue),
        slug=_free_slug(issue, now),
        started_at=now,
        started_by=by,
    )
    if not started:
        raise refused(Problem.ALREADY_SENT)
    readers = readers_of(issue).values_list("pk", flat=True)
    NewsletterDelivery.objects.bulk_create(
        [NewsletterDelivery(issue=issue, subscriber_id=reader) for reader in readers], batch_size=500
    )
    audit.record(action="home.newsletter.sent", target=issue, actor=by, changes={"readers": (None, expected)}, now=now)
    tasks.start(issue.pk)


@transaction.atomic
def resume_sending(*, issue: NewsletterIssue, by: User, now: datetime) -> int:
    """Send again what failed and what was left waiting; return how many readers that is. Nobody gets it twice."""
    dead_deliveries().filter(issue=issue).update(state=DeliveryState.FAILED)
    issue.deliveries.filter(state=DeliveryState.FAILED, subscriber__isnull=False).update(
        state=DeliveryState.WAITING, mail_key=None
    )
    waiting: int = issue.deliveries.filter(state=DeliveryState.WAITING).count()
    if issue.state == IssueState.DRAFT or not waiting:
        raise refused(Problem.NOT_SENDING)
    audit.record(
        action="home.newsletter.resumed", target=issue, actor=by, changes={"readers": (None, waiting)}, now=now
    )
    tasks.start(issue.pk)
    return waiting


@transaction.atomic
def send_test(*, issue: NewsletterIssue, by: User, now: datetime) -> None:
    """Send the issue to oneself as it would reach a reader; its private links lead nowhere."""
    context = {**tasks.words_of(issue), "is_test": True, "link": "", "unsubscribe": ""}
    mail.send(template=tasks.TEMPLATE, to=by.email, context=context)
    audit.record(action="home.newsletter.tested", target=issue, actor=by, now=now)


def _free_slug(issue: NewsletterIssue, now: datetime) -> str:
    """Return the address in the archive: month and subject, with a number if there is one already."""
    wish = f"{timezone.localtime(now):%Y-%m}-{slugify(issue.subject)[:90]}".rstrip("-")
    taken = set(NewsletterIssue.objects.filter(slug__startswith=wish).values_list("slug", flat=True))
    return next(name for name in (wish, *(f"{wish}-{number}" for number in range(2, 1000))) if name not in taken)
