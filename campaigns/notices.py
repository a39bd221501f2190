"""The mails of a campaign: which template goes to whom with what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import translation

from campaigns.domain.guardians import ends_at
from campaigns.enums import LinkPurpose
from campaigns.models import Campaign, Entry, EntryLink
from cms.core import mail
from cms.core.tokens import new_token


def new_link(entry: Entry, purpose: LinkPurpose, now: datetime) -> str:
    """Create a private link and return its token; the database keeps the digest only."""
    token, digest = new_token()
    EntryLink.objects.create(entry=entry, purpose=purpose, digest=digest, created_at=now)
    return token


def send_entry_code(entry: Entry, code: str) -> None:
    """The code that confirms the author's address."""
    _to_author(entry, "entry_code", {"code": code})


def send_entry_received(entry: Entry, now: datetime) -> None:
    """Thanks, what happens next, and the private link."""
    _to_author(
        entry,
        "entry_received",
        {"waits_for_guardian": entry.is_minor and entry.guardian_confirmed_at is None, **_own_link(entry, now)},
    )


def send_entry_approved(entry: Entry, now: datetime) -> None:
    """The photo stands in the gallery."""
    _to_author(entry, "entry_approved", {"public_path": entry.get_absolute_url(), **_own_link(entry, now)})


def send_entry_changes(entry: Entry, now: datetime) -> None:
    """A moderator asks for a change."""
    _to_author(entry, "entry_changes", {"verdict": entry.verdict, **_own_link(entry, now)})


def send_entry_rejected(entry: Entry, now: datetime) -> None:
    """The entry cannot take part, and why."""
    _to_author(entry, "entry_rejected", {"verdict": entry.verdict, **_own_link(entry, now)})


def send_entry_taken_down(entry: Entry, now: datetime) -> None:
    """The entry was removed, and why."""
    _to_author(entry, "entry_taken_down", {"verdict": entry.verdict, **_own_link(entry, now)})


def send_guardian_confirm(entry: Entry, now: datetime) -> None:
    """A guardian is asked to agree, by a link of their own."""
    path = entry.guardian_url(new_link(entry, LinkPurpose.GUARDIAN, now))
    _send(entry, "guardian_confirm", entry.guardian_email, {"guardian_path": path, "author_name": entry.author_name})


def send_guardian_reminder(entry: Entry, now: datetime) -> None:
    """A guardian who has not answered is asked once more."""
    until = ends_at(entry.guardian_asked_at or now)
    path = entry.guardian_url(new_link(entry, LinkPurpose.GUARDIAN, now))
    context = {"guardian_path": path, "author_name": entry.author_name, "until": until}
    _send(entry, "guardian_reminder", entry.guardian_email, context)


def send_entry_ended(entry: Entry, now: datetime) -> None:
    """The entry left because its guardian never answered."""
    _to_author(entry, "entry_ended", {"verdict": entry.verdict, **_own_link(entry, now)})


def send_own_links(campaign: Campaign, address: str, entries: Sequence[Entry], now: datetime) -> None:
    """Fresh private links to all entries of an address."""
    told = [
        {"title": entry.title, "code": entry.code, "state": entry.get_state_display(), **_own_link(entry, now)}
        for entry in entries
    ]
    context = {"campaign_title": campaign.title, "campaign_path": campaign.get_absolute_url(), "entries": told}
    mail.send(template="campaigns/mail/own_links", to=address, context=context)


def send_ballot_code(campaign: Campaign, address: str, code: str, choices: Sequence[Entry]) -> None:
    """The code that casts a ballot; opening the mail or a link in it never votes."""
    context = {"code": code, "campaign_title": campaign.title, "choices": _choices(choices)}
    mail.send(template="campaigns/mail/ballot_code", to=address, context=context)


def send_ballot_receipt(
    campaign: Campaign, address: str, receipt: str, choices: Sequence[Entry], *, is_changed: bool
) -> None:
    """The receipt that finds one's own votes in the published count."""
    context = {
        "receipt": receipt,
        "campaign_title": campaign.title,
        "campaign_path": campaign.get_absolute_url(),
        "voting_closes": campaign.voting_closes,
        "choices": _choices(choices),
        "is_changed": is_changed,
    }
    mail.send(template="campaigns/mail/ballot_receipt", to=address, context=context)


def about(entry: Entry) -> dict[str, str]:
    """What every mail about an entry may say."""
    return {
        "campaign_title": entry.campaign.title,
        "campaign_path": entry.campaign.get_absolute_url(),
        "entry_title": entry.title,
        "entry_code": entry.code,
        "town": entry.municipality.name if entry.municipality else "",
    }


def _choices(entries: Sequence[Entry]) -> list[dict[str, str]]:
    return [{"title": entry.title, "town": entry.municipality.name if entry.municipality else ""} for entry in entries]


def _own_link(entry: Entry, now: datetime) -> dict[str, str]:
    return {"own_path": entry.own_url(new_link(entry, LinkPurpose.AUTHOR, now))}


def _to_author(entry: Entry, template: str, context: dict[str, Any]) -> None:
    if entry.author_email:
        _send(entry, template, entry.author_email, context)


def _send(entry: Entry, template: str, address: str, context: dict[str, Any]) -> None:
    """In the author's language, whoever's request it is that causes the mail."""
    with translation.override(entry.language):
        mail.send(template=f"campaigns/mail/{template}", to=address, context={**about(entry), **context})
