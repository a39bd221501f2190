from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    name = "cms.demo"
    label = "demo"
    verbose_name = _("Vorführung")

    def ready(self) -> None:
        from cms.core import retention
        from cms.demo.mailbox import store

        retention.register(
            retention.Rule("demo.mail", _("Mails im Postkorb der Vorführung"), _("30 Tage"), store.delete_old)
        )
