"""Writing one part: saved at any time, by button or while typing; nothing that was typed is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.core.ratelimit import Throttled, spend
from cms.core.refusals import Refused
from competitions import permissions, queries
from competitions.actions import attach_file, remove_file, save_applicant, save_part
from competitions.domain import APPLICANT_PART, Flaw, Reason
from competitions.enums import OrganisationKind
from competitions.forms.applicant import ApplicantForm
from competitions.forms.findings import show_findings
from competitions.forms.part import PartForm
from competitions.models import Application
from competitions.refusals import refused
from competitions.views.applicant import frame, of_application

Form = PartForm | ApplicantForm
GAPS = {Flaw.MISSING, Flaw.FILE_MISSING}


@of_application
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, application: Application, key: str) -> HttpResponseBase:
    """Show or save one part. POST answers a page, or JSON to the script that saves while typing."""
    form = _form(request, application, key)
    now = timezone.now()
    if request.method == "POST":
        return _save(request, application, form, now)
    if not permissions.can_edit(application, now, key):
        return redirect("applications:check", code=application.code)
    if "pruefen" in request.GET:
        _show_findings(application, form)
    return _page(request, application, form, 200)


def _form(request: HttpRequest, application: Application, key: str) -> Form:
    data = request.POST if request.method == "POST" else None
    if key == APPLICANT_PART:
        return ApplicantForm(data, application=application, empty_partners=_empty_rows(request, 0))
    asked = application.form_version.form.part(key)
    if asked is None:
        raise Http404
    return PartForm(data, application=application, part=asked, empty_rows=_empty_rows(request))


def _empty_rows(request: HttpRequest, usual: int = 1) -> int:
    """How many empty rows a plan, or a list of partners, shows."""
    wanted = request.GET.get("zeilen", "")
    return int(wanted[:4]) if wanted.isascii() and wanted.isdigit() else usual


def _show_findings(application: Application, form: Form) -> None:
    report = next(found for found in application.report().parts if found.key == form.key)
    show_findings(form, report.findings)


def _save(request: HttpRequest, application: Application, form: Form, now: datetime) -> HttpResponseBase:
    """Store the answers, then the files; a refusal shows the page again with everything that was typed."""
    try:
        application = form.application = _stored(request, application, form, now)
        _change_files(request, application, form, now)
    except Throttled:
        raise
    except Refused as refusal:
        return _not_saved(request, application, form, refusal)
    if not request.accepts("text/html"):
        return JsonResponse({"saved": f"{timezone.localtime(now):%H:%M:%S}", "stand": form.stand})
    if form.key == APPLICANT_PART and not form.is_valid():
        return _page(request, application, form, 422)
    return redirect(_next(request, application, form))


def _stored(request: HttpRequest, application: Application, form: Form, now: datetime) -> Application:
    """Save unless somebody else changed this part meanwhile; two people may write different parts at once."""
    if form.posted_stand != form.stand:
        if form.says_nothing_new():
            return application
        raise refused(Reason.CHANGED_MEANWHILE)
    common: dict[str, Any] = {
        "application": application,
        "revision": application.revision,
        "by": request.user,
        "now": now,
    }
    if isinstance(form, ApplicantForm):
        words = form.words()
        words["organisation_kind"] = OrganisationKind(words["organisation_kind"])
        return save_applicant(**common, **words)
    return save_part(**common, part=form.key, answers=form.answers())


def _change_files(request: HttpRequest, application: Application, form: Form, now: datetime) -> None:
    """Take what was chosen, remove what was asked for."""
    for question in form.file_questions:
        for upload in request.FILES.getlist(form.field_name(question.key)):
            spend("application.upload", request=request, key=str(request.user.pk))
            attach_file(
                application=application,
                question=question.key,
                upload=upload,
                name=upload.name,
                by=request.user,
                now=now,
            )
    if request.POST.get("remove"):
        _remove(request, application, now)


def _remove(request: HttpRequest, application: Application, now: datetime) -> None:
    try:
        file = permissions.own_files(request.user).filter(application=application, key=request.POST["remove"]).first()
    except ValidationError as error:
        raise Http404 from error
    if file is None:
        raise refused(Reason.FILE_GONE)
    remove_file(file=file, by=request.user, now=now)
    messages.success(request, _("„%(name)s“ ist entfernt.") % {"name": file.name})


def _not_saved(request: HttpRequest, application: Application, form: Form, refusal: Refused) -> HttpResponse:
    """Say why, beside the field where there is one, with the other version to compare."""
    field = form.field_name(refusal.field) if refusal.field else None
    status = 422 if field in form.fields else 409
    if not request.accepts("text/html"):
        stand = {"stand": form.stand} if status == 422 else {}
        return JsonResponse({"problem": str(refusal), **stand}, status=status)
    current = get_object_or_404(queries.applications_to_edit(request.user), pk=application.pk)
    place = field if field in form.fields else NON_FIELD_ERRORS
    form.errors.setdefault(place, form.error_class(renderer=form.renderer)).append(str(refusal))
    if refusal.code == Reason.CHANGED_MEANWHILE:
        form.compare_with(current)
    form.application = current
    return _page(request, current, form, status)


def _next(request: HttpRequest, application: Application, form: Form) -> str:
    """Where a saved page leads: on, back to the overview, or to itself when something was only added or is wrong."""
    here = reverse("applications:part", args=[application.code, form.key])
    if request.POST.get("attach") or request.POST.get("remove") or request.POST.get("partners-remove"):
        return here
    if request.POST.get("row"):
        return f"{here}?zeilen={1 if request.POST['row'] == 'partners' else _empty_rows(request) + 2}"
    report = next(found for found in application.report().parts if found.key == form.key)
    if any(finding.flaw not in GAPS for finding in report.findings):
        messages.warning(request, _("Gespeichert. Eine Angabe stimmt aber noch nicht."))
        return f"{here}?pruefen"
    messages.success(request, _("Gespeichert."))
    if request.POST.get("then") == "overview":
        return reverse("applications:detail", args=[application.code])
    return _following(application, form.key)


def _following(application: Application, key: str) -> str:
    keys = [found.key for found in application.form_version.form.parts]
    later = keys if key == APPLICANT_PART else keys[keys.index(key) + 1 :]
    opened = application.opened
    for following in later:
        if opened is None or following in opened.parts:
            return reverse("applications:part", args=[application.code, following])
    return reverse("applications:check", args=[application.code])


def _page(request: HttpRequest, application: Application, form: Form, status: int) -> HttpResponse:
    keys = [APPLICANT_PART, *(found.key for found in application.form_version.form.parts)]
    more: dict[str, Any] = {
        "form": form,
        "sections": form.sections(),
        "number": keys.index(form.key) + 1,
        "total": len(keys),
        "part_editable": permissions.can_edit(application, timezone.now(), form.key),
    }
    return render(
        request, "competitions/applicant/part.html", frame(application, timezone.now(), **more), status=status
    )
