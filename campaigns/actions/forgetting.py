"""What a campaign forgets by itself: drafts nobody finished, guardians' addresses, and who the authors were."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from campaigns import photos
from campaigns.actions.erasing import erase_entry
from campaigns.enums import EntryState
from campaigns.models import Entry, EntryLink

KEEP_DRAFTS = timedelta(days=7)
KEEP_GUARDIANS = timedelta(days=30)
KEEP_AUTHORS = timedelta(days=180)
_DRAFTS = (EntryState.DRAFT, EntryState.UNCONFIRMED)
_KNOWN = ~Q(author_email="") | ~Q(author_key="") | ~Q(guardian_name="") | ~Q(guardian_email="")


def delete_drafts(now: datetime) -> int:
    """Delete drafts begun more than a week ago, with their photos; return how many."""
    deleted = 0
    for entry in Entry.objects.filter(state__in=_DRAFTS, created_at__lt=now - KEEP_DRAFTS).order_by("pk"):
        names = photos.private_names(entry)
        with transaction.atomic():
            rows, _by_model = Entry.objects.filter(pk=entry.pk, state__in=_DRAFTS).delete()
            transaction.on_commit(partial(photos.delete_private, names if rows else []))
        deleted += bool(rows)
    return deleted


def forget_guardians(now: datetime) -> int:
    """Empty the addresses of guardians a month after the result; that they agreed, and when, stays."""
    return _after_result(now - KEEP_GUARDIANS).exclude(guardian_email="").update(guardian_email="")


def forget_authors(now: datetime) -> int:
    """Half a year after the result: who is shown keeps the name of the credit only, all others go wholly."""
    known = _after_result(now - KEEP_AUTHORS).filter(_KNOWN, erased_at__isnull=True)
    shown = list(known.filter(state=EntryState.APPROVED).values_list("pk", flat=True))
    forgotten = Entry.objects.filter(pk__in=shown).update(
        author_email="", author_key="", author_slot=None, guardian_email="", guardian_name=""
    )
    EntryLink.objects.filter(entry__in=shown).delete()
    for entry in known.exclude(state=EntryState.APPROVED).select_related("campaign"):
        erase_entry(entry=entry, now=now, by="retention")
        forgotten += 1
    return forgotten


def _after_result(moment: datetime) -> QuerySet[Entry]:
    """Entries of campaigns whose result came out, or was due, before `moment`."""
    entries = Entry.objects.alias(result=Coalesce("campaign__results_published_at", "campaign__results_at"))
    return entries.filter(result__lt=moment)
