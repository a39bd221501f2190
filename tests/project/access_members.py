"""The newsletter and the members' area for the table of addresses: the co-editor belongs to one working group, the
rival to another; both are members.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile

from cms.accounts.actions import grant_role
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core import tokens
from home.models import (
    GroupIndexPage,
    GroupPage,
    InternalDocument,
    Membership,
    MembersIndexPage,
    MembersPage,
    MinutesPage,
    NewsletterIssue,
    NewsletterTopic,
    Subscriber,
)
from tests.home.factories import child, home_page


def newsletter(now: datetime) -> dict[str, Any]:
    """One issue that was sent, one in the making; an address to confirm, one that reads."""
    topic = NewsletterTopic.objects.create(name="Klima")
    sent = NewsletterIssue.objects.create(subject="Gesendet", slug="2027-01-gesendet", state="sent", started_at=now)
    draft = NewsletterIssue.objects.create(subject="Entwurf", intro="Guten Tag")
    confirm, confirm_digest = tokens.new_token()
    link, link_digest = tokens.new_token()
    common = {"consent_text": "Ja", "asked_at": now - timedelta(hours=1)}
    Subscriber.objects.create(email="neu@example.org", confirm_digest=confirm_digest, **common)
    reader = Subscriber.objects.create(
        email="lea@example.org", link_digest=link_digest, state="confirmed", confirmed_at=now, **common
    )
    return {
        "sent_issue": sent.slug,
        "draft_issue": draft.pk,
        "to_confirm": confirm,
        "own_link": link,
        "pk": {"ausgaben": draft.pk, "themen": topic.pk, "adressen": reader.pk},
    }


def area(users: dict[str, User], now: datetime) -> dict[str, Any]:
    """The area with minutes and a file of either group, and what is for all members."""
    above = child(home_page(), GroupIndexPage, title="Bündnis", slug="buendnis")
    groups = {name: child(above, GroupPage, title=name.title(), slug=name) for name in ("klima", "wohnen")}
    intern = child(home_page(), MembersIndexPage, title="Interner Bereich", slug="intern")
    child(intern, MembersPage, title="Neue Räume", slug="neue-raeume")
    found: dict[str, Any] = {"common_internal": _file(None).key, "pk": {"dokumente": InternalDocument.objects.get().pk}}
    for role, name in (("coeditor", "klima"), ("rival", "wohnen")):
        child(intern, MinutesPage, title=f"{name} im Mai", slug=f"{name}-im-mai", group=groups[name])
        found[f"{name}_file"] = _file(groups[name]).key
        grant_role(user=users[role], role=Role.MEMBER, by=None, now=now)
        membership = Membership.objects.create(user=users[role])
        membership.groups.add(groups[name])
        found["pk"]["liste"] = membership.pk
    return found


def _file(group: GroupPage | None) -> InternalDocument:
    document = InternalDocument(title="Unterlage", group=group)
    document.file.save("unterlage.pdf", ContentFile(b"%PDF-1.7"), save=False)
    document.save()
    return document
