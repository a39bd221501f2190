"""How demo authors and voters take part: through the same actions as everybody, with the code from the mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zlib import crc32

from django.core.files.base import ContentFile

from campaigns import actions
from campaigns.enums import AgeBracket, ConsentKind, EntryState
from campaigns.models import Campaign, Entry
from cms.core.ratelimit import network_key
from cms.demo.mailbox import store
from cms.demo.snapshots import Snapshot

CODE = re.compile(r"^ +(\d{6})$", re.MULTILINE)


class Author(NamedTuple):
    """Who hands in; without a name the credit says that it came from a citizen."""

    name: str
    address: str


def code_for(address: str) -> str:
    """Return the six digits of the newest mail to an address."""
    (mail,) = store.mails(recipient=address, limit=1)
    found = CODE.search(mail.text)
    if found is None:
        raise LookupError(f"no code in the newest mail to {address}")
    return found[1]


def hand_in(campaign: Campaign, picture: Snapshot, author: Author, now: datetime) -> Entry:
    """Upload, describe, declare, confirm by code."""
    photo = ContentFile(picture.photo(), name="IMG_2041.jpg")
    entry, _token = actions.start_entry(campaign=campaign, photo=photo, now=now)
    entry.refresh_from_db()
    actions.describe_entry(
        entry=entry,
        municipality=picture.town,
        place=picture.place,
        title=picture.title,
        reason=picture.reason,
        description=picture.description,
        latitude=picture.town.latitude,
        longitude=picture.town.longitude,
        now=now,
    )
    consents = [ConsentKind.CONTEST, ConsentKind.MUNICIPALITY]
    actions.declare(
        entry=entry,
        people=picture.people,
        is_drone=False,
        age=AgeBracket.ADULT,
        owns_rights=True,
        consents=[*consents, ConsentKind.OPEN_LICENCE] if picture.is_open else consents,
        now=now,
    )
    actions.send_confirmation_code(entry=entry, name=author.name, email=author.address, now=now)
    entry = actions.confirm_entry(entry=entry, code=code_for(author.address), now=now)
    if entry.state != EntryState.SUBMITTED:
        raise AssertionError(f"entry {entry.code} is {entry.state}")
    return entry


def vote(campaign: Campaign, address: str, entries: Sequence[Entry], now: datetime) -> None:
    """Choose, confirm by code, cast."""
    chosen = [entry.code for entry in entries]
    actions.issue_ballot_code(campaign=campaign, email=address, entries=chosen, now=now)
    voter = actions.confirm_voter(campaign=campaign, email=address, code=code_for(address), now=now)
    network = network_key(f"2001:db8:{crc32(address.encode()) % 65536:x}::1", at=now)
    actions.cast_ballot(campaign=campaign, voter=voter, entries=chosen, now=now, network=network)
