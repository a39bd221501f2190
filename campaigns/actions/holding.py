"""Voters share a hold on their campaign; whoever counts or changes it waits for them, and they for it."""

from __future__ import annotations

from django.db import connection

from campaigns.models import Campaign


def held(campaign: Campaign) -> Campaign:
    """The campaign as it is stored now, unchanged until the transaction ends. Many can hold it at the same time.

    SQLite lets one transaction write at a time, so there reading is enough.
    """
    if connection.vendor != "postgresql":
        return Campaign.objects.get(pk=campaign.pk)
    table = connection.ops.quote_name(Campaign._meta.db_table)
    return Campaign.objects.raw(f"SELECT * FROM {table} WHERE id = %s FOR SHARE", [campaign.pk])[0]  # noqa: S608
