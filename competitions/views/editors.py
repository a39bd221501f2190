"""Writing together: who writes, invitations, agreeing, leaving. Only the lead invites and removes."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cms.accounts.access import login_required_here
from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from competitions import permissions
from competitions.actions import invite_editor, join_application, leave_application, remove_editor
from competitions.forms.team import InviteEditorForm
from competitions.models import Application
from competitions.queries.applications import invitation as find_invitation

from .applicant import frame, of_application


@of_application
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, application: Application) -> HttpResponse:
    """Everybody who writes; the lead invites by POST."""
    form = InviteEditorForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _invited(request, application, form):
        return redirect("applications:team", code=application.code)
    more: dict[str, Any] = {
        "form": form,
        "is_lead": application.lead_id == request.user.pk,
        "own_place": next((one for one in application.editors.all() if one.user_id == request.user.pk), None),
    }
    context = frame(application, timezone.now(), **more)
    return render(request, "competitions/applicant/team.html", context, status=422 if form.errors else 200)


def _invited(request: HttpRequest, application: Application, form: InviteEditorForm) -> bool:
    spend("application.invite", request=request, key=str(request.user.pk))
    try:
        editor = invite_editor(application=application, by=request.user, now=timezone.now(), **form.cleaned_data)
    except Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return False
    text = _("Die Einladung an %(address)s ist unterwegs.")
    messages.success(request, text % {"address": editor.user.email})
    return True


@of_application
@require_POST
def remove(request: HttpRequest, application: Application) -> HttpResponse:
    """Take somebody off the list; `wer` is the key of the account."""
    try:
        who = uuid.UUID(request.POST.get("wer", ""))
    except ValueError as error:
        raise Http404 from error
    editor = next((one for one in application.editors.all() if one.user.key == who), None)
    if editor is None:
        raise Http404
    try:
        remove_editor(editor=editor, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(name)s schreibt nicht mehr mit.") % {"name": editor.user.get_full_name()})
    return redirect("applications:team", code=application.code)


@of_application
@require_POST
def leave(request: HttpRequest, application: Application) -> HttpResponse:
    """Stop writing along."""
    editor = next((one for one in application.editors.all() if one.user_id == request.user.pk), None)
    if editor is None:
        raise Http404
    leave_application(editor=editor, now=timezone.now())
    messages.success(request, _("Sie schreiben an der Bewerbung %(code)s nicht mehr mit.") % {"code": application.code})
    return redirect("applications:list")


@login_required_here
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, code: str) -> HttpResponseBase:
    """Somebody asks you to write along: `answer=yes` or `answer=no`. Who writes already is led on."""
    editor = find_invitation(request.user, code)
    if editor is None:
        get_object_or_404(permissions.own_applications(request.user), code=code)
        return redirect("applications:detail", code=code)
    if request.method != "POST":
        return render(request, "competitions/applicant/invitation.html", {"invitation": editor})
    if request.POST.get("answer") == "no":
        leave_application(editor=editor, now=timezone.now())
        messages.success(request, _("Die Einladung ist abgelehnt."))
        return redirect("applications:list")
    join_application(editor=editor, now=timezone.now())
    messages.success(request, _("Sie schreiben jetzt mit."))
    return redirect("applications:detail", code=code)
