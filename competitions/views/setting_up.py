"""What is set up and what is still missing; copying; versions of a form and their preview."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from competitions import queries
from competitions.actions import copy_competition, promote_candidates, reuse_form
from competitions.domain import FormDefinition, read_form
from competitions.forms.copying import CopyForm, PromoteForm, ReuseForm
from competitions.forms.sample import sample_sections
from competitions.models import Competition, FormVersion, Stage

from .office import find_stage


@staff_role_required(Role.OFFICE)
@require_safe
def setup(request: HttpRequest, slug: str) -> HttpResponse:
    """„Was fehlt noch vor der Eröffnung?“ for a competition and each of its stages."""
    competition = get_object_or_404(Competition, slug=slug)
    context = {
        "competition": competition,
        "items": [item.for_user(request.user) for item in queries.competition_items(competition)],
        "setups": queries.stage_setups(competition, timezone.now()),
    }
    return render(request, "competitions/office/setup.html", context)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, slug: str) -> HttpResponse:
    """A new competition after the pattern of this one."""
    competition = get_object_or_404(Competition, slug=slug)
    form = CopyForm(request.POST if request.method == "POST" else None, initial=queries.copy_suggestion(competition))
    if request.method == "POST" and form.is_valid():
        try:
            made = copy_competition(source=competition, by=request.user, now=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Kopiert. Prüfen Sie jetzt Motto und Fristen."))
            return redirect("competitions_setup", slug=made.slug)
    context = {"competition": competition, "form": form}
    return render(request, "competitions/office/copy.html", context)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def forms(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """All versions of a stage's form with what they changed. POST takes over a form of another stage."""
    stage = find_stage(slug, number)
    form = ReuseForm(request.POST if request.method == "POST" else None, stage=stage)
    if request.method == "POST" and form.is_valid():
        try:
            reuse_form(stage=stage, source=form.cleaned_data["source"], by=request.user, now=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Das Formular ist übernommen."))
            return redirect("competitions_forms", slug=slug, number=number)
    context = {"stage": stage, "stories": queries.version_stories(stage), "form": form}
    return render(request, "competitions/office/forms.html", context)


@staff_role_required(Role.OFFICE)
@require_safe
def form_preview(request: HttpRequest, slug: str, number: int, version: int) -> HttpResponse:
    """A stored version as applicants see it."""
    stage = find_stage(slug, number)
    found = get_object_or_404(FormVersion, stage=stage, number=version)
    return _preview(request, found.form, stage=stage, version=found)


@staff_role_required(Role.OFFICE)
@require_POST
def unsaved_preview(request: HttpRequest) -> HttpResponse:
    """The form as it stands in the builder, before it is stored."""
    stage = Stage.objects.filter(pk=request.POST.get("stage") or 0).select_related("competition").first()
    block = FormVersion._meta.get_field("definition").stream_block
    try:
        value = block.clean(block.value_from_datadict(request.POST, request.FILES, "definition"))
    except ValidationError:
        return _preview(request, FormDefinition(()), stage=stage, is_unfinished=True)
    except (KeyError, ValueError) as error:
        raise BadRequest from error
    return _preview(request, read_form(block.get_prep_value(value)), stage=stage, is_unsaved=True)


def _preview(request: HttpRequest, form: FormDefinition, **more: Any) -> HttpResponse:
    parts = [(part, sample_sections(part)) for part in form.parts]
    return render(request, "competitions/office/form_preview.html", {"parts": parts, **more})


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def promote(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Winners of a stage move on to the next one."""
    stage = find_stage(slug, number)
    form = PromoteForm(request.POST if request.method == "POST" else None, stage=stage)
    if request.method == "POST" and form.is_valid():
        try:
            moved = promote_candidates(stage=stage, by=request.user, now=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(n)s kommen weiter und bekommen eine Mail.") % {"n": len(moved)})
            return redirect("competitions_promote", slug=slug, number=number)
    context = {"stage": stage, "form": form, "later": queries.promotable(stage)}
    return render(request, "competitions/office/promote.html", context)
