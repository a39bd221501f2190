from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = _("Grundlagen")

    def ready(self) -> None:
        from django_tasks.signals import task_finished
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from cms.core import caching, checks, codes, mail, retention, tasks  # noqa: F401 - registers the checks

        task_finished.connect(tasks.forget_finished, dispatch_uid="cms.core.forget_finished")
        # Whoever posts in the admin empties the pages anyway; these come from the schedule and from commands.
        for name, signal in (("on", page_published), ("off", page_unpublished), ("moved", post_page_move)):
            signal.connect(caching.forget_pages_of, dispatch_uid=f"cms.core.forget_pages.{name}")
        for key, what, after, purge in (
            ("core.codes", _("Einmal-Codes (verschlüsselt gespeichert)"), _("ein Tag nach Ablauf"), codes.delete_spent),
            ("core.mail", _("Reste nicht zustellbarer Mails"), _("14 Tage"), mail.delete_failed),
            ("core.tasks", _("Fehlgeschlagene Hintergrundaufgaben"), _("14 Tage"), tasks.delete_failed),
            ("core.sessions", _("Abgelaufene Sitzungen"), _("bei Ablauf"), tasks.delete_sessions),
        ):
            retention.register(retention.Rule(key, what, after, purge))
