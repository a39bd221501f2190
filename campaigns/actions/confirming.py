"""An entry counts from the moment its author's address is confirmed; a minor's also needs a guardian."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import translation

from campaigns import notices
from campaigns.actions.guarding import ask_guardian
from campaigns.actions.keys import vote_secret
from campaigns.actions.moving import move
from campaigns.actions.slots import free_slots
from campaigns.domain.addresses import AddressError, author_key, normalise
from campaigns.domain.entries import LIVING, Step, completeness_refusal, submission_phase_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import EntryState, PhotoState
from campaigns.models import Entry
from campaigns.queries import consents_of
from campaigns.refusals import refused
from cms.core import codes

PURPOSE = "campaigns.entry"
_ATTEMPTS = 5


def _subject(entry: Entry) -> str:
    return f"{entry.pk}:{entry.author_key}"


@transaction.atomic
def send_confirmation_code(*, entry: Entry, name: str, email: str, now: datetime) -> Entry:
    """Take name (for the credit, may be empty) and address, and mail a code to it. May be repeated."""
    campaign = entry.campaign
    if reason := submission_phase_refusal(campaign.phase(now)):
        raise refused(reason)
    if reason := completeness_refusal(
        has_place=bool(entry.municipality_id and entry.title and entry.description),
        has_answers=bool(entry.people and entry.age and entry.owns_rights and consents_of(entry)),
        photo=PhotoState(entry.photo_state),
    ):
        raise refused(reason)
    address = email.strip()
    try:
        key = author_key(address, vote_secret(campaign, now))
        if entry.guardian_email and normalise(address) == normalise(entry.guardian_email):
            raise refused(Reason.GUARDIAN_SAME)
    except AddressError as error:
        raise refused(Reason.ADDRESS_MALFORMED) from error
    move(
        entry,
        Step.ASK_FOR_CODE,
        author_name=name.strip(),
        author_email=address,
        author_key=key,
        language=translation.get_language() or entry.language,
    )
    notices.send_entry_code(entry, codes.issue(purpose=PURPOSE, subject=_subject(entry), now=now))
    return entry


def confirm_entry(*, entry: Entry, code: str, now: datetime) -> Entry:
    """Redeem the code: the entry counts and goes to the moderators. A wrong code stays counted as a try."""
    if reason := submission_phase_refusal(entry.campaign.phase(now)):
        raise refused(reason)
    if entry.state != EntryState.UNCONFIRMED:
        raise refused(Reason.SOMEBODY_FASTER)
    codes.redeem(purpose=PURPOSE, subject=_subject(entry), code=code, now=now)
    return count_in(entry, now)


def count_in(entry: Entry, now: datetime) -> Entry:
    """The part of `confirm_entry` behind the code: take a free number and count from now on."""
    for attempt in range(_ATTEMPTS):
        try:
            return _counted_in(entry, now)
        except IntegrityError:
            # Another entry took the number or holds the photo since we looked; look again.
            if attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")


@transaction.atomic
def _counted_in(entry: Entry, now: datetime) -> Entry:
    others = Entry.objects.filter(campaign=entry.campaign_id, sha256=entry.sha256, state__in=LIVING)
    if others.exclude(pk=entry.pk).exists():
        raise refused(Reason.DUPLICATE_PHOTO)
    author_slot, town_slot = free_slots(entry, entry.campaign.phase(now))
    move(
        entry,
        Step.CONFIRM,
        confirmed_at=now,
        submitted_at=now,
        author_slot=author_slot,
        town_slot=town_slot,
    )
    notices.send_entry_received(entry, now)
    if entry.is_minor:
        ask_guardian(entry, now)
    return entry


@transaction.atomic
def confirm_guardian(*, entry: Entry, name: str, now: datetime) -> Entry:
    """A guardian agrees, by name, through the link that only the guardian's address got."""
    waiting = Entry.objects.filter(pk=entry.pk, guardian_confirmed_at=None).exclude(guardian_email="")
    if not waiting.filter(state__in=LIVING).update(guardian_confirmed_at=now, guardian_name=name.strip()):
        raise refused(Reason.SOMEBODY_FASTER)
    entry.refresh_from_db()
    return entry
