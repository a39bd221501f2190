"""News as Atom feeds: all of them, and by topic."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from home.models import NewsPage, Topic

LENGTH = 20


class NewsFeed(Feed):
    """The newest pieces of news, teaser only."""

    feed_type = Atom1Feed
    link = "/"
    subtitle = _("Nachrichten aus dem Aktionsbündnis")

    def get_object(self, request: HttpRequest, topic: str = "") -> Topic | None:
        """Return the topic that the address names; 404 when there is none of that name."""
        return get_object_or_404(Topic, slug=topic) if topic else None

    def title(self, topic: Topic | None) -> str:
        return f"{settings.SITE_NAME}: {topic.name}" if topic else settings.SITE_NAME

    def items(self, topic: Topic | None) -> Any:
        """Return published news in the site's first language, of one topic if one is asked for."""
        found = NewsPage.objects.live().public().filter(locale__language_code=settings.LANGUAGE_CODE)
        if topic:
            found = found.filter(topics=topic)
        return found.defer("body").order_by("-date", "-pk")[:LENGTH]

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.teaser

    def item_link(self, item: NewsPage) -> str:
        return item.url or "/"

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(8)))

    def item_updateddate(self, item: NewsPage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)
