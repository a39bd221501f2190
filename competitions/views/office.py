"""The office's stages and the formal check of an application."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.files import serve_private
from cms.core.refusals import Refused
from competitions import permissions, queries
from competitions.actions import admit_application, refuse_application
from competitions.enums import ApplicationState
from competitions.forms.checking import NoteForm
from competitions.forms.office import CheckForm
from competitions.models import Application, Stage
from competitions.queries.applications import consents_of, partners_of, sent_parts


def find_stage(slug: str, number: int) -> Stage:
    """The stage of an address, or 404."""
    return get_object_or_404(Stage.objects.select_related("competition"), competition__slug=slug, number=number)


@staff_role_required(Role.OFFICE)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All competitions with what waits in each stage."""
    stages = queries.office_stages(request.user, timezone.now())
    return render(request, "competitions/office/overview.html", {"rows": stages})


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that was handed in, and the formal check: `step=admit` or `step=refuse`."""
    found = get_object_or_404(
        permissions.office_applications(request.user)
        .select_related("stage__competition", "form_version", "municipality", "lead", "formal_check", "candidate")
        .prefetch_related("files", "submissions", "editors__user"),
        code=code,
    )
    now = timezone.now()
    form = CheckForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _decide(request, found, form, now):
        return redirect("competitions_application", code=found.code)
    context = {
        "application": found,
        "stage": found.stage,
        "parts": sent_parts(found),
        "partners": partners_of(found),
        "consents": consents_of(found),
        "form": form,
        "checkable": found.state == ApplicationState.SENT and now >= found.deadline,
        "submission": found.submissions.first(),
        **queries.beside_check(found),
        "note_form": NoteForm(),
    }
    return render(request, "competitions/office/application.html", context)


def _decide(request: HttpRequest, found: Application, form: CheckForm, now: datetime) -> bool:
    """Admit or refuse; a refusal of the rules is shown beside the form."""
    ticked = form.cleaned_data["ticked"]
    try:
        if request.POST.get("step") == "refuse":
            reason = form.cleaned_data["reason"]
            refuse_application(application=found, ticked=ticked, reason=reason, by=request.user, now=now)
            messages.success(request, _("Die Bewerbung ist nicht zugelassen. Die bewerbende Stelle bekommt eine Mail."))
        else:
            candidate = admit_application(application=found, ticked=ticked, by=request.user, now=now)
            text = _("Zugelassen als Kandidat %(label)s. Die bewerbende Stelle bekommt eine Mail.")
            messages.success(request, text % {"label": candidate.label})
    except Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return False
    return True


@staff_role_required(Role.OFFICE)
@require_safe
def application_file(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A file of a handed-in application."""
    found = get_object_or_404(permissions.office_files(request.user), key=key)
    return serve_private(str(found.file.name), filename=found.name, content_type=found.content_type, inline=True)
