"""„Alles löschen“: words, names, addresses and files go at once; an empty line stays: votes stay provable."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from campaigns import photos
from campaigns.actions.moving import hide
from campaigns.domain.entries import TRANSITIONS, Step
from campaigns.domain.reasons import Reason
from campaigns.enums import EntryState
from campaigns.models import Entry, EntryReport, Result
from campaigns.queries.entries import suggestion_key
from campaigns.refusals import refused
from cms.core import audit

# What an erased entry still is: code, campaign, town and size class. Everything a person said or sent is empty.
EMPTY = {
    "original": "", "original_format": "", "original_bytes": 0, "sha256": "", "photo_problem": "",
    "width": None, "height": None, "colour": "", "dhash": None, "taken_at": None, "latitude": None, "longitude": None,
    "place": "", "title": "", "reason": "", "description": "", "people": "", "age": "", "verdict": "",
    "is_drone": False, "shows_children": False, "parents_agreed": False, "drone_cleared": False, "owns_rights": False,
    "author_name": "", "author_email": "", "author_key": "", "guardian_email": "", "guardian_name": "",
    "guardian_confirmed_at": None, "guardian_asked_at": None, "guardian_reminded_at": None,
}  # fmt: skip


@transaction.atomic
def erase_entry(*, entry: Entry, now: datetime, by: str = "author") -> Entry:
    """Remove everything personal of an entry, at any time and for good. Its private links end.

    Votes for it stay in the count file and are listed as not counted; after the count is published, as they were.
    """
    hide(entry)
    names = photos.private_names(entry)
    values = {**EMPTY, "author_slot": None, "town_slot": None, "erased_at": now, "photo_state": "refused"}
    if entry.state in TRANSITIONS[Step.WITHDRAW].sources:
        values |= {"state": EntryState.WITHDRAWN, "decided_at": now}
    standing = Entry.objects.filter(pk=entry.pk, state=entry.state, erased_at=None)
    if not standing.update(revision=F("revision") + 1, **values):
        raise refused(Reason.SOMEBODY_FASTER)
    entry.links.all().delete()
    entry.consents.filter(revoked_at=None).update(revoked_at=now)
    EntryReport.objects.filter(entry=entry).update(message="", email="")
    _untitle(entry)
    entry.refresh_from_db()
    audit.record(action="campaigns.entry.erased", target=entry, actor_label=by, now=now)
    transaction.on_commit(partial(_forget, names, entry.pk))
    return entry


def _untitle(entry: Entry) -> None:
    """A published result names the entry by its title; place, town and votes stay as they were published."""
    result = Result.objects.select_for_update().filter(campaign=entry.campaign_id).first()
    lines = result.snapshot["entries"] if result else []
    if result and any(line["code"] == entry.code for line in lines):
        for line in lines:
            if line["code"] == entry.code:
                line["title"] = _("Gelöschter Beitrag")
        result.save(update_fields=["snapshot"])


def _forget(names: list[str], entry_id: int) -> None:
    photos.delete_private(names)
    cache.delete(suggestion_key(entry_id))
