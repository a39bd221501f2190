"""Last year's campaign again: rules, towns and words are taken over, entries, votes and secrets never."""

from __future__ import annotations

import re
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from campaigns.actions.setting_up import set_up_campaign
from campaigns.domain.planning import next_years_dates
from campaigns.models import Campaign, ConsentText, ReasonText
from campaigns.queries import current_consent_texts
from campaigns.queries.readiness import local_dates
from cms.accounts.models import User
from cms.core import audit
from cms.core.copying import follow_copy

TAKEN_OVER = (
    "hashtag",
    "objection_days",
    "entries_per_person",
    "entries_per_town",
    "votes_per_voter",
    "votes_per_town",
    "minimum_age",
    "max_population",
    "size_bounds",
    "shortlist_length",
    "has_jury_final",
)
_YEAR = re.compile(r"\b(20\d\d)\b")
SLUG_LENGTH = 80


@transaction.atomic
def copy_campaign(*, campaign: Campaign, by: User, now: datetime) -> Campaign:
    """A new campaign with the same rules, its dates shifted by whole weeks into the future, a secret of its own."""
    dates = next_years_dates(local_dates(campaign), timezone.localtime(now))
    year = dates["submission_opens"].year
    title = _next_title(campaign.title, year)
    copied = Campaign.objects.create(
        title=title,
        slug=_free_slug(campaign.slug, year),
        **dates,
        **{name: getattr(campaign, name) for name in TAKEN_OVER},
    )
    copied.towns.set(campaign.towns.all())
    newest = current_consent_texts(campaign)
    ConsentText.objects.bulk_create(
        ConsentText(campaign=copied, kind=kind, text=text.text) for kind, text in sorted(newest.items())
    )
    for reason in ReasonText.objects.filter(campaign=campaign):
        reason.pk, reason.campaign = None, copied
        reason.save()
    set_up_campaign(campaign=copied, now=now)
    follow_copy(campaign, copied)
    audit.record(
        action="campaigns.campaign.copied", target=copied, actor=by, changes={"from": (None, campaign.slug)}, now=now
    )
    return copied


def _next_title(title: str, year: int) -> str:
    """„Blick 2027“ for „Blick 2026“; a title without a year gets one."""
    return _YEAR.sub(str(year), title) if _YEAR.search(title) else f"{title} {year}"[:120]


def _free_slug(slug: str, year: int) -> str:
    """An address that nobody uses: the year in it moves on, or stands at its end."""
    base = _YEAR.sub(str(year), slug) if _YEAR.search(slug) else f"{slug[: SLUG_LENGTH - 8]}-{year}"
    taken = set(Campaign.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(name for name in [base, *(f"{base}-{turn}" for turn in range(2, 1000))] if name not in taken)
