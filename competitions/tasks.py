"""Work behind the scenes of a competition: letters leave one by one, each exactly once."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from cms.core import mail
from competitions.enums import LetterState
from competitions.models import Letter


@task(queue_name="mail")
def send_letter(letter_id: int) -> None:
    """Hand one letter over to the mail of everybody who may edit the application; a second run does nothing.

    Marking it as sent and storing the mail is one transaction: a crash loses both or none.
    """
    with transaction.atomic():
        changed = Letter.objects.filter(pk=letter_id, state=LetterState.WAITING).update(
            state=LetterState.SENT, sent_at=timezone.now()
        )
        if changed:
            _mail(
                Letter.objects.select_related("decision__candidate__application__stage__competition").get(pk=letter_id)
            )


def _mail(letter: Letter) -> None:
    application = letter.decision.candidate.application
    if application is None:
        return
    competition = application.stage.competition
    addresses = {application.lead.email}
    addresses.update(editor.user.email for editor in application.editors.select_related("user") if editor.accepted_at)
    context = {
        "subject": letter.subject,
        "paragraphs": [part for part in letter.body.split("\n\n") if part.strip()],
        "competition": competition.title,
        "code": application.code,
    }
    for address in sorted(addresses):
        template = "competitions/mail/decision_letter"
        mail.send(template=template, to=address, context=context, reply_to=competition.contact_email)


def enqueue_with_commit(work: Task[..., Any], *arguments: Any) -> None:
    """Hand work over exactly if the caller's transaction succeeds."""
    if work.get_backend().supports_defer:
        work.enqueue(*arguments)
    else:
        transaction.on_commit(partial(work.enqueue, *arguments))
