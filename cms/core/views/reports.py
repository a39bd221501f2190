"""Reports for the office: who did what, and what is deleted when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from cms.core import retention
from cms.core.audit_words import in_words
from cms.core.models import AuditEvent, OutgoingMail
from cms.core.permissions import may_read_trail
from cms.core.spreadsheets import safe_cell

LONGEST_LIST = 200


def _actions() -> list[tuple[str, str]]:
    """Return the actions that occur, in the order of their words."""
    stored = AuditEvent.objects.order_by().values_list("action", flat=True).distinct()
    return sorted(((action, in_words(action)) for action in stored), key=lambda pair: pair[1])


class TrailFilterSet(WagtailFilterSet):
    """What the trail can be narrowed down by."""

    action = django_filters.ChoiceFilter(label=_("Vorgang"), choices=_actions)
    actor = django_filters.ModelChoiceFilter(
        label=_("Person"),
        queryset=lambda _request: get_user_model().objects.filter(pk__in=AuditEvent.objects.order_by().values("actor")),
    )
    target_label = django_filters.CharFilter(label=_("Gegenstand"), lookup_expr="icontains")
    happened_at = django_filters.DateFromToRangeFilter(label=_("Zeitraum"), widget=DateRangePickerWidget)

    class Meta:
        model = AuditEvent
        fields = ["action", "actor", "target_label", "happened_at"]


def _changes(changes: Mapping[str, list[Any]]) -> str:
    """Return „state: sent → admitted“, one change after the other."""
    return "; ".join(f"{field}: {_shown(old)} → {_shown(new)}" for field, (old, new) in changes.items())


def _shown(value: Any) -> str:
    return "–" if value in (None, "") else str(value)


def _who(event: AuditEvent) -> str:
    return str(event.actor or event.actor_label or _("das System"))


def _export(to_text: Callable[[Any], str]) -> dict[str, Callable[[Any], str]]:
    """Return how a field is written: a workbook keeps texts as texts, a CSV file needs them disarmed."""
    return {"csv": lambda value: safe_cell(to_text(value)), "xlsx": to_text}


EXPORTED: dict[str, Callable[[Any], str]] = {
    "action": in_words,
    "target_label": str,
    "actor": lambda actor: str(actor or ""),
    "actor_label": str,
    "changes": _changes,
    "reason": str,
}


def _when(event: AuditEvent) -> str:
    """Return the moment itself: „vor 10 Monaten“ proves nothing."""
    return f"{timezone.localtime(event.happened_at):%d.%m.%Y, %H:%M:%S}"


class TrailView(ReportView):
    """The audit trail, newest first, with export."""

    model = AuditEvent
    page_title = _("Protokoll")
    header_icon = "history"
    verbose_name_plural = _("Einträge")
    filterset_class = TrailFilterSet
    index_url_name = "core_trail"
    index_results_url_name = "core_trail_results"
    default_ordering = "-happened_at"
    export_filename = "protokoll"
    columns = [
        Column("happened_at", label=_("Zeitpunkt"), accessor=_when),
        Column("action", label=_("Vorgang"), accessor=lambda event: in_words(event.action)),
        Column("target_label", label=_("Gegenstand")),
        Column("actor", label=_("Wer"), accessor=_who),
        Column("changes", label=_("Änderungen"), accessor=lambda event: _changes(event.changes)),
        Column("reason", label=_("Begründung")),
    ]
    list_export = ["happened_at", *EXPORTED]
    custom_field_preprocess = {field: _export(to_text) for field, to_text in EXPORTED.items()}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_read_trail(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[AuditEvent]:
        return super().get_base_queryset().select_related("actor")


@require_safe
def failed_mails(request: HttpRequest) -> TemplateResponse:
    """Mails that were given up; to whom is not kept."""
    if not may_read_trail(request.user):
        raise Http404
    mails = OutgoingMail.objects.given_up().order_by("-created_at")[:LONGEST_LIST]
    context = {"page_title": _("Mails, die nicht ankamen"), "header_icon": "mail", "mails": mails}
    return TemplateResponse(request, "core/failed_mails.html", context)


@require_safe
def retention_table(request: HttpRequest) -> TemplateResponse:
    """What is kept for how long; `manage.py retention` carries it out every day."""
    if not may_read_trail(request.user):
        raise Http404
    last = AuditEvent.objects.filter(action="core.retention.purged").order_by("-happened_at").first()
    return TemplateResponse(
        request,
        "core/retention_table.html",
        {"page_title": _("Aufbewahrung"), "header_icon": "bin", "rules": retention.rules(), "last": last},
    )
