"""Voters share a hold on their campaign; whoever counts or changes it waits for them, and they for it."""

from __future__ import annotations

from copy import copy

from django.db import connection

from campaigns.domain.phases import BOUNDARIES
from campaigns.models import Campaign

# What decides about a ballot; everything else of the campaign may be a moment old.
RULES = (*(name for name, _phase in BOUNDARIES), "votes_per_voter", "votes_per_town")


def held(campaign: Campaign) -> Campaign:
    """A copy of the campaign with its rules as stored now, unchanged until the transaction ends.

    Many can hold it at the same time. SQLite lets one transaction write at a time, so there reading is enough.
    """
    fresh = copy(campaign)
    if connection.vendor != "postgresql":
        fresh.refresh_from_db(fields=RULES)
        return fresh
    columns = ", ".join(connection.ops.quote_name(name) for name in RULES)
    table = connection.ops.quote_name(Campaign._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} WHERE id = %s FOR SHARE", [campaign.pk])  # noqa: S608
        for name, value in zip(RULES, cursor.fetchone(), strict=True):
            setattr(fresh, name, value)
    return fresh
