from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetitionsConfig(AppConfig):
    name = "competitions"
    label = "competitions"
    verbose_name = _("Wettbewerbe")

    def ready(self) -> None:
        from cms.core import caching
        from cms.core.retention import Rule, register
        from competitions.actions import forget_addresses, purge_deliberation, purge_notes
        from competitions.queries.turning_points import next_turn

        caching.register_boundary(next_turn)
        register(
            Rule(
                key="competitions.notes",
                what=_("Interne Notizen zu Bewerbungen"),
                after=_("ein Jahr nach der Entscheidung, spätestens zwei Jahre nach der Jury"),
                purge=purge_notes,
            )
        )
        register(
            Rule(
                key="competitions.deliberation",
                what=_("Wortmeldungen und Rückfragen der Jury; die Namen hinter den Stimmen der Sitzung"),
                after=_("ein Jahr nach der Entscheidung, spätestens zwei Jahre nach der Jury"),
                purge=purge_deliberation,
            )
        )
        register(
            Rule(
                key="competitions.questions",
                what=_("E-Mail-Adressen von Menschen, die ohne Konto etwas gefragt haben"),
                after=_("180 Tage nach der Antwort, ohne Antwort nach 360 Tagen"),
                purge=forget_addresses,
            )
        )
