"""Several people write one application."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.accounts.actions import invite
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason
from competitions.models import Application, ApplicationEditor
from competitions.refusals import refused

from .letters import send_editor_invitation


@transaction.atomic
def invite_editor(*, application: Application, email: str, role: str, by: User, now: datetime) -> ApplicationEditor:
    """Let somebody else edit too; they get a mail and log in by code."""
    user = invite(email=email, name="", roles=(Role.APPLICANT,), by=by, now=now)
    if user.pk == application.lead_id:
        raise refused(Reason.ALREADY_EDITOR, field="email")
    editor, is_new = ApplicationEditor.objects.get_or_create(
        application=application, user=user, defaults={"role": role.strip(), "invited_by": by, "invited_at": now}
    )
    if not is_new:
        raise refused(Reason.ALREADY_EDITOR, field="email")
    audit.record(action="competitions.application.editor_invited", target=application, actor=by, now=now)
    send_editor_invitation(application, user.email, by.get_full_name())
    return editor


@transaction.atomic
def remove_editor(*, editor: ApplicationEditor, by: User, now: datetime) -> None:
    """Take the right to edit away again."""
    removed, _by_model = ApplicationEditor.objects.filter(pk=editor.pk).delete()
    if not removed:
        raise refused(Reason.FASTER)
    audit.record(action="competitions.application.editor_removed", target=editor.application, actor=by, now=now)
