"""„Was wartet“: one panel on the admin's first page that every app adds its queues to.

An app adds rows from its own wagtail_hooks:

    @hooks.register("construct_homepage_panels")
    def add_waiting(request, panels):
        if request.user.has_role(Role.MODERATOR):
            waiting(panels).add(WaitingRow(label=_("Beiträge zu prüfen"), count=12, url=reverse("...")))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.admin.ui.components import Component

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class WaitingRow:
    """One queue: what waits, how many, where to go, since when or until when."""

    label: str | _StrPromise
    count: int
    url: str
    hint: str | _StrPromise = ""
    urgent: bool = False


class WaitingPanel(Component):
    """Shows all queues with something in them, urgent ones first; says so when nothing waits."""

    order = 50
    template_name = "core/dashboard_waiting.html"

    def __init__(self) -> None:
        self.rows: list[WaitingRow] = []

    def add(self, *rows: WaitingRow) -> None:
        """Add queues; one without anything in it is left out."""
        self.rows.extend(row for row in rows if row.count > 0)

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return {"rows": sorted(self.rows, key=lambda row: not row.urgent)}


def waiting(panels: list[Component]) -> WaitingPanel:
    """Return the panel among `panels`, put in front on first use."""
    for panel in panels:
        if isinstance(panel, WaitingPanel):
            return panel
    panel = WaitingPanel()
    panels.insert(0, panel)
    return panel
