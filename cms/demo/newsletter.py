"""The demo's newsletter: readers who confirmed, one issue sent, one in the making; told once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from wagtail.models import Page

from cms.accounts.models import User
from cms.demo import people
from cms.demo.mailbox import store
from cms.demo.stories import newsletter as story
from home.actions import ask_for_newsletter, confirm_newsletter, start_sending
from home.forms.newsletter import CONSENT
from home.models import (
    HomePage,
    NewsletterIssue,
    NewsletterItem,
    NewsletterTopic,
    NewsPage,
    Subscriber,
)
from home.queries import open_offers
from home.queries.newsletter import readers_of

CONFIRM = re.compile(r"/newsletter/bestaetigen/([\w-]+)/")
SENT_DAYS_AGO = 18


def load_newsletter(home: HomePage, now: datetime) -> None:
    """Tell it; what exists stays as it is."""
    topics = [
        NewsletterTopic.objects.get_or_create(name=name, defaults={"text": text, "position": number})[0]
        for number, (name, text) in enumerate(story.TOPICS)
    ]
    for number, email in enumerate(story.READERS):
        if not Subscriber.objects.filter(email=email).exists():
            _order(email, topics[: 1 + number % len(topics)], now)
    if NewsletterIssue.objects.exists():
        return
    issue = _issue(story.SENT_SUBJECT, story.SENT_INTRO, _pages(home, now))
    editor = User.objects.get(email=people.EDITOR.email)
    expected = readers_of(issue).count()
    start_sending(issue=issue, expected=expected, by=editor, now=now - timedelta(days=SENT_DAYS_AGO))
    _issue(story.DRAFT_SUBJECT, story.DRAFT_INTRO, _pages(home, now)[:2])


def _order(email: str, topics: list[NewsletterTopic], now: datetime) -> None:
    """Order and press the button behind the link in the mail, as readers do."""
    ask_for_newsletter(email=email, topics=topics, consent_text=str(CONSENT), now=now)
    letter = next(iter(store.mails(recipient=email, limit=1)), None)
    found = CONFIRM.search(letter.text) if letter else None
    if found is not None:
        confirm_newsletter(token=found.group(1), now=now)


def _issue(subject: str, intro: str, pages: list[Page]) -> NewsletterIssue:
    issue = NewsletterIssue(subject=subject, intro=intro)
    issue.items = [NewsletterItem(page=page, sort_order=number) for number, page in enumerate(pages)]
    issue.save()
    return issue


def _pages(home: HomePage, now: datetime) -> list[Page]:
    """What is open now, and the newest news."""
    news = NewsPage.objects.live().public().descendant_of(home).order_by("-date", "-pk")[:3]
    return [*(offer.page for offer in open_offers(now)[:2]), *news]
