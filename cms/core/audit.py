"""Every action of staff, jury and applicants is written down where nobody edits it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils import timezone
from django.utils.encoding import force_str

from cms.core.caching import forget_pages
from cms.core.models import AuditEvent

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

PLAIN = (str, int, float, bool, type(None))


def record(
    *,
    action: str,
    target: Model | None,
    actor: AbstractBaseUser | None = None,
    actor_label: str = "",
    changes: Mapping[str, tuple[Any, Any]] | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> None:
    """Write one event. `changes` maps a field to (old, new) and must not hold personal data.

    Runs inside the caller's transaction: what is rolled back was never done.
    """
    AuditEvent.objects.create(
        happened_at=now or timezone.now(),
        action=action,
        actor=actor,
        actor_label=actor_label,
        target_type=ContentType.objects.get_for_model(target) if target is not None else None,
        target_id=str(target.pk) if target is not None else "",
        target_label=str(target)[:200] if target is not None else "",
        changes={field: [_plain(old), _plain(new)] for field, (old, new) in (changes or {}).items()},
        reason=reason,
    )
    forget_pages()  # what is worth a line here may show on a public page


def _plain(value: Any) -> Any:
    """Return a value that JSON can hold: dates as ISO text, everything else as its text."""
    if isinstance(value, PLAIN):
        return value
    try:
        return DjangoJSONEncoder().default(value)
    except TypeError:
        return force_str(value)
