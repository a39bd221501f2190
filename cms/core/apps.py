from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = _("Grundlagen")

    def ready(self) -> None:
        from django_tasks.signals import task_finished

        from cms.core import tasks

        task_finished.connect(tasks.forget_finished, dispatch_uid="cms.core.forget_finished")
