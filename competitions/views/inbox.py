"""Questions to the office: read, answered once, published in words that name nobody."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from competitions import queries
from competitions.actions import answer_question, hide_question, publish_question
from competitions.forms.answering import AnswerForm, PublishForm
from competitions.models import Enquiry

from .checking import attempt
from .office import find_stage


@staff_role_required(Role.OFFICE)
@require_safe
def questions(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """All questions about a stage."""
    stage = find_stage(slug, number)
    context = {"stage": stage, "questions": queries.inbox(request.user, stage)}
    return render(request, "competitions/office/questions.html", context)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One question: answer it; once answered, publish it, change its words or hide it (`step=hide`)."""
    found = get_object_or_404(queries.office_questions(request.user), key=key)
    form_class = PublishForm if found.answered_at else AnswerForm
    form = form_class(request.POST if request.method == "POST" else None, question=found)
    if request.method == "POST" and _act(request, found, form):
        return redirect("competitions_questions", slug=found.stage.competition.slug, number=found.stage.number)
    return render(request, "competitions/office/question.html", {"question": found, "stage": found.stage, "form": form})


def _act(request: HttpRequest, found: Enquiry, form: AnswerForm | PublishForm) -> bool:
    """Do what was asked for; a refusal of the rules is shown beside the form."""
    now, by = timezone.now(), request.user
    if request.POST.get("step") == "hide":
        hide_question(question=found, by=by, now=now)
        messages.success(request, _("Die Frage steht nicht mehr auf der öffentlichen Seite."))
        return True
    if isinstance(form, PublishForm):
        said = _("Frage und Antwort sind öffentlich.")
        done = attempt(form, lambda: publish_question(question=found, by=by, now=now, **form.cleaned_data))
    else:
        said = _("Die Antwort ist unterwegs.")
        done = attempt(form, lambda: answer_question(question=found, by=by, now=now, **form.cleaned_data))
    if done:
        messages.success(request, said)
    return done
