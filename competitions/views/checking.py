"""Beside the formal check: asking for more, more time, remarks, and the copy that the jury will see."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from cms.core.templatetags.stadtblick import moment
from competitions import permissions
from competitions.actions import (
    ask_for_more,
    delete_note,
    extend_application,
    redact_application,
    take_back_follow_up,
    write_note,
)
from competitions.forms.checking import AskForm, ExtendForm, NoteForm, RedactForm
from competitions.models import Application, FollowUp, InternalNote
from competitions.queries.checking import extensions
from competitions.queries.jury_copy import jury_copy

from .office import find_stage

View = Callable[..., HttpResponse]


def of_office(view: View) -> View:
    """Give the view the handed-in application of the address, for the office alone."""

    @staff_role_required(Role.OFFICE)
    @wraps(view)
    def guarded(request: HttpRequest, code: str, **rest: Any) -> HttpResponse:
        found = permissions.office_applications(request.user).select_related(
            "stage__competition", "form_version", "municipality", "lead", "candidate"
        )
        return view(request, get_object_or_404(found, code=code), **rest)

    return guarded


def attempt(form: forms.Form, act: Callable[[], object]) -> bool:
    """Run the action of a valid form; a refusal of the rules is shown beside the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return False
    return True


@of_office
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, application: Application) -> HttpResponse:
    """Open named parts again until a moment."""
    form = AskForm(request.POST if request.method == "POST" else None, application=application)

    def act() -> None:
        ask_for_more(application=application, by=request.user, now=timezone.now(), **form.cleaned_data)

    if request.method == "POST" and attempt(form, act):
        text = _("Nachgefordert bis %(moment)s. Die bewerbende Stelle bekommt eine Mail.")
        messages.success(request, text % {"moment": moment(form.cleaned_data["until"])})
        return redirect("competitions_application", code=application.code)
    context = {"application": application, "stage": application.stage, "form": form}
    return render(request, "competitions/office/ask.html", context)


@of_office
@require_POST
def take_back(request: HttpRequest, application: Application) -> HttpResponse:
    """End the running request for more."""
    follow_up = get_object_or_404(FollowUp, application=application, closed_at__isnull=True)
    try:
        take_back_follow_up(follow_up=follow_up, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Die Nachforderung ist beendet. Es gilt, was zuletzt gesendet wurde."))
    return redirect("competitions_application", code=application.code)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """More time for one application, drafts included; all extensions of the stage below."""
    stage = find_stage(slug, number)
    posted = request.POST if request.method == "POST" else None
    form = ExtendForm(posted, stage=stage, initial={"code": request.GET.get("nummer", "")[:12]})

    def act() -> None:
        data = form.cleaned_data
        now = timezone.now()
        extend_application(
            application=data["code"], until=data["until"], reason=data["reason"], by=request.user, now=now
        )

    if posted is not None and attempt(form, act):
        messages.success(request, _("Die Frist ist verlängert. Das steht mit dem Grund im Protokoll."))
        return redirect("competitions_extend", slug=slug, number=number)
    context = {"stage": stage, "form": form, "rows": extensions(stage)}
    return render(request, "competitions/office/extend.html", context)


@of_office
@require_POST
def note(request: HttpRequest, application: Application) -> HttpResponse:
    """Write a remark, or take one away: `delete=<id>`."""
    now = timezone.now()
    try:
        if request.POST.get("delete", "").isdecimal():
            found = get_object_or_404(InternalNote, application=application, pk=request.POST["delete"])
            delete_note(note=found, by=request.user, now=now)
        else:
            form = NoteForm(request.POST)
            text = form.cleaned_data.get("text", "") if form.is_valid() else ""
            write_note(application=application, text=text, by=request.user, now=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("competitions_application", code=application.code)


@of_office
@require_http_methods(["GET", "HEAD", "POST"])
def redact(request: HttpRequest, application: Application) -> HttpResponse:
    """Exactly what the jury sees or will see, and what to black out in it."""
    form = RedactForm(request.POST if request.method == "POST" else None, application=application)

    def act() -> None:
        redact_application(application=application, by=request.user, now=timezone.now(), **form.values())

    if request.method == "POST" and attempt(form, act):
        messages.success(request, _("Gespeichert. So sieht es jetzt die Jury."))
        return redirect("competitions_redact", code=application.code)
    candidate = getattr(application, "candidate", None)
    context = {
        "application": application,
        "stage": application.stage,
        "candidate": candidate,
        "copy": jury_copy(application),
        "form": form,
    }
    return render(request, "competitions/office/redact.html", context)
