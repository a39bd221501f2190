"""Printed matter of a decision: the minutes and the winners' certificates."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.files import serve_private
from competitions import queries
from competitions.exports.certificate import certificate_pdf
from competitions.exports.minutes import minutes_pdf

from .office import find_stage


@staff_role_required(Role.OFFICE)
@require_safe
def minutes(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """As they were stored at the commit; before it a draft of what is on record now."""
    stage = find_stage(slug, number)
    if stage.closed_at is None:
        return redirect("competitions_ranking", slug=slug, number=number)
    kept = stage.minutes.first() if stage.committed_at else None
    name = f"Niederschrift-{stage.competition.slug}-{stage.number}.pdf"
    if kept is not None:
        return serve_private(str(kept.document.name), filename=name, content_type="application/pdf", inline=True)
    return _pdf(minutes_pdf(stage, made_at=timezone.now()), f"Entwurf-{name}")


@staff_role_required(Role.OFFICE)
@require_safe
def certificate(request: HttpRequest, slug: str, number: int, key: str) -> HttpResponse:
    """For a final award only."""
    decision = get_object_or_404(queries.winners(find_stage(slug, number)), candidate__key=key)
    return _pdf(certificate_pdf(decision), f"Urkunde-{decision.candidate.label}.pdf")


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
