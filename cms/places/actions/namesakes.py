"""Names that occur more than once are told apart by their district."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Count

from cms.places.models import Municipality


@transaction.atomic
def mark_namesakes() -> int:
    """Note on every municipality that exists whether its name is shared; return how many share one."""
    active = Municipality.objects.active().order_by()
    shared = active.values("name_folded").annotate(times=Count("pk")).filter(times__gt=1).values("name_folded")
    names = [row["name_folded"] for row in shared]
    Municipality.objects.exclude(name_folded__in=names).filter(has_namesake=True).update(has_namesake=False)
    return active.filter(name_folded__in=names).update(has_namesake=True)
