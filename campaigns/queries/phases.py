"""Campaigns by phase, computed by the database from the same boundaries as in Python."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Case, CharField, QuerySet, Value, When

from campaigns.domain.phases import BOUNDARIES
from campaigns.enums import Phase
from campaigns.models import Campaign


def phase_expression(now: datetime) -> Case:
    """The phase at `now` as SQL: the last boundary that has been reached."""
    return Case(
        *(When(**{f"{name}__lte": now}, then=Value(phase.value)) for name, phase in reversed(BOUNDARIES)),
        default=Value(Phase.ANNOUNCED.value),
        output_field=CharField(),
    )


def in_phase(*phases: Phase, now: datetime) -> QuerySet[Campaign]:
    """Campaigns that are in one of the phases at `now`, annotated with `phase_now`."""
    return Campaign.objects.annotate(phase_now=phase_expression(now)).filter(phase_now__in=phases)
