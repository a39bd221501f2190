"""The office looks after a jury at work: reminders, questions, and a look at sealed scores that is on record."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from competitions import drawing
from competitions.actions import answer_juror, peek_scores, remind_jurors
from competitions.forms.office import ReasonForm
from competitions.forms.panel import AnswerForm
from competitions.models import JurorQuestion

from .office import find_stage


@staff_role_required(Role.OFFICE)
@require_POST
def remind(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Write to everybody who is late."""
    try:
        count = remind_jurors(stage=find_stage(slug, number), by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        text = ngettext("%(n)s Mitglied ist erinnert.", "%(n)s Mitglieder sind erinnert.", count) % {"n": count}
        messages.success(request, text)
    return redirect("competitions_panel", slug=slug, number=number)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What jurors asked, the open ones first; each is answered once."""
    stage = find_stage(slug, number)
    found = JurorQuestion.objects.filter(assignment__candidate__stage=stage).select_related(
        "assignment__candidate", "assignment__member__user", "assignment__member__panel__stage__competition"
    )
    form = AnswerForm(request.POST if request.method == "POST" else None)
    asked = request.POST.get("question", "")
    if request.method == "POST" and form.is_valid():
        question = get_object_or_404(found, pk=asked if asked.isdecimal() else None)
        try:
            answer_juror(question=question, text=form.cleaned_data["text"], by=request.user, now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Die Antwort ist da, das Jurymitglied bekommt eine Mail."))
            return redirect("competitions_jury_questions", slug=slug, number=number)
    rows = [(q, form if str(q.pk) == asked else AnswerForm(auto_id=f"id_{q.pk}_%s")) for q in found]
    rows.sort(key=lambda row: row[0].answered_at is not None)
    context = {"stage": stage, "rows": rows, "form": form}
    return render(request, "competitions/office/jury_questions.html", context)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def peek(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The figures before the stage is closed: shown once for each reason that is put on record."""
    stage = find_stage(slug, number)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = {"stage": stage, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            found = peek_scores(stage=stage, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            axis, rows = drawing.ranked_rows(found)
            context |= {"axis": axis, "rows": rows, "jurors": drawing.juror_rows(found), "evaluation": found.evaluation}
    return render(request, "competitions/office/peek.html", context)
