"""The office closes a stage, reads the ranking, notes the panel's decisions and makes them final in one step."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from competitions import drawing, queries
from competitions.actions import close_stage, commit_decisions, propose_decision, reopen_stage
from competitions.domain import agreement_level
from competitions.forms.office import DecisionForm, ReasonForm
from competitions.models import Stage

from .office import find_stage


@staff_role_required(Role.OFFICE)
@require_safe
def ranking(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Raw and adjusted side by side; sealed until the stage is closed."""
    return _show_ranking(request, find_stage(slug, number), ReasonForm())


def _show_ranking(request: HttpRequest, stage: Stage, form: ReasonForm) -> HttpResponse:
    if stage.closed_at is None:
        progress = queries.panel_progress(stage)
        missing = sum(row["begun"] + row["open"] for row in progress)
        context = {"stage": stage, "progress": progress, "missing": missing, "now": timezone.now()}
        return render(request, "competitions/office/ranking_sealed.html", context)
    found = queries.ranking(stage)
    context = {"stage": stage, "ranking": found, "evaluation": found.evaluation, "form": form}
    context |= _drawn(found) | _figures(found)
    return render(request, "competitions/office/ranking.html", context)


def _drawn(found: queries.Ranking) -> dict[str, Any]:
    axis, rows = drawing.ranked_rows(found)
    return {
        "axis": axis,
        "rows": rows,
        "jurors": drawing.juror_rows(found),
        "groups": [] if found.evaluation.is_adjusted else drawing.group_names(found),
    }


def _figures(found: queries.Ranking) -> dict[str, Any]:
    evaluation, strictness = found.evaluation, found.evaluation.jurors.values()
    return {
        "level": agreement_level(evaluation.agreement),
        "level_adjusted": agreement_level(evaluation.agreement_adjusted),
        "strictness_range": max(strictness) - min(strictness) if strictness else None,
        "reviews": len(evaluation.totals),
        "snapshot": found.stage.snapshots.first(),
        "criteria": queries.criterion_figures(found),
        "missing": queries.missing_reviews(found),
        "classes": queries.by_class(found),
        "themes": queries.by_theme(found),
        "rank_test": queries.rank_test(evaluation),
    }


@staff_role_required(Role.OFFICE)
@require_POST
def close(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Freeze the numbers."""
    try:
        close_stage(stage=find_stage(slug, number), by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Die Bewertung ist abgeschlossen, die Zahlen stehen fest."))
    return redirect("competitions_ranking", slug=slug, number=number)


@staff_role_required(Role.OFFICE)
@require_POST
def reopen(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Undo closing and committing, with a reason on record."""
    stage = find_stage(slug, number)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _show_ranking(request, stage, form)
    try:
        reopen_stage(stage=stage, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Die Stufe ist wieder offen. Der Grund ist festgehalten."))
    return redirect("competitions_ranking", slug=slug, number=number)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def deliberation(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One decision per candidate; all that are typed are stored together, or none."""
    stage = find_stage(slug, number)
    if stage.closed_at is None:
        return redirect("competitions_ranking", slug=slug, number=number)
    found = queries.ranking(stage)
    data = request.POST if request.method == "POST" else None
    forms = [DecisionForm(data, candidate=line.candidate, decision=line.decision) for line in found.lines]
    checked = [form.is_valid() for form in forms]
    if data is not None and all(checked) and _propose(request, forms):
        messages.success(request, _("Die Vorschläge sind gespeichert. Endgültig sind sie noch nicht."))
        return redirect("competitions_deliberation", slug=slug, number=number)
    context = {
        "stage": stage,
        "lines": list(zip(found.lines, forms, strict=True)),
        "failed": [form for form in forms if form.errors],
        "awards": queries.awards_with_use(stage),
    }
    return render(request, "competitions/office/deliberation.html", context)


def _propose(request: HttpRequest, forms: list[DecisionForm]) -> bool:
    """Store every decision that was changed; on the first refusal nothing is stored."""
    current = None
    try:
        with transaction.atomic():
            for current in forms:
                if current.has_changed() and current.cleaned_data["verdict"]:
                    now = timezone.now()
                    propose_decision(candidate=current.candidate, by=request.user, now=now, **current.cleaned_data)
    except Refused as refusal:
        if current is not None:
            current.add_error(refusal.field, str(refusal))
        return False
    return True


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def commit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What becomes final, read once more, and the one step that makes it so."""
    stage = find_stage(slug, number)
    if request.method == "POST":
        try:
            commit_decisions(stage=stage, by=request.user, now=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Die Entscheidungen sind endgültig. Die Preise stehen jetzt öffentlich."))
        return redirect("competitions_commit", slug=slug, number=number)
    kept = stage.minutes.first()
    context = {"stage": stage, "candidates": queries.candidates_with_decision(stage), "kept": kept}
    return render(request, "competitions/office/commit.html", context)
