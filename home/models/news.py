"""News: an index by year and the single piece of news."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.db import models
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import BodyBlocks
from home.models.base import SitePage
from home.models.topics import Topic

PER_PAGE = 12


class NewsIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.NewsPage"]
    max_count_per_parent = 1
    template = "home/news_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Nachrichtenübersicht")
        verbose_name_plural = _("Nachrichtenübersichten")

    def news(self) -> models.QuerySet[NewsPage]:
        """Return the published news below this page, newest first, with their pictures."""
        return (
            NewsPage.objects.live()
            .child_of(self)
            .select_related("image")
            .prefetch_related("image__renditions")
            .defer("body")
            .order_by("-date", "-pk")
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        below = NewsPage.objects.live().child_of(self).annotate(year_of=ExtractYear("date"))
        told = set(below.order_by().values_list("year_of", "topics__slug", "topics__name").distinct())
        years = sorted({year for year, *_topic in told}, reverse=True)
        names = {slug: name for _year, slug, name in told if slug}
        topics = [Topic(slug=slug, name=names[slug]) for slug in sorted(names, key=lambda slug: names[slug].lower())]
        asked = request.GET.get("jahr", "")
        year = int(asked) if asked.isascii() and asked.isdigit() and int(asked) in years else None
        topic = next((one for one in topics if one.slug == request.GET.get("thema")), None)
        found = self.news().filter(date__year=year) if year else self.news()
        found = found.filter(topics__slug=topic.slug) if topic else found
        context.update(years=years, year=year, topics=topics, topic=topic)
        context.update(page_of=Paginator(found, PER_PAGE).get_page(request.GET.get("seite")))
        asked_for = {"jahr": year, "thema": topic.slug if topic else ""}
        context.update(query=urlencode({name: value for name, value in asked_for.items() if value}))
        return context


class NewsPage(SitePage):
    date = models.DateField(_("Datum"), default=timezone.localdate, db_index=True)
    topics = ParentalManyToManyField("home.Topic", verbose_name=_("Themen"), blank=True, related_name="news")
    body = StreamField(BodyBlocks(), verbose_name=_("Inhalt"))

    parent_page_types: ClassVar[list[str]] = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/news_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        FieldPanel("date"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")

    def neighbours(self) -> dict[str, NewsPage | None]:
        """Return the older and the newer piece of news."""
        if self.pk is None:  # the preview of a page that is not saved yet
            return {"older": None, "newer": None}
        others = NewsPage.objects.live().sibling_of(self, inclusive=False).only("title", "url_path", "date")
        older = others.filter(models.Q(date__lt=self.date) | models.Q(date=self.date, pk__lt=self.pk))
        newer = others.filter(models.Q(date__gt=self.date) | models.Q(date=self.date, pk__gt=self.pk))
        return {"older": older.order_by("-date", "-pk").first(), "newer": newer.order_by("date", "pk").first()}
