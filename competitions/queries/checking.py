"""What the office reads while it checks."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from cms.accounts.models import User
from competitions import permissions
from competitions.enums import ApplicationState
from competitions.models import Application, FollowUp, Stage


def extensions(stage: Stage) -> QuerySet[Application]:
    """Everybody in a stage who has more time than the others; for the list of numbers, not for their content."""
    return Application.objects.filter(stage=stage, extended_until__isnull=False).order_by("extended_until", "code")


def beside_check(application: Application) -> dict[str, Any]:
    """What stands beside the formal check: the running request for more, the last answered one, remarks."""
    follow_ups = list(application.follow_ups.select_related("submission"))
    return {
        "follow_up": next((asked for asked in follow_ups if asked.closed_at is None), None),
        "answered": next((asked for asked in follow_ups if asked.is_answered), None),
        "notes": application.notes.select_related("written_by"),
    }


def follow_ups_answered(user: User) -> QuerySet[Application]:
    """Applications that were sent again after the office asked for more, and wait to be checked."""
    answered = FollowUp.objects.filter(application=OuterRef("pk"), submission__isnull=False)
    return permissions.office_applications(user).filter(Exists(answered), state=ApplicationState.SENT)
