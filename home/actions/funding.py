"""What the office does about programmes besides writing: look again whether all is still right."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core import audit
from cms.core.refusals import Refused
from home.models import FundingPage

if TYPE_CHECKING:
    from cms.accounts.models import User


@transaction.atomic
def confirm_programme(*, programme: FundingPage, by: User, now: datetime) -> None:
    """Note that everything was checked today and is right; refused while somebody's changes wait to be published."""
    if programme.has_unpublished_changes:
        raise Refused("draft", _("Diese Seite hat unveröffentlichte Änderungen. Bitte veröffentlichen Sie sie zuerst."))
    before, today = programme.last_checked, timezone.localdate(now)
    page = programme.get_latest_revision_as_object()
    page.last_checked = today
    page.save_revision(user=by).publish(user=by)
    changes = {"last_checked": (before.isoformat(), today.isoformat())}
    audit.record(action="home.funding.checked", target=programme, actor=by, changes=changes, now=now)
