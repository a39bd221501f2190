"""„Wird gerade von … angesehen“: moderators see where others are. A hint that passes, never a lock."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.cache import cache

from cms.accounts.models import User

SECONDS = 120


def _key(entry_id: int) -> str:
    return f"campaigns:looking:{entry_id}"


def look_at(entry_id: int, user: User) -> list[str]:
    """Note that somebody looks at an entry; return the names of the others who do."""
    key = _key(entry_id)
    found: dict[str, str] = cache.get(key) or {}
    cache.set(key, {**found, str(user.pk): user.name or user.email}, SECONDS)
    return sorted(name for person, name in found.items() if person != str(user.pk))


def look_away(entry_id: int, user: User) -> None:
    """Note that somebody has decided and gone on."""
    found: dict[str, str] = cache.get(_key(entry_id)) or {}
    if found.pop(str(user.pk), None) is not None:
        cache.set(_key(entry_id), found, SECONDS)


def others_looking(entries: Iterable[int], user: User) -> dict[int, list[str]]:
    """By entry, the names of the others who look at it now. One look into the cache."""
    keys = {_key(entry_id): entry_id for entry_id in entries}
    found: dict[str, dict[str, str]] = cache.get_many(keys)
    names = {
        keys[key]: sorted(name for person, name in people.items() if person != str(user.pk))
        for key, people in found.items()
    }
    return {entry_id: others for entry_id, others in names.items() if others}
