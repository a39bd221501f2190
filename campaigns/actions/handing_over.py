"""Handing photos over: only what a consent in force allows, each on the register, the file kept for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.files.base import File
from django.db import transaction
from django_tasks import task

from campaigns.domain.honours import honours
from campaigns.domain.reasons import Reason
from campaigns.enums import ConsentKind, HandoverKind, HandoverState
from campaigns.exports.packages import SUFFIX, build_package
from campaigns.models import Campaign, Consent, Entry, Handover, HandoverItem
from campaigns.queries import entries_with_consent, published_result
from campaigns.refusals import refused
from campaigns.tasks import enqueue_with_commit
from cms.accounts.models import User
from cms.core import audit
from cms.core.images import PhotoRefused
from cms.core.storages import private_storage, random_name
from cms.places.models import Municipality

KEEP_FILES = timedelta(days=30)


@transaction.atomic
def hand_over_photos(
    *,
    campaign: Campaign,
    scope: ConsentKind,
    kind: HandoverKind,
    municipality: Municipality | None,
    winners_only: bool,
    recipient: str,
    recipient_email: str,
    purpose: str,
    by: User,
    now: datetime,
) -> Handover:
    """Put a handover on the register and have its file made. Refused when no consent in force covers anything."""
    codes = None
    if winners_only:
        result = published_result(campaign)
        if result is None:
            raise refused(Reason.NOT_PUBLISHED)
        codes = {honour.code for honour in honours(result.snapshot) if honour.code}
    entries = list(entries_with_consent(campaign, scope, municipality=municipality, codes=codes))
    if not entries:
        raise refused(Reason.NOTHING_TO_HAND_OVER)
    handover = Handover.objects.create(
        campaign=campaign,
        municipality=municipality,
        scope=scope,
        kind=kind,
        winners_only=winners_only,
        recipient=recipient.strip(),
        recipient_email=recipient_email.strip(),
        purpose=purpose.strip(),
        made_at=now,
        made_by=by,
    )
    _put_on_register(handover, entries)
    changes = {"entries": (None, len(entries)), "scope": (None, scope.value), "kind": (None, kind.value)}
    audit.record(action="campaigns.handover.created", target=handover, actor=by, changes=changes, now=now)
    enqueue_with_commit(make_package, handover.pk)
    return handover


def _put_on_register(handover: Handover, entries: list[Entry]) -> None:
    grounds = dict(
        Consent.objects.filter(entry__in=entries, text__kind=handover.scope, revoked_at=None)
        .order_by("given_at")
        .values_list("entry_id", "pk")
    )
    HandoverItem.objects.bulk_create(
        HandoverItem(handover=handover, entry=entry, consent_id=grounds[entry.pk], code=entry.code) for entry in entries
    )


@task(queue_name="photos")
def make_package(handover_id: int) -> None:
    """Make the file of a handover; whose consent ended meanwhile is left out and taken off the register again."""
    handover = Handover.objects.select_related("campaign").filter(pk=handover_id, state=HandoverState.PENDING).first()
    if handover is None:
        return
    listed = set(handover.items.values_list("code", flat=True))
    entries = list(entries_with_consent(handover.campaign, ConsentKind(handover.scope), codes=listed))
    try:
        package = build_package(handover, entries)
    except (PhotoRefused, FileNotFoundError):
        Handover.objects.filter(pk=handover.pk).update(state=HandoverState.FAILED)
        return
    with package.handle as handle:
        suffix = SUFFIX[HandoverKind(handover.kind)]
        name = private_storage.save(random_name("uebergaben", f".{suffix}"), File(handle))
    with transaction.atomic():
        handover.items.exclude(code__in=[code for code, _name, _sum in package.items]).delete()
        for code, file, sha256 in package.items:
            handover.items.filter(code=code).update(name=file, sha256=sha256)
        Handover.objects.filter(pk=handover.pk).update(
            state=HandoverState.READY, file=name, sha256=package.sha256, size=package.size
        )


def purge_handover_files(now: datetime) -> int:
    """Delete the files of older handovers; the register keeps what was handed to whom. Returns how many."""
    due = list(Handover.objects.filter(state=HandoverState.READY, made_at__lt=now - KEEP_FILES))
    for handover in due:
        private_storage.delete(handover.file)
        Handover.objects.filter(pk=handover.pk).update(state=HandoverState.EXPIRED, file="")
        audit.record(action="campaigns.handover.expired", target=handover, now=now)
    return len(due)
