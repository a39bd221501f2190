"""Questions to the office: asked from an application or in public; published answers are there for everybody."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from competitions import queries
from competitions.actions import ask_question
from competitions.forms.questions import QuestionForm
from competitions.models import Application, Competition, Stage
from competitions.queries.questions import published_questions, questions_of

from .applicant import frame, of_application


@of_application
@require_http_methods(["GET", "HEAD", "POST"])
def own_questions(request: HttpRequest, application: Application) -> HttpResponse:
    """What was asked about this application, with the answers, and room for one more."""
    form = QuestionForm(request.POST if request.method == "POST" else None, is_known=True)
    if form.is_bound and form.is_valid() and _asked(request, form, application.stage, application):
        return redirect("applications:questions", code=application.code)
    more = {"form": form, "questions": questions_of(application)}
    context = frame(application, timezone.now(), **more)
    return render(request, "competitions/applicant/questions.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def public_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """Questions and answers that the office has published, and room for one more."""
    competition = get_object_or_404(Competition, slug=slug)
    stage = queries.shown_stage(competition, timezone.now())
    is_known = request.user.is_authenticated
    form = QuestionForm(request.POST if request.method == "POST" else None, is_known=is_known)
    if stage and form.is_bound and form.is_valid() and _asked(request, form, stage):
        return redirect("competitions:questions", slug=slug)
    context = {
        "competition": competition,
        "form": form if stage else None,
        "questions": published_questions(competition),
    }
    return render(request, "competitions/questions.html", context, status=422 if form.errors else 200)


def _asked(request: HttpRequest, form: QuestionForm, stage: Stage, application: Application | None = None) -> bool:
    """Whether the question is on its way; a machine's goes nowhere and is told the same."""
    given = form.cleaned_data
    try:
        if not given["website"]:
            spend("question", request=request)
            ask_question(
                stage=stage,
                application=application,
                text=given["text"],
                email=given.get("email", ""),
                by=request.user if request.user.is_authenticated else None,
                now=timezone.now(),
            )
    except Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return False
    messages.success(request, _("Ihre Frage ist bei der Geschäftsstelle. Die Antwort kommt per E-Mail."))
    return True
