"""The office steers a stage's jury: inviting, assigning, progress; never a score before the stage is closed."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from competitions import queries
from competitions.actions import (
    assign_panel,
    invite_juror,
    reassign,
    remove_juror,
    reopen_review,
    set_linking,
    step_in,
)
from competitions.forms.office import InviteJurorForm, RemoveJurorForm, ReopenReviewForm
from competitions.forms.panel import LinkingForm, MoveForm, ReplaceForm
from competitions.models import JurorQuestion, Panel, Stage

from .office import find_stage


@staff_role_required(Role.OFFICE)
@require_safe
def panel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Members, their progress, the preview of the next assignment."""
    return _show(request, find_stage(slug, number))


@staff_role_required(Role.OFFICE)
@require_POST
def invite(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Add a juror by e-mail address."""
    stage = find_stage(slug, number)
    form = InviteJurorForm(request.POST)

    def act() -> str:
        member = invite_juror(stage=stage, by=request.user, now=timezone.now(), **form.cleaned_data)
        return _("%(name)s ist eingeladen und bekommt eine Mail.") % {"name": member}

    return _try(request, stage, form, act, invite_form=form)


@staff_role_required(Role.OFFICE)
@require_POST
def remove(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take a juror off the panel, with a reason."""
    stage = find_stage(slug, number)
    form = RemoveJurorForm(request.POST, stage=stage, prefix="remove")

    def act() -> str:
        remove_juror(by=request.user, now=timezone.now(), **form.cleaned_data)
        return _("Das Jurymitglied ist ausgeschieden. Seine Bewertungen zählen nicht mehr mit.")

    return _try(request, stage, form, act, remove_form=form)


@staff_role_required(Role.OFFICE)
@require_POST
def reopen(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Open a finished review again, with a reason."""
    stage = find_stage(slug, number)
    form = ReopenReviewForm(request.POST, stage=stage, prefix="reopen")

    def act() -> str:
        data = form.cleaned_data
        reopen_review(assignment=data["review"], reason=data["reason"], by=request.user, now=timezone.now())
        return _("Die Bewertung ist wieder offen.")

    return _try(request, stage, form, act, reopen_form=form)


@staff_role_required(Role.OFFICE)
@require_POST
def assign(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Store what the preview shows."""
    stage = find_stage(slug, number)
    try:
        seen = request.POST.get("plan", "")
        new = len(assign_panel(stage=stage, seen=seen, by=request.user, now=timezone.now()))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        text = ngettext("%(n)s Zuweisung ist neu.", "%(n)s Zuweisungen sind neu.", new) % {"n": new}
        messages.success(request, text)
    return redirect("competitions_panel", slug=slug, number=number)


@staff_role_required(Role.OFFICE)
@require_POST
def move(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give one candidate to another juror, take it away, or add it."""
    stage = find_stage(slug, number)
    form = MoveForm(request.POST, stage=stage, prefix="move")

    def act() -> str:
        reassign(by=request.user, now=timezone.now(), **form.cleaned_data)
        return _("Die Zuweisung ist geändert. Abgeschlossene Bewertungen sind geblieben, wie sie sind.")

    return _try(request, stage, form, act, move_form=form)


@staff_role_required(Role.OFFICE)
@require_POST
def replace(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A substitute steps in for somebody who leaves."""
    stage = find_stage(slug, number)
    form = ReplaceForm(request.POST, stage=stage, prefix="replace")

    def act() -> str:
        taken = step_in(by=request.user, now=timezone.now(), **form.cleaned_data)
        text = ngettext("Nachgerückt, mit %(n)s Kandidaten.", "Nachgerückt, mit %(n)s Kandidaten.", taken)
        return text % {"n": taken}

    return _try(request, stage, form, act, replace_form=form)


@staff_role_required(Role.OFFICE)
@require_POST
def linking(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """How many candidates everybody reviews; the preview follows."""
    stage = find_stage(slug, number)
    form = LinkingForm(request.POST)

    def act() -> str:
        set_linking(stage=stage, by=request.user, now=timezone.now(), **form.cleaned_data)
        return _("Gespeichert. Die Vorschau ist neu gerechnet.")

    return _try(request, stage, form, act, linking_form=form)


def _try(
    request: HttpRequest, stage: Stage, form: forms.Form, act: Callable[[], str], **shown: forms.Form
) -> HttpResponse:
    """Run the action of a valid form; else the page again with what was typed."""
    if form.is_valid():
        try:
            messages.success(request, act())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("competitions_panel", slug=stage.competition.slug, number=stage.number)
    return _show(request, stage, form=form, **shown)


def _show(request: HttpRequest, stage: Stage, **shown: forms.Form) -> HttpResponse:
    candidates, rows = queries.panel_matrix(stage)
    panel = Panel.objects.filter(stage=stage).first()
    context = {
        "stage": stage,
        "candidates": candidates,
        "rows": rows,
        "progress": queries.panel_progress(stage),
        "plan": queries.assignment_plan(stage),
        "invite_form": InviteJurorForm(),
        "remove_form": RemoveJurorForm(stage=stage, prefix="remove"),
        "reopen_form": ReopenReviewForm(stage=stage, prefix="reopen"),
        "move_form": MoveForm(stage=stage, prefix="move"),
        "replace_form": ReplaceForm(stage=stage, prefix="replace"),
        "linking_form": LinkingForm(initial={"linking": panel.linking if panel else 0}),
        "late": len(queries.late_jurors(stage, timezone.now())),
        "open_questions": JurorQuestion.objects.filter(
            assignment__candidate__stage=stage, answered_at__isnull=True
        ).count(),
        **shown,
    }
    return render(request, "competitions/office/panel.html", context)
