"""Joining a panel: accepting, promising confidentiality, declaring conflicts; before that nothing opens."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.accounts.access import role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from competitions import permissions, queries
from competitions.actions import accept_invitation, ask_office, declare_conflicts, decline_invitation
from competitions.forms.jury import AcceptForm, DeclarationForm, JurorQuestionForm
from competitions.models import PanelMember, Stage


def own_membership(request: HttpRequest, slug: str, number: int) -> PanelMember:
    """One's own place in the panel of this stage, or 404."""
    found = permissions.own_memberships(request.user).select_related("user", "panel__stage__competition")
    return get_object_or_404(found, panel__stage__competition__slug=slug, panel__stage__number=number)


@role_required(Role.JUROR)
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Accept with the promise of confidentiality, or say no."""
    member = own_membership(request, slug, number)
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("step") == "decline":
                reason = form.cleaned_data["reason"]
                decline_invitation(member=member, reason=reason, by=request.user, now=timezone.now())
                messages.success(request, _("Danke für die Nachricht. Die Geschäftsstelle weiß Bescheid."))
                return redirect("jury:desk")
            accept_invitation(member=member, by=request.user, now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Willkommen in der Jury."))
            return redirect("jury:declare", slug=slug, number=number)
    context = {"form": form, "member": member, "stage": member.panel.stage}
    return render(request, "competitions/jury/join.html", context)


@role_required(Role.JUROR)
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Free or tied, for every candidate that waits for a word."""
    member = own_membership(request, slug, number)
    if not member.is_bound:
        return redirect("jury:join", slug=slug, number=number)
    candidates = queries.candidates_to_declare(member)
    form = DeclarationForm(request.POST if request.method == "POST" else None, candidates=candidates)
    if candidates and request.method == "POST" and form.is_valid():
        try:
            declare_conflicts(member=member, conflicts=form.conflicts, by=request.user, now=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Danke. Ihre Erklärung ist festgehalten; jetzt können Sie bewerten."))
            return redirect("jury:desk")
    context = {"form": form, "member": member, "stage": member.panel.stage}
    return render(request, "competitions/jury/declare.html", context)


@role_required(Role.JUROR)
@require_safe
def overview(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One's own points side by side, to see whether one's measure stays the same."""
    stage: Stage = own_membership(request, slug, number).panel.stage
    criteria, rows = queries.own_table(request.user, stage)
    context = {"stage": stage, "criteria": criteria, "rows": rows}
    return render(request, "competitions/jury/overview.html", context)


@role_required(Role.JUROR)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, key: str) -> HttpResponse:
    """A question to the office about one candidate."""
    assignment = get_object_or_404(queries.assignments_to_score(request.user), candidate__key=key)
    form = JurorQuestionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_office(assignment=assignment, by=request.user, now=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Ihre Rückfrage ist bei der Geschäftsstelle. Die Antwort steht dann hier."))
            return redirect("jury:score", key=key)
    context = {"form": form, "candidate": assignment.candidate, "stage": assignment.candidate.stage}
    return render(request, "competitions/jury/ask.html", context)
