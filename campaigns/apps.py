from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "campaigns"
    label = "campaigns"
    verbose_name = _("Kampagnen")

    def ready(self) -> None:
        from campaigns.queries.turning_points import next_turn
        from cms.core import caching

        caching.register_boundary(next_turn)
        self._register_retention()

    def _register_retention(self) -> None:
        from campaigns.actions import forgetting
        from campaigns.actions.handing_over import purge_handover_files
        from campaigns.actions.importing import forget_posts
        from campaigns.actions.reporting import forget_reporters
        from cms.core import retention

        for key, what, after, purge in (
            ("campaigns.instagram", _("Funde bei Instagram"), _("30 Tage nach dem Abholen"), forget_posts),
            (
                "campaigns.reports",
                _("E-Mail-Adressen von Menschen, die einen Beitrag gemeldet haben"),
                _("90 Tage nach der Erledigung"),
                forget_reporters,
            ),
            (
                "campaigns.handovers",
                _("Dateien übergebener Fotos; das Verzeichnis bleibt"),
                _("30 Tage nach der Übergabe"),
                purge_handover_files,
            ),
            ("campaigns.drafts", _("Angefangene Beiträge mit Foto"), _("7 Tage nach Beginn"), forgetting.delete_drafts),
            (
                "campaigns.guardians",
                _("E-Mail-Adressen von Sorgeberechtigten"),
                _("30 Tage nach dem Ergebnis"),
                forgetting.forget_guardians,
            ),
            (
                "campaigns.authors",
                _("Adressen und Links der Einsendenden; nie gezeigte Beiträge ganz"),
                _("180 Tage nach dem Ergebnis"),
                forgetting.forget_authors,
            ),
        ):
            retention.register(retention.Rule(key, what, after, purge))
