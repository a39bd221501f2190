"""A voluntary consent can be given and taken back at any time; what is taken back stays on record with its end."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from campaigns.actions.guarding import ask_guardian
from campaigns.actions.moving import store
from campaigns.domain.entries import LIVING, REQUIRED_CONSENTS
from campaigns.domain.reasons import Reason
from campaigns.enums import ConsentKind, EntryState
from campaigns.models import Consent, Entry
from campaigns.queries import consents_of, current_consent_texts
from campaigns.refusals import refused
from cms.core import audit


@transaction.atomic
def give_consent(*, entry: Entry, kind: ConsentKind, now: datetime) -> Entry:
    """Give a voluntary consent, to the words that are in force now."""
    _refuse(entry, kind)
    text = current_consent_texts(entry.campaign).get(kind)
    standing = consents_of(entry).get(kind)
    if text is None or (standing is not None and standing.text_id == text.pk):
        return entry
    if entry.is_minor and entry.guardian_confirmed_at is not None:
        _ask_guardian_anew(entry, now)
    Consent.objects.filter(entry=entry, text__kind=kind, revoked_at=None).update(revoked_at=now)
    Consent.objects.get_or_create(entry=entry, text=text, revoked_at=None, defaults={"given_at": now})
    _record(entry, "consent_given", kind, now)
    return entry


@transaction.atomic
def revoke_consent(*, entry: Entry, kind: ConsentKind, now: datetime) -> Entry:
    """Take a voluntary consent back. From now on no export uses it; what was handed over before is on the register."""
    _refuse(entry, kind)
    if Consent.objects.filter(entry=entry, text__kind=kind, revoked_at=None).update(revoked_at=now):
        _record(entry, "consent_revoked", kind, now)
    return entry


def _ask_guardian_anew(entry: Entry, now: datetime) -> None:
    """The guardian agreed to less than this; after the release nobody waits for them any more."""
    if entry.state not in LIVING - {EntryState.APPROVED}:
        raise refused(Reason.CONSENT_TOO_LATE)
    store(entry, guardian_confirmed_at=None, guardian_name="")
    ask_guardian(entry, now)


def _refuse(entry: Entry, kind: ConsentKind) -> None:
    if kind in REQUIRED_CONSENTS:
        raise refused(Reason.CONSENT_NEEDED)
    if entry.erased_at is not None:
        raise refused(Reason.NOT_EDITABLE)


def _record(entry: Entry, verb: str, kind: ConsentKind, now: datetime) -> None:
    audit.record(
        action=f"campaigns.entry.{verb}",
        target=entry,
        actor_label="author",
        changes={
            "consent": ("" if verb == "consent_given" else kind.value, kind.value if verb == "consent_given" else "")
        },
        now=now,
    )
