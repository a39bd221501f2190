"""A finished task leaves no row behind; a failed one keeps no address."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django_tasks import TaskResult, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.core.logs import redact

KEEP_FAILED = timedelta(days=14)


def forget_finished(sender: type[Any], task_result: TaskResult[Any], **kwargs: Any) -> None:
    """Receive `task_finished`: delete the row of a success, redact the traceback of a failure."""
    row: DBTaskResult[Any, Any] | None = getattr(task_result, "db_result", None)
    if row is None:  # the task ran at once and never had a row
        return
    if task_result.status == TaskResultStatus.SUCCESSFUL:
        DBTaskResult.objects.filter(pk=row.pk).delete()
    else:
        DBTaskResult.objects.filter(pk=row.pk).update(traceback=redact(row.traceback))


def delete_failed(now: datetime) -> int:
    """Delete tasks that failed more than two weeks ago; return how many."""
    deleted, _by_model = DBTaskResult.objects.finished().filter(finished_at__lt=now - KEEP_FAILED).delete()
    return deleted


def delete_sessions(now: datetime) -> int:
    """Delete sessions whose time is over; return how many."""
    deleted, _by_model = Session.objects.filter(expire_date__lt=now).delete()
    return deleted
