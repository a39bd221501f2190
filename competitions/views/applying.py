"""The way in: what an application needs, until when, and the button that begins one."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.accounts.access import to_login
from cms.core.refusals import Refused
from competitions import queries
from competitions.actions import save_applicant, start_application
from competitions.domain import handing_in_refusal
from competitions.enums import OrganisationKind, StagePhase
from competitions.forms.applicant import StartForm
from competitions.models import Application, Competition, Stage
from competitions.refusals import TEXTS


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Say what is needed; begin by POST. Whoever has a draft already is led back to it."""
    competition = get_object_or_404(Competition, slug=slug)
    now = timezone.now()
    stage = queries.open_stage(competition, now)
    if stage is None:
        return _not_now(request, competition, now)
    if request.method == "POST" and not request.user.is_authenticated:
        return to_login(request)
    form = StartForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (application := _begun(request, stage, form, now)):
        return redirect("applications:detail", code=application.code)
    status = 422 if form.is_bound else 200
    return render(request, "competitions/applicant/start.html", _context(request, stage, form, now), status=status)


def _begun(request: HttpRequest, stage: Stage, form: StartForm, now: datetime) -> Application | None:
    """The draft; None when it is refused. What a draft already says stays: a second click changes nothing."""
    try:
        application = start_application(stage=stage, lead=request.user, now=now)
        if application.revision:
            return application
        words = {**form.cleaned_data, "organisation_kind": OrganisationKind(form.cleaned_data["organisation_kind"])}
        return save_applicant(
            application=application,
            **words,
            contact_name=request.user.name,
            contact_phone="",
            revision=application.revision,
            by=request.user,
            now=now,
        )
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None


def _context(request: HttpRequest, stage: Stage, form: StartForm, now: datetime) -> dict[str, object]:
    version = stage.form_versions.order_by("-number").first()
    own = queries.my_applications(request.user).filter(stage=stage) if request.user.is_authenticated else ()
    return {
        "competition": stage.competition,
        "stage": stage,
        "parts": version.form.parts if version else (),
        "own": list(own),
        "form": form,
        "now": now,
    }


def _not_now(request: HttpRequest, competition: Competition, now: datetime) -> HttpResponse:
    """Outside the phase: why not, and when. A POST is refused with 409."""
    stage = queries.shown_stage(competition, now)
    refusal = handing_in_refusal(stage.dates, now) if stage else None
    context = {
        "competition": competition,
        "stage": stage,
        "is_announced": stage is not None and stage.phase(now) == StagePhase.ANNOUNCED,
        "reason": TEXTS[refusal] if refusal else "",
        "now": now,
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "competitions/applicant/not_now.html", context, status=status)
