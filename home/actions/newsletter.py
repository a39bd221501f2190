"""What readers can do about the newsletter: ask for it, confirm, choose topics, leave."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import audit, mail, tokens
from cms.core.refusals import Refused
from home.domain.newsletter import CONFIRM_WITHIN
from home.enums import DeliveryState, SubscriberState
from home.models import NewsletterTopic, Subscriber
from home.queries.newsletter import dead_deliveries, subscriber_by_confirmation
from home.tasks.newsletter import list_headers, private_link, way_out

if TYPE_CHECKING:
    from cms.accounts.models import User

LINK_EXPIRED = _("Dieser Link gilt nicht mehr. Melden Sie sich bitte noch einmal an, dann kommt ein neuer.")
NO_TOPIC = _("Bitte wählen Sie mindestens ein Thema.")


@transaction.atomic
def ask_for_newsletter(*, email: str, topics: Iterable[NewsletterTopic], consent_text: str, now: datetime) -> None:
    """Note the wish and send a link that confirms it. Who reads already gets the private link instead.

    The answer is the same for every address; only its owner learns which of the two it was.
    """
    email, chosen = email.strip().lower(), _some(topics)
    subscriber, _is_new = Subscriber.objects.select_for_update().get_or_create(
        email=email, defaults={"consent_text": consent_text, "asked_at": now}
    )
    if subscriber.state == SubscriberState.CONFIRMED:
        _send_private_link(subscriber, "home/mail/newsletter_known")
        return
    token, subscriber.confirm_digest = tokens.new_token()
    subscriber.consent_text, subscriber.asked_at = consent_text, now
    subscriber.save(update_fields=["confirm_digest", "consent_text", "asked_at"])
    subscriber.topics.set(chosen)
    context = {
        "url": settings.BASE_URL + reverse("home:newsletter_confirm", args=[token]),
        "topics": [topic.name for topic in chosen],
        "days": CONFIRM_WITHIN.days,
    }
    mail.send(template="home/mail/newsletter_confirm", to=email, context=context)


@transaction.atomic
def confirm_newsletter(*, token: str, now: datetime) -> Subscriber:
    """The owner of the address says yes. Raises Refused: `link_expired`."""
    subscriber = subscriber_by_confirmation(token, now)
    confirmed = subscriber and Subscriber.objects.filter(pk=subscriber.pk, state=SubscriberState.PENDING).update(
        state=SubscriberState.CONFIRMED, confirmed_at=now, confirm_digest=None
    )
    if subscriber is None or not confirmed:
        raise Refused("link_expired", LINK_EXPIRED)
    subscriber.refresh_from_db()
    _send_private_link(subscriber, "home/mail/newsletter_welcome")
    return subscriber


@transaction.atomic
def ask_for_link(*, email: str) -> None:
    """Send the private link to an address that reads; to any other nothing, and the answer does not tell."""
    subscriber = Subscriber.objects.confirmed().filter(email=email.strip().lower()).first()
    if subscriber is not None:
        _send_private_link(subscriber, "home/mail/newsletter_link")


@transaction.atomic
def choose_topics(*, subscriber: Subscriber, topics: Iterable[NewsletterTopic]) -> None:
    """Take other topics. Raises Refused: `no_topic`."""
    subscriber.topics.set(_some(topics))


@transaction.atomic
def unsubscribe(*, subscriber: Subscriber) -> None:
    """Forget the address; what is still waiting for it is not sent."""
    subscriber.deliveries.filter(state=DeliveryState.WAITING).delete()
    subscriber.delete()


@transaction.atomic
def remove_subscriber(*, subscriber: Subscriber, by: User, now: datetime) -> None:
    """The office takes an address off the list, for somebody who called."""
    audit.record(action="home.subscriber.deleted", target=subscriber, actor=by, now=now)
    unsubscribe(subscriber=subscriber)


def purge_newsletter(now: datetime) -> int:
    """Delete addresses that were not confirmed within a week; return how many (a rule of the retention table).

    Before the remains of undeliverable mails go, it is noted which deliveries they were.
    """
    dead_deliveries().update(state=DeliveryState.FAILED)
    late = Subscriber.objects.filter(state=SubscriberState.PENDING, asked_at__lte=now - CONFIRM_WITHIN)
    deleted = late.count()
    late.delete()
    return deleted


def _some(topics: Iterable[NewsletterTopic]) -> list[NewsletterTopic]:
    chosen = list(topics)
    if not chosen:
        raise Refused("no_topic", NO_TOPIC, field="topics")
    return chosen


def _send_private_link(subscriber: Subscriber, template: str) -> None:
    """Mail a fresh private link; the one of an earlier letter ends, those of sent issues stay."""
    token, subscriber.link_digest = tokens.new_token()
    subscriber.save(update_fields=["link_digest"])
    context = {
        "url": private_link(token),
        "unsubscribe": way_out(token),
        "topics": [topic.name for topic in subscriber.topics.all()],
    }
    mail.send(template=template, to=subscriber.email, context=context, headers=list_headers(token))
