"""Dossiers for the office: of one application and of all of a stage."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from competitions import permissions
from competitions.actions import export_dossiers
from competitions.models import Application, Stage

from .checking import of_office
from .office import find_stage


@of_office
@require_safe
def dossier(request: HttpRequest, application: Application) -> HttpResponseBase:
    """PDF, files and history of one application."""
    return _answer(request, [application], application.stage, f"{application.code}.zip")


@staff_role_required(Role.OFFICE)
@require_safe
def dossiers(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The same for everything that was handed in to a stage."""
    stage = find_stage(slug, number)
    found = permissions.office_applications(request.user).filter(stage=stage).order_by("code")
    chosen = list(found.select_related("stage__competition", "form_version", "municipality"))
    return _answer(request, chosen, stage, f"{slug}-{number}.zip")


def _answer(request: HttpRequest, applications: Sequence[Application], stage: Stage, name: str) -> HttpResponseBase:
    pieces = export_dossiers(applications=applications, stage=stage, by=request.user, now=timezone.now())
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
