"""What a campaign still needs before it opens; other apps add what they know of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from campaigns.domain.planning import MOMENTS, warnings_about
from campaigns.enums import ConsentKind, PlanWarning, Readiness
from campaigns.models import Campaign, ReasonText
from campaigns.queries.entries import current_consent_texts
from campaigns.queries.office import eligible_towns
from cms.accounts.enums import Role
from cms.accounts.models import User

PEOPLE_NEEDED = 2


@dataclass(frozen=True, slots=True)
class ReadyItem:
    """One line of „Was fehlt noch vor der Eröffnung?“: done or not, where to see to it, and whose task it is."""

    check: Readiness
    is_done: bool
    url: str
    role: Role = Role.OFFICE

    def for_user(self, user: User) -> ReadyItem:
        """The same line without a link that would lead this person to a closed door."""
        return self if user.has_role(self.role) else replace(self, url="")


Check = Callable[[Campaign], list[ReadyItem]]
_more: list[Check] = []


def register_readiness(check: Check) -> None:
    """Let another app say what a campaign needs of it. Call it from AppConfig.ready."""
    if check not in _more:
        _more.append(check)


def readiness(campaign: Campaign) -> list[ReadyItem]:
    """Everything that has to stand before the campaign opens, in the order in which one would see to it."""
    edit = reverse("campaigns_setup:edit", args=[campaign.pk])
    texts = current_consent_texts(campaign)
    found = [
        ReadyItem(Readiness.DATES, not plan_warnings(campaign), edit),
        ReadyItem(Readiness.TOWNS, bool(eligible_towns(campaign)), edit),
        *(item for check in _more for item in check(campaign)),
        ReadyItem(
            Readiness.CONSENTS,
            all(texts.get(kind) for kind in ConsentKind),
            reverse("campaigns_consents", args=[campaign.slug]),
        ),
        ReadyItem(Readiness.PEOPLE, _deciders() >= PEOPLE_NEEDED, reverse("wagtailusers_users:index"), Role.ADMIN),
        ReadyItem(Readiness.REASONS, ReasonText.objects.exists(), reverse("campaigns_moderation")),
        ReadyItem(Readiness.MAIL, not settings.EMAIL_BACKEND.endswith("console.EmailBackend"), ""),
    ]
    order = list(Readiness)
    return sorted(found, key=lambda item: order.index(item.check))


def plan_warnings(campaign: Campaign) -> list[PlanWarning]:
    """What is unusual in a campaign's calendar, read in the time zone of its people."""
    return warnings_about(dates=local_dates(campaign), objection_days=campaign.objection_days)


def local_dates(campaign: Campaign) -> dict[str, datetime]:
    """The five dates of a campaign in the time zone of its people."""
    return {name: timezone.localtime(getattr(campaign, name)) for name in MOMENTS}


def _deciders() -> int:
    """How many people may moderate and decide on ballots."""
    roles = (Role.MODERATOR, Role.OFFICE, Role.ADMIN)
    return User.objects.filter(is_active=True, role_grants__role__in=roles).distinct().count()
