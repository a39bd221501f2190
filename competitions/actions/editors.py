"""Several people write one application: invited by the one who leads it, writing once they have agreed."""

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
from .locks import lock_application

MOST_EDITORS = 12


@transaction.atomic
def invite_editor(*, application: Application, email: str, role: str, by: User, now: datetime) -> ApplicationEditor:
    """Ask somebody else to write along; they get a mail, log in by code and agree. Only the lead invites."""
    current = lock_application(application)
    if by.pk != current.lead_id:
        raise refused(Reason.ONLY_LEAD)
    if current.editors.count() >= MOST_EDITORS:
        raise refused(Reason.TOO_MANY_EDITORS)
    user = invite(email=email, name="", roles=(Role.APPLICANT,), by=by, now=now)
    if user.pk == current.lead_id:
        raise refused(Reason.ALREADY_EDITOR, field="email")
    editor, is_new = ApplicationEditor.objects.get_or_create(
        application=current, user=user, defaults={"role": role.strip(), "invited_by": by, "invited_at": now}
    )
    if not is_new:
        raise refused(Reason.ALREADY_EDITOR, field="email")
    audit.record(action="competitions.application.editor_invited", target=current, actor=by, now=now)
    send_editor_invitation(current, user.email, by.get_full_name())
    return editor


@transaction.atomic
def join_application(*, editor: ApplicationEditor, now: datetime) -> ApplicationEditor:
    """Agree to write along. Twice is as good as once."""
    if ApplicationEditor.objects.filter(pk=editor.pk, accepted_at__isnull=True).update(accepted_at=now):
        audit.record(
            action="competitions.application.editor_joined", target=editor.application, actor=editor.user, now=now
        )
    current = ApplicationEditor.objects.filter(pk=editor.pk).select_related("application").first()
    if current is None:
        raise refused(Reason.FASTER)
    return current


@transaction.atomic
def remove_editor(*, editor: ApplicationEditor, by: User, now: datetime) -> None:
    """Take the right to edit away again. Only the lead removes others; whoever leaves uses `leave_application`."""
    if by.pk != editor.application.lead_id:
        raise refused(Reason.ONLY_LEAD)
    _delete(editor, by, "editor_removed", now)


@transaction.atomic
def leave_application(*, editor: ApplicationEditor, now: datetime) -> None:
    """Stop writing along, or decline an invitation."""
    _delete(editor, editor.user, "editor_left", now)


def _delete(editor: ApplicationEditor, by: User, verb: str, now: datetime) -> None:
    removed, _by_model = ApplicationEditor.objects.filter(pk=editor.pk).delete()
    if not removed:
        raise refused(Reason.FASTER)
    audit.record(action=f"competitions.application.{verb}", target=editor.application, actor=by, now=now)
