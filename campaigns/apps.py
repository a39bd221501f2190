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
