"""The demo's members' area: minutes of every group, two pieces of news, files, one member to log in as; told once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from wagtail.models import Page

from cms.accounts.models import User
from cms.demo import people
from cms.demo.papers import set_paper
from cms.demo.publishing import published
from cms.demo.stories import members as story
from cms.demo.stories.papers import Paper
from home.actions import change_profile, invite_member
from home.enums import DocumentKind
from home.models import (
    GroupPage,
    HomePage,
    InternalDocument,
    Membership,
    MembersIndexPage,
    MembersPage,
    MinutesDocument,
    MinutesPage,
    Partner,
)

# The demo's member belongs to two groups; the minutes of the third are closed.
GROUPS = ("wohnen-und-leben", "leerstand")


def load_members(home: HomePage, now: datetime) -> None:
    """Tell it; what exists stays as it is."""
    area = published(home, MembersIndexPage, "intern", **story.AREA)
    today = timezone.localdate(now)
    for item in story.NEWS:
        published(
            area,
            MembersPage,
            item["slug"],
            title=item["title"],
            teaser=item["teaser"],
            date=today - timedelta(days=item["days_ago"]),
            body=[("paragraph", item["body"])],
        )
    rules = {**story.RULES, "body": [("paragraph", story.RULES["body"])]}
    published(area, MembersPage, is_news=False, **rules)
    groups = {group.slug: group for group in GroupPage.objects.filter(locale=home.locale)}
    for minutes in story.MINUTES:
        if minutes.group in groups:
            _load_minutes(area, minutes, groups[minutes.group], now)
    for title, text in story.COMMON_FILES.items():
        _file(title, text, None)
    _load_member([groups[slug] for slug in GROUPS if slug in groups], now)


def _load_minutes(area: Page, told: story.Minutes, group: GroupPage, now: datetime) -> None:
    steps = format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((step,) for step in told.next_steps)))
    body = [part for heading, text in told.points for part in (("heading", heading), ("paragraph", f"<p>{text}</p>"))]
    page = published(
        area,
        MinutesPage,
        told.slug,
        title=told.title,
        teaser=told.teaser,
        date=timezone.localdate(now) - timedelta(days=told.days_ago),
        group=group,
        body=[*body, ("heading", "Nächste Schritte"), ("paragraph", steps)],
    )
    for number, title in enumerate(told.files):
        document = _file(title, story.FILE_TEXTS[title], group)
        if not page.documents.filter(document=document).exists():
            page.documents.add(MinutesDocument(document=document, sort_order=number))
            page.save_revision().publish()


def _file(title: str, text: str, group: GroupPage | None) -> InternalDocument:
    found = InternalDocument.objects.filter(title=title, group=group).first()
    if found is not None:
        return found
    year = timezone.localdate().year
    paper = Paper("unterlage.pdf", title, DocumentKind.OTHER.value, year, (("Worum es geht", text),))
    document = InternalDocument(title=title, group=group, added_by=User.objects.get(email=people.OFFICE.email))
    document.file.save("unterlage.pdf", ContentFile(set_paper(paper)), save=False)
    document.save()
    return document


def _load_member(groups: list[GroupPage], now: datetime) -> None:
    """The member one can log in as, and one who is listed beside."""
    if Membership.objects.filter(user__email=people.MEMBER.email).exists():
        return
    membership = invite_member(
        email=people.MEMBER.email,
        name=people.MEMBER.name,
        partner=Partner.objects.filter(is_public=True).order_by("name").first(),
        groups=groups,
        since=timezone.localdate(now) - timedelta(days=400),
        by=User.objects.get(email=people.OFFICE.email),
        now=now,
    )
    change_profile(user=membership.user, values=story.PROFILE)
