"""What was handed in: the receipt, and every version as a PDF."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.accounts.access import login_required_here
from cms.core.files import seal
from competitions import permissions
from competitions.exports.application import application_pdf, application_pdf_name
from competitions.models import Application

from .applicant import frame, of_application


@of_application
@require_safe
def receipt(request: HttpRequest, application: Application) -> HttpResponse:
    """Number, time and fingerprint of what was handed in last; earlier versions below."""
    submissions = list(application.submissions.all())
    if not submissions:
        raise Http404
    context = frame(application, timezone.now(), submission=submissions[0], earlier=submissions[1:])
    return render(request, "competitions/applicant/receipt.html", context)


@login_required_here
@require_safe
def sent_pdf(request: HttpRequest, code: str, ordinal: int) -> HttpResponse:
    """One handed-in version of one's own application as PDF."""
    related = ("application__stage__competition", "application__form_version")
    found = permissions.own_submissions(request.user).select_related(*related)
    submission = get_object_or_404(found, application__code=code, ordinal=ordinal)
    name = application_pdf_name(submission)
    answer = HttpResponse(
        application_pdf(submission),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"},
    )
    seal(answer, "application/pdf")
    return answer
