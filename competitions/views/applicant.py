"""One's own applications: list, task list, answers, sending. Somebody else's do not exist (404)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.accounts.access import login_required_here
from cms.core.files import serve_private
from cms.core.ratelimit import Throttled
from cms.core.refusals import Refused
from competitions import permissions, queries
from competitions.actions import call_back_application, send_application, set_reminders, withdraw_application
from competitions.domain import APPLICANT_PART, handing_in_refusal
from competitions.enums import FixedFile, PartStatus
from competitions.forms.applicant import ApplicantForm
from competitions.models import Application
from competitions.queries.applications import consents_of, invitation, my_invitations, open_parts, partners_of
from competitions.refusals import TEXTS, finding_text

View = Callable[..., HttpResponseBase]
SHAPES = {PartStatus.DONE: "ok", PartStatus.BEGUN: "half", PartStatus.FILE_MISSING: "err", PartStatus.OPEN: ""}


def of_application(view: View) -> View:
    """Give the view one of the person's own applications; a used-up limit is answered in words.

    Somebody who is invited and has not agreed yet is led to the invitation.
    """

    @wraps(view)
    def found(request: HttpRequest, code: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        application = queries.applications_to_edit(request.user).filter(code=code).first()
        if application is None:
            if invitation(request.user, code) is None:
                raise Http404
            return redirect("applications:invitation", code=code)
        try:
            return view(request, application, *args, **kwargs)
        except Throttled as refusal:
            answer = render(request, "429.html", {"detail": str(refusal)}, status=429)
            answer["Retry-After"] = str(refusal.retry_after)
            return answer

    return login_required_here(found)


def frame(application: Application, now: datetime, **more: Any) -> dict[str, Any]:
    """What every page of an application shows: which one, how far it is, what is possible now."""
    closed = handing_in_refusal(application.stage.dates, now, application.extended_until)
    asked = application.follow_up
    return {
        "application": application,
        "stage": application.stage,
        "competition": application.stage.competition,
        "editable": permissions.can_edit(application, now),
        "open_parts": open_parts(application, now),
        "follow_up": asked if asked and asked.is_running(now) else None,
        "can_call_back": permissions.can_call_back(application, now),
        "closed": TEXTS[closed] if closed else "",
        "now": now,
        **more,
    }


def part_rows(application: Application) -> list[dict[str, Any]]:
    """The task list: every part with its status and what is still wrong, in words."""
    form = application.form_version.form
    rows = []
    for report in application.report().parts:
        part = form.part(report.key)
        rows.append(
            {
                "key": report.key,
                "title": part.title if part else ApplicantForm.title_text,
                "intro": part.intro if part else ApplicantForm.intro,
                "label": report.status.label,
                "shape": SHAPES[report.status],
                "is_done": report.status == PartStatus.DONE,
                "findings": [
                    (_label(application, report.key, found.question), finding_text(found)) for found in report.findings
                ],
            }
        )
    return rows


def _label(application: Application, part: str, question: str) -> str:
    if question in FixedFile.values:
        return str(FixedFile(question).label)
    if part == APPLICANT_PART:
        return str(ApplicantForm.base_fields[question].label)
    return application.form_version.form.questions[question].label


@login_required_here
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All one's applications, and invitations to write along."""
    context = {
        "applications": queries.my_applications(request.user),
        "invitations": my_invitations(request.user),
        "now": timezone.now(),
    }
    return render(request, "competitions/applicant/list.html", context)


@of_application
@require_safe
def detail(request: HttpRequest, application: Application) -> HttpResponse:
    """The task list, or what has become of a sent application."""
    rows = part_rows(application)
    submissions = list(application.submissions.all())
    more = {
        "rows": rows,
        "done": sum(row["is_done"] for row in rows),
        "next_row": next((row for row in rows if row["findings"]), None),
        "submission": submissions[0] if submissions else None,
        "submissions": submissions,
    }
    return render(request, "competitions/applicant/detail.html", frame(application, timezone.now(), **more))


@of_application
@require_safe
def check(request: HttpRequest, application: Application) -> HttpResponse:
    """All answers at one glance, what is missing, and the button that sends."""
    rows = part_rows(application)
    more = {
        "parts": queries.answered_parts(application),
        "partners": partners_of(application),
        "consents": consents_of(application),
        "gaps": [row for row in rows if row["findings"]],
        "applicant_part": APPLICANT_PART,
    }
    return render(request, "competitions/applicant/check.html", frame(application, timezone.now(), **more))


@of_application
@require_POST
def send(request: HttpRequest, application: Application) -> HttpResponse:
    """Hand in, or answer what the office has asked for; a second click leads to the same receipt."""
    try:
        send_application(application=application, by=request.user, now=timezone.now())
    except Refused as refusal:
        current = get_object_or_404(queries.applications_to_edit(request.user), pk=application.pk)
        if current.state == "draft" or current.follow_up is not None:
            messages.error(request, str(refusal))
            return redirect("applications:check", code=application.code)
    return redirect("applications:receipt", code=application.code)


@of_application
@require_POST
def call_back(request: HttpRequest, application: Application) -> HttpResponse:
    """Take a sent application back for changes."""
    try:
        call_back_application(application=application, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("Die Bewerbung ist wieder ein Entwurf. Vergessen Sie nicht, sie noch einmal zu senden.")
        )
    return redirect("applications:detail", code=application.code)


@of_application
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, application: Application) -> HttpResponse:
    """Give it up for good, after a question."""
    if request.method != "POST":
        return render(request, "competitions/applicant/withdraw.html", frame(application, timezone.now()))
    try:
        withdraw_application(application=application, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Die Bewerbung ist zurückgezogen."))
    return redirect("applications:detail", code=application.code)


@of_application
@require_POST
def reminders(request: HttpRequest, application: Application) -> HttpResponse:
    """Turn the reminders of the deadline on or off: `wanted=1`, or nothing."""
    wanted = request.POST.get("wanted") == "1"
    set_reminders(application=application, wanted=wanted, by=request.user, now=timezone.now())
    on, off = _("Wir erinnern Sie an den Annahmeschluss."), _("Zu dieser Bewerbung kommen keine Erinnerungen mehr.")
    messages.success(request, on if wanted else off)
    return redirect("applications:detail", code=application.code)


@login_required_here
@require_safe
def own_file(request: HttpRequest, code: str, key: uuid.UUID) -> HttpResponseBase:
    """A file of one's own application."""
    found = get_object_or_404(permissions.own_files(request.user), application__code=code, key=key)
    return serve_private(str(found.file.name), filename=found.name, content_type=found.content_type, inline=True)
