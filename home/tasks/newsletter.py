"""An issue leaves in batches; every reader is claimed by one UPDATE, so nobody gets it twice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task

from cms.core import mail, tokens
from home.domain.newsletter import BATCH
from home.enums import DeliveryState, IssueState
from home.models import NewsletterDelivery, NewsletterIssue
from home.queries.newsletter import answer_address, contents_of

TEMPLATE = "home/mail/newsletter_issue"


@task(queue_name="mail")
def send_batch(issue_id: int) -> None:
    """Hand the next readers of an issue over to the mail and order the batch after it; the last one ends the sending.

    A worker that is killed leaves the rest waiting; running this again, even twice at once, sends nothing twice.
    """
    issue = NewsletterIssue.objects.get(pk=issue_id)
    waiting = issue.deliveries.filter(state=DeliveryState.WAITING).order_by("pk")
    with translation.override(settings.LANGUAGE_CODE):
        told = words_of(issue)
        for key in list(waiting.values_list("pk", flat=True)[:BATCH]):
            hand_over(key, told)
    if waiting.exists():
        send_batch.enqueue(issue_id)
        return
    NewsletterIssue.objects.filter(pk=issue_id, state=IssueState.SENDING).update(
        state=IssueState.SENT, finished_at=timezone.now()
    )


@transaction.atomic
def hand_over(delivery_id: int, told: Mapping[str, Any]) -> bool:
    """Give one reader's mail away; False when it was given already. Claim and mail are stored together or not."""
    token, digest = tokens.new_token()
    claimed = NewsletterDelivery.objects.filter(pk=delivery_id, state=DeliveryState.WAITING).update(
        state=DeliveryState.HANDED, tries=F("tries") + 1, link_digest=digest, handed_at=timezone.now()
    )
    if not claimed:
        return False
    delivery = NewsletterDelivery.objects.select_related("subscriber").get(pk=delivery_id)
    if delivery.subscriber is None:  # left while the issue was under way
        delivery.delete()
        return False
    delivery.mail_key = mail.send(
        template=TEMPLATE,
        to=delivery.subscriber.email,
        context={**told, "link": private_link(token), "unsubscribe": way_out(token)},
        reply_to=told["answers"],
        headers=list_headers(token),
    )
    delivery.save(update_fields=["mail_key"])
    return True


def words_of(issue: NewsletterIssue) -> dict[str, Any]:
    """Return what the mail of an issue says to every reader, and where answers go."""
    web = settings.BASE_URL + issue.get_absolute_url() if issue.slug else ""
    items = [{**item, "url": settings.BASE_URL + item["path"]} for item in contents_of(issue)]
    words = {"subject": issue.subject, "paragraphs": issue.paragraphs, "items": items, "web": web}
    return {**words, "answers": answer_address()}


def private_link(token: str) -> str:
    """Return the address where a reader changes topics."""
    return settings.BASE_URL + reverse("home:newsletter_own", args=[token])


def way_out(token: str) -> str:
    """Return the address that ends a subscription."""
    return settings.BASE_URL + reverse("home:newsletter_unsubscribe", args=[token])


def list_headers(token: str) -> dict[str, str]:
    """Return the head lines by which mail programs offer to unsubscribe with one click (RFC 8058, RFC 2919)."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return {
        "List-Id": f"<newsletter.{host}>",
        "List-Unsubscribe": f"<{way_out(token)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def start(issue_id: int) -> None:
    """Order the first batch exactly if the caller's transaction succeeds."""
    if send_batch.get_backend().supports_defer:
        send_batch.enqueue(issue_id)
    else:
        transaction.on_commit(partial(send_batch.enqueue, issue_id))
