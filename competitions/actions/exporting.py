"""Files leave the office only with a line on the audit trail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.exports.dossier import dossier_chunks
from competitions.models import Application, Stage


@transaction.atomic
def export_dossiers(*, applications: Sequence[Application], stage: Stage, by: User, now: datetime) -> Iterator[bytes]:
    """The dossiers as the pieces of a ZIP."""
    if len(applications) == 1:
        audit.record(action="competitions.application.exported", target=applications[0], actor=by, now=now)
    else:
        number = len(applications)
        audit.record(
            action="competitions.stage.exported", target=stage, actor=by, changes={"dossiers": (None, number)}, now=now
        )
    return dossier_chunks(applications)
