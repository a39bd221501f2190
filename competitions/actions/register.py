"""Views of the register that the office keeps under a name."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason
from competitions.models import SavedView, Stage
from competitions.refusals import refused


@transaction.atomic
def save_view(*, stage: Stage, name: str, query: str, is_shared: bool, by: User, now: datetime) -> SavedView:
    """Keep a choice under a name; the same name again replaces one's own older one."""
    name = " ".join(name.split())[:60]
    if not name:
        raise refused(Reason.VIEW_NAMELESS, field="name")
    view, _is_new = SavedView.objects.update_or_create(
        owner=by,
        competition=stage.competition,
        name=name,
        defaults={"query": query[:1000], "is_shared": is_shared},
    )
    audit.record(
        action="competitions.view.saved", target=view, actor=by, changes={"is_shared": (None, is_shared)}, now=now
    )
    return view


@transaction.atomic
def delete_view(*, view: SavedView, by: User, now: datetime) -> None:
    """Forget one's own view."""
    deleted, _by_model = SavedView.objects.filter(pk=view.pk, owner=by).delete()
    if not deleted:
        raise refused(Reason.FASTER)
    audit.record(action="competitions.view.deleted", target=None, actor=by, now=now)
