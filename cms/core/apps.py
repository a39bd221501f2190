from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = _("Grundlagen")

    def ready(self) -> None:
        from django_tasks.signals import task_finished

        from cms.core import checks, codes, mail, retention, tasks  # noqa: F401 - registers the checks

        task_finished.connect(tasks.forget_finished, dispatch_uid="cms.core.forget_finished")
        for key, what, after, purge in (
            ("core.codes", _("Einmal-Codes (verschlüsselt gespeichert)"), _("ein Tag nach Ablauf"), codes.delete_spent),
            ("core.mail", _("Reste nicht zustellbarer Mails"), _("14 Tage"), mail.delete_failed),
            ("core.tasks", _("Fehlgeschlagene Hintergrundaufgaben"), _("14 Tage"), tasks.delete_failed),
            ("core.sessions", _("Abgelaufene Sitzungen"), _("bei Ablauf"), tasks.delete_sessions),
        ):
            retention.register(retention.Rule(key, what, after, purge))
