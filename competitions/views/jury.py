"""The jury's pages: one's own candidates and nothing else, by any address."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.accounts.access import role_required
from cms.accounts.enums import Role
from cms.core.files import serve_private
from cms.core.refusals import Refused
from competitions import permissions, queries
from competitions.actions import complete_review, recuse, save_scores
from competitions.domain import reviewing_refusal
from competitions.forms.jury import RecusalForm, ScoringForm
from competitions.models import Assignment
from competitions.refusals import TEXTS


@role_required(Role.JUROR)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """All one's candidates, by stage, with how far one is."""
    context = {
        "stages": queries.jury_desk(request.user),
        "memberships": queries.memberships(request.user),
        "recused": queries.recused_count(request.user),
        "now": timezone.now(),
    }
    return render(request, "competitions/jury/desk.html", context)


@role_required(Role.JUROR)
@require_http_methods(["GET", "HEAD", "POST"])
def score(request: HttpRequest, key: str) -> HttpResponse:
    """One candidate and one's own sheet. POST saves, and with `step=complete` finishes the review."""
    assignment = get_object_or_404(queries.assignments_to_score(request.user), candidate__key=key)
    now = timezone.now()
    review = getattr(assignment, "review", None)
    form = ScoringForm(
        request.POST if request.method == "POST" else None,
        sheet=queries.score_sheet(assignment),
        review=review,
    )
    answer = _save(request, assignment, form, now) if request.method == "POST" else None
    if request.accepts("text/html"):
        return answer or render(request, "competitions/jury/score.html", _page(assignment, form, now))
    return _saved_as_json(answer, form, now)


def _save(request: HttpRequest, assignment: Assignment, form: ScoringForm, now: datetime) -> HttpResponse | None:
    """Store the sheet; None when something has to be said beside it."""
    if not form.is_valid():
        return None
    try:
        save_scores(
            assignment=assignment,
            values=form.values,
            notes=form.notes,
            note=form.cleaned_data["note"],
            marks=form.marks,
            by=request.user,
            now=now,
        )
        if request.POST.get("step") == "complete":
            complete_review(assignment=assignment, by=request.user, now=now)
            messages.success(request, _("Ihre Bewertung ist abgeschlossen."))
        elif request.accepts("text/html"):
            messages.success(request, _("Gespeichert."))
    except Refused as refusal:
        form.add_error(f"score_{refusal.field}" if refusal.field else None, str(refusal))
        if refusal.code == "review_incomplete":
            form.name_gaps()
        return None
    return redirect("jury:score", key=assignment.candidate.key)


def _saved_as_json(answer: HttpResponse | None, form: ScoringForm, now: datetime) -> JsonResponse:
    """What the page that saves by itself wants to know."""
    if answer is None:
        found = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"problem": " ".join(found)}, status=422)
    return JsonResponse({"saved": f"{timezone.localtime(now):%H:%M:%S}"})


def _page(assignment: Assignment, form: ScoringForm, now: datetime) -> dict[str, object]:
    stage = assignment.candidate.stage
    review = getattr(assignment, "review", None)
    closed = reviewing_refusal(stage.dates, stage.closed_at, now)
    files = list(assignment.candidate.files.all())
    others = queries.other_reviews(assignment)
    return {
        "candidate": assignment.candidate,
        "stage": stage,
        "size_label": stage.competition.size_label(assignment.candidate.size_class),
        "picture": next((file for file in files if file.content_type.startswith("image/")), None),
        "files": files,
        "place": queries.desk_place(assignment),
        "form": form,
        "review": review,
        "questions": list(assignment.questions.all()),
        "sheet": form.sheet,
        "total": queries.sheet_total(assignment),
        "editable": permissions.can_score(assignment, now) or (form.is_bound and bool(form.errors)),
        "closed": TEXTS[closed] if closed else "",
        "others": others,
        "others_table": [
            (line.criterion.name, [other.values[line.criterion.key] for other in others]) for line in form.sheet
        ],
    }


@role_required(Role.JUROR)
@require_http_methods(["GET", "HEAD", "POST"])
def step_aside(request: HttpRequest, key: str) -> HttpResponse:
    """Declare a conflict; afterwards this candidate does not exist for the juror any more."""
    assignment = get_object_or_404(queries.assignments_to_score(request.user), candidate__key=key)
    form = RecusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            recuse(assignment=assignment, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Danke. Dieser Kandidat ist Ihnen nicht mehr zugewiesen."))
            return redirect("jury:desk")
    context = {"form": form, "candidate": assignment.candidate, "stage": assignment.candidate.stage}
    return render(request, "competitions/jury/step_aside.html", context)


@role_required(Role.JUROR)
@require_safe
def candidate_file(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A file of an assigned candidate, under a name that says nothing about its sender."""
    found = get_object_or_404(permissions.assigned_files(request.user).select_related("source").distinct(), key=key)
    return serve_private(found.stored_name, filename=found.name, content_type=found.content_type, inline=True)
