"""The panel's meeting: the chair's screen, made for a projector, and each member's own screen that follows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cms.accounts.access import role_required, staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from competitions import actions, permissions, queries
from competitions.enums import AgendaOrder, VoteChoice
from competitions.forms.meeting import MotionForm, RemarkForm
from competitions.forms.office import DecisionForm
from competitions.models import Candidate, Motion, PanelMember, Stage

from .joining import own_membership
from .office import find_stage

Step = Callable[[HttpRequest, Stage], Any]


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def chair(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Open the meeting, call candidates, note decisions, let the panel vote: one `step` per click."""
    stage = find_stage(slug, number)
    if stage.closed_at is None:
        return redirect("competitions_ranking", slug=slug, number=number)
    if request.method == "POST":
        return _run(request, stage, _CHAIR, "competitions_meeting")
    ranking = queries.ranking(stage)
    meeting = queries.meeting_of(stage)
    table = queries.table(meeting, ranking) if meeting and meeting.is_open else None
    line = table.line if table else None
    context = {
        "stage": stage,
        "meeting": meeting,
        "table": table,
        "agenda": queries.agenda(ranking, meeting.order if meeting else AgendaOrder.RANK),
        "orders": AgendaOrder.choices,
        "budget": queries.budget(stage),
        "pending": queries.pending(stage),
        "form": DecisionForm(candidate=line.candidate, decision=line.decision) if line else None,
        "motion_form": MotionForm(),
        "remark_form": RemarkForm(),
    }
    return render(request, "competitions/office/meeting.html", context)


@role_required(Role.JUROR)
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What lies on the table, for one member; the page asks again by itself. POST votes or remarks."""
    member = own_membership(request, slug, number)
    stage = member.panel.stage
    if not permissions.takes_part(member, stage):
        return redirect("jury:desk")
    if request.method == "POST":
        steps: Mapping[str, Step] = {"vote": _vote(member), "remark": _remark(member)}
        return _run(request, stage, steps, "jury:meeting")
    meeting = queries.meeting_of(stage)
    is_open = meeting is not None and meeting.is_open and stage.committed_at is None
    context = {
        "stage": stage,
        "member": member,
        "table": queries.table(meeting, queries.ranking(stage), member) if meeting and is_open else None,
        "budget": queries.budget(stage) if is_open else None,
        "choices": VoteChoice.choices,
        "remark_form": RemarkForm(),
    }
    name = "partials/table" if request.GET.get("teil") else "meeting"
    return render(request, f"competitions/jury/{name}.html", context)


def _run(request: HttpRequest, stage: Stage, steps: Mapping[str, Step], name: str) -> HttpResponse:
    """Do the one step that was asked for; a refusal is said on the page."""
    act = steps.get(request.POST.get("step", ""))
    if act is not None:
        try:
            act(request, stage)
        except Refused as refusal:
            messages.error(request, str(refusal))
    return redirect(name, slug=stage.competition.slug, number=stage.number)


def _candidate(request: HttpRequest, stage: Stage) -> Candidate:
    return get_object_or_404(Candidate, stage=stage, key=request.POST.get("candidate", ""))


def _motion(request: HttpRequest, stage: Stage) -> Motion:
    found = Motion.objects.filter(stage=stage).select_related("candidate__stage", "stage")
    raw = request.POST.get("motion", "")
    return get_object_or_404(found, pk=raw if raw.isdecimal() else None)


def _open(request: HttpRequest, stage: Stage) -> None:
    raw = request.POST.get("order", "")
    order = AgendaOrder(raw) if raw in AgendaOrder.values else AgendaOrder.RANK
    actions.open_meeting(stage=stage, order=order, by=request.user, now=timezone.now())


def _call(request: HttpRequest, stage: Stage) -> None:
    candidate = _candidate(request, stage)
    actions.call_candidate(stage=stage, candidate=candidate, by=request.user, now=timezone.now())


def _end(request: HttpRequest, stage: Stage) -> None:
    actions.end_meeting(stage=stage, by=request.user, now=timezone.now())


def _decide(request: HttpRequest, stage: Stage) -> None:
    candidate = _candidate(request, stage)
    decision = getattr(candidate, "decision", None)
    form = DecisionForm(request.POST, candidate=candidate, decision=decision)
    if not form.is_valid() or not form.cleaned_data["verdict"]:
        problems = [str(error) for errors in form.errors.values() for error in errors]
        messages.error(request, " ".join(problems) or str(DecisionForm.OPEN))
        return
    actions.propose_decision(candidate=candidate, by=request.user, now=timezone.now(), **form.cleaned_data)
    messages.success(request, DecisionForm.NOTED)


def _ask(request: HttpRequest, stage: Stage) -> None:
    text = request.POST.get("text", "")
    actions.open_motion(candidate=_candidate(request, stage), text=text, by=request.user, now=timezone.now())


def _count(request: HttpRequest, stage: Stage) -> None:
    actions.close_motion(motion=_motion(request, stage), by=request.user, now=timezone.now())


def _remark(member: PanelMember | None) -> Step:
    def act(request: HttpRequest, stage: Stage) -> None:
        candidate, text = _candidate(request, stage), request.POST.get("text", "")
        actions.comment(candidate=candidate, member=member, text=text, by=request.user, now=timezone.now())

    return act


def _vote(member: PanelMember) -> Step:
    def act(request: HttpRequest, stage: Stage) -> None:
        raw = request.POST.get("choice", "")
        if raw in VoteChoice.values:
            motion, choice = _motion(request, stage), VoteChoice(raw)
            actions.vote(motion=motion, member=member, choice=choice, by=request.user, now=timezone.now())

    return act


_CHAIR: Mapping[str, Step] = {
    "open": _open,
    "call": _call,
    "end": _end,
    "decide": _decide,
    "ask": _ask,
    "count": _count,
    "remark": _remark(None),
}
