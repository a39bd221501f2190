"""The way from the editors to the office: „Zur Freigabe“ exists on every page, publishing at once stays possible."""

from __future__ import annotations

from typing import Any, Final

from cms.accounts.enums import Role
from cms.accounts.rights import group_name

NAME: Final = "Freigabe durch die Geschäftsstelle"
STOCK: Final = "Moderators approval"  # made by Wagtail for a group that this site does not have
NEEDED_TABLES: Final = frozenset({"wagtailcore_workflowpage", "wagtailcore_groupapprovaltask_groups", "auth_group"})


def sync_workflow_after_migrate(sender: Any, using: str, **_kwargs: Any) -> None:
    """Receive post_migrate: make the workflow once; what the administration changes about it stays."""
    from django.contrib.auth.models import Group
    from django.db import connections
    from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

    if not set(connections[using].introspection.table_names()) >= NEEDED_TABLES:
        return
    office = Group.objects.using(using).filter(name=group_name(Role.OFFICE)).first()
    root = Page.objects.using(using).filter(depth=1).first()
    if office is None or root is None or Workflow.objects.using(using).filter(name=NAME).exists():
        return
    task = GroupApprovalTask.objects.using(using).create(name=NAME)
    task.groups.add(office)
    workflow = Workflow.objects.using(using).create(name=NAME)
    WorkflowTask.objects.using(using).create(workflow=workflow, task=task, sort_order=0)
    if not WorkflowPage.objects.using(using).filter(page=root).exists():
        WorkflowPage.objects.using(using).create(page=root, workflow=workflow)
    stock = Workflow.objects.using(using).filter(name=STOCK, workflow_pages=None, workflow_states=None)
    Task.objects.using(using).filter(name=STOCK, workflow_tasks__workflow__in=stock, task_states=None).delete()
    stock.delete()
