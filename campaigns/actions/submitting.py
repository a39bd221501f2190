"""The author's part: hand in a photo, say what it shows, answer the questions, correct, withdraw."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import IO, Any, NamedTuple

from django.db import IntegrityError, transaction

from campaigns import notices, photos
from campaigns.actions.guarding import ask_guardian
from campaigns.actions.moving import hide, move, refuse_edit, store
from campaigns.actions.setting_up import set_up_campaign
from campaigns.actions.slots import town_slot
from campaigns.domain.codes import new_entry_code
from campaigns.domain.entries import LIVING, Step, completeness_refusal, declaration_refusal, submission_phase_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import AgeBracket, ConsentKind, LinkPurpose, People, PhotoState
from campaigns.models import Campaign, Consent, Entry
from campaigns.queries import consents_of, current_consent_texts
from campaigns.refusals import refused
from campaigns.tasks import enqueue_with_commit, process_entry_photo
from cms.core.images import inspect_upload, sha256_of
from cms.core.languages import active_language
from cms.core.storages import private_storage
from cms.places.models import Municipality

_ATTEMPTS = 8


class Started(NamedTuple):
    """A fresh draft and the token of its private link."""

    entry: Entry
    token: str


def start_entry(*, campaign: Campaign, photo: IO[bytes], now: datetime) -> Started:
    """Accept an upload: store it privately and open a draft. Raises PhotoRefused for what is wrong with the file."""
    if reason := submission_phase_refusal(campaign.phase(now)):
        raise refused(reason)
    inspected = inspect_upload(photo)  # type: ignore[arg-type]
    sha256 = sha256_of(photo)  # type: ignore[arg-type]
    if Entry.objects.filter(campaign=campaign, sha256=sha256, state__in=LIVING).exists():
        raise refused(Reason.DUPLICATE_PHOTO)
    set_up_campaign(campaign=campaign, now=now)
    with photos.new_original(photo, inspected.format) as original, transaction.atomic():
        entry = _new_draft(
            campaign=campaign,
            created_at=now,
            original=original,
            original_format=inspected.format,
            original_bytes=private_storage.size(original),
            sha256=sha256,
            language=active_language(),
        )
        token = notices.new_link(entry, LinkPurpose.AUTHOR, now)
        enqueue_with_commit(process_entry_photo, entry.pk)
    return Started(entry, token)


def _new_draft(**fields: object) -> Entry:
    """Create the draft; a code that is already taken is drawn again."""
    for attempt in range(_ATTEMPTS):
        try:
            with transaction.atomic():
                return Entry.objects.create(code=new_entry_code(attempt), **fields)
        except IntegrityError:
            if attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")


@transaction.atomic
def describe_entry(
    *,
    entry: Entry,
    municipality: Municipality,
    place: str,
    title: str,
    reason: str,
    description: str,
    now: datetime,
    taken_at: datetime | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
) -> Entry:
    """Say what the photo shows. Time and position of the camera are stored only as given here, by the author's wish.

    `reason` answers „Warum ist das Ihr schönster Blick?“, `description` is the text for people who cannot see it.
    """
    refuse_edit(entry, now)
    campaign = entry.campaign
    if not campaign.is_eligible(municipality):
        raise refused(Reason.TOWN_NOT_ELIGIBLE)
    moved = {}
    if entry.state in LIVING and municipality.pk != entry.municipality_id:
        moved["town_slot"] = town_slot(campaign, municipality)
    store(
        entry,
        municipality=municipality,
        size_class=campaign.size_class_of(municipality),
        place=place.strip(),
        title=title.strip(),
        reason=reason.strip(),
        description=description.strip(),
        taken_at=taken_at,
        latitude=latitude,
        longitude=longitude,
        **moved,
    )
    return entry


@transaction.atomic
def declare(
    *,
    entry: Entry,
    people: People,
    is_drone: bool,
    age: AgeBracket,
    owns_rights: bool,
    consents: Collection[ConsentKind],
    now: datetime,
    guardian_email: str = "",
    shows_children: bool = False,
    parents_agreed: bool = False,
    drone_cleared: bool = False,
) -> Entry:
    """Answer the questions about people, drone, age and rights, and give or take back consents one by one."""
    refuse_edit(entry, now)
    given = frozenset(consents)
    guardian = guardian_email.strip() if age == AgeBracket.MINOR else ""
    _refuse_answers(
        entry.campaign,
        age=age,
        owns_rights=owns_rights,
        consents=given,
        guardian=guardian,
        are_children_clear=parents_agreed or not shows_children,
        is_flight_clear=drone_cleared or not is_drone,
    )
    is_same_guardian = guardian == entry.guardian_email
    said = {"people": people, "age": age, "is_drone": is_drone, "shows_children": shows_children}
    clear = {"parents_agreed": shows_children and parents_agreed, "drone_cleared": is_drone and drone_cleared}
    goes_further = entry.guardian_confirmed_at is not None and bool(given - consents_of(entry).keys())
    asks_anew = not is_same_guardian or goes_further
    anew = {"guardian_confirmed_at": None, "guardian_name": ""} if asks_anew else {}
    store(entry, owns_rights=owns_rights, guardian_email=guardian, **said, **clear, **anew)
    _store_consents(entry, given, now)
    if guardian and asks_anew and entry.state in LIVING:
        ask_guardian(entry, now)
    return entry


def _refuse_answers(campaign: Campaign, **answers: Any) -> None:
    if reason := declaration_refusal(minimum_age=campaign.minimum_age, **answers):
        raise refused(reason, age=campaign.minimum_age) if reason == Reason.TOO_YOUNG else refused(reason)


def _store_consents(entry: Entry, given: frozenset[ConsentKind], now: datetime) -> None:
    """Each consent points at the exact words; one taken back stays on record with its end."""
    standing = consents_of(entry)
    texts = current_consent_texts(entry.campaign)
    for kind, consent in standing.items():
        if kind not in given or consent.text_id != texts[kind].pk:
            Consent.objects.filter(pk=consent.pk, revoked_at=None).update(revoked_at=now)
    for kind in given:
        if kind not in standing or standing[kind].text_id != texts[kind].pk:
            Consent.objects.create(entry=entry, text=texts[kind], given_at=now)


@transaction.atomic
def resubmit_entry(*, entry: Entry, now: datetime) -> Entry:
    """Hand the corrected entry back to the moderators. Without a readable photo there is nothing to look at."""
    refuse_edit(entry, now)
    photo = PhotoState(entry.photo_state)
    if reason := completeness_refusal(has_place=True, has_answers=True, photo=photo):
        raise refused(reason)
    move(entry, Step.RESUBMIT, submitted_at=now, verdict="")
    return entry


@transaction.atomic
def withdraw_entry(*, entry: Entry, now: datetime) -> Entry:
    """Take an entry back, at any time. Its public files vanish at once; votes for it are listed and not counted."""
    hide(entry)
    move(entry, Step.WITHDRAW, decided_at=now, author_slot=None, town_slot=None)
    return entry
