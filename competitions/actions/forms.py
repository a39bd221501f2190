"""The office changes a form: in place as long as nobody uses it, as a new version afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import definition_refusal, read_form
from competitions.models import FormVersion, Stage
from competitions.refusals import check

from .locks import lock_stage


@transaction.atomic
def save_form(*, stage: Stage, definition: Sequence[dict[str, Any]], by: User | None, now: datetime) -> FormVersion:
    """Store a definition (blocks as Wagtail stores them) as the stage's newest form.

    A version that an application uses is never touched: it gets a successor. Running applications keep theirs.
    """
    blocks = list(definition)
    check(definition_refusal(read_form(blocks)), field="definition")
    current = lock_stage(stage)
    newest = FormVersion.objects.select_for_update().filter(stage=current).order_by("-number").first()
    if newest is None or newest.is_frozen:
        last = FormVersion.objects.filter(stage=current).aggregate(last=Max("number"))["last"] or 0
        newest = FormVersion(stage=current, number=last + 1, created_by=by)
    newest.definition = _stream(newest, blocks)
    newest.save()
    audit.record(
        action="competitions.form.saved", target=newest, actor=by, changes={"version": (None, newest.number)}, now=now
    )
    return newest


def _stream(version: FormVersion, blocks: list[dict[str, Any]]) -> Any:
    """Stored blocks as the value that the field wants."""
    return version.definition.stream_block.to_python(blocks)
