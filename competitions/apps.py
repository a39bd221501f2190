from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetitionsConfig(AppConfig):
    name = "competitions"
    label = "competitions"
    verbose_name = _("Wettbewerbe")

    def ready(self) -> None:
        from cms.core import caching
        from competitions.queries.turning_points import next_turn

        caching.register_boundary(next_turn)
