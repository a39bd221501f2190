from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "cms.accounts"
    label = "accounts"
    verbose_name = _("Konten")

    def ready(self) -> None:
        from cms.accounts import checks  # noqa: F401
        from cms.accounts.rights import sync_rights_after_migrate

        post_migrate.connect(sync_rights_after_migrate, sender=self, dispatch_uid="accounts.rights")
