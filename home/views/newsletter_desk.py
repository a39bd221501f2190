"""An issue in the admin: look at it, try it, send it, watch it go. The list of addresses as a table."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core import audit, mail
from cms.core.refusals import Refused
from cms.core.spreadsheets import xlsx_response
from home.actions.newsletter_issues import check_sendable, resume_sending, send_test, start_sending
from home.models import NewsletterIssue, Subscriber
from home.queries.newsletter import chosen_pages, progress_of, readers_of
from home.tasks.newsletter import TEMPLATE, words_of

editors = staff_role_required(Role.EDITOR, Role.OFFICE)


@editors
@require_safe
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """What readers will get, in HTML and as text; after sending, how far it has come."""
    found = get_object_or_404(NewsletterIssue, pk=pk)
    context = {
        "issue": found,
        "rendered": _rendered(found),
        "topics": ", ".join(topic.name for topic in found.topics.all()),
        "readers": readers_of(found).count() if found.is_draft else 0,
        "problem": _problem(found),
        "hidden": [page for _item, page, is_public in chosen_pages(found) if not is_public] if found.is_draft else [],
        "progress": None if found.is_draft else progress_of(found),
    }
    return render(request, "home/admin/newsletter_issue.html", context)


@editors
@require_safe
@xframe_options_sameorigin
def issue_html(request: HttpRequest, pk: int) -> HttpResponse:
    """The mail itself, for the frame of the page above."""
    return HttpResponse(_rendered(get_object_or_404(NewsletterIssue, pk=pk)).html)


@editors
@require_POST
def test(request: HttpRequest, pk: int) -> HttpResponse:
    """A copy to oneself."""
    send_test(issue=get_object_or_404(NewsletterIssue, pk=pk), by=request.user, now=timezone.now())
    messages.success(request, _("Die Testmail ist unterwegs an %(email)s.") % {"email": request.user.email})
    return redirect("home_newsletter_issue", pk)


@editors
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """The page before the point of no return: to how many, about what."""
    found = get_object_or_404(NewsletterIssue, pk=pk)
    try:
        if request.method == "POST":
            expected = request.POST.get("readers", "")
            number = int(expected) if expected.isdecimal() and len(expected) < 9 else -1
            start_sending(issue=found, expected=number, by=request.user, now=timezone.now())
            messages.success(request, _("Der Versand hat begonnen."))
            return redirect("home_newsletter_issue", pk)
        check_sendable(found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("home_newsletter_send" if refusal.code == "number_changed" else "home_newsletter_issue", pk)
    topics = ", ".join(topic.name for topic in found.topics.all())
    context = {"issue": found, "readers": readers_of(found).count(), "topics": topics}
    return render(request, "home/admin/newsletter_send.html", context)


@editors
@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Send what failed or was left over once more."""
    found = get_object_or_404(NewsletterIssue, pk=pk)
    try:
        number = resume_sending(issue=found, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        told = ngettext("Eine Mail wird noch einmal versucht.", "%(n)d Mails werden noch einmal versucht.", number)
        messages.success(request, told % {"n": number})
    return redirect("home_newsletter_issue", pk)


@staff_role_required(Role.OFFICE)
@require_safe
def addresses(request: HttpRequest) -> HttpResponseBase:
    """All addresses with their topics; that they were taken out is on the trail."""
    audit.record(action="home.subscriber.exported", target=None, actor=request.user, now=timezone.now())
    header = [_("E-Mail-Adresse"), _("Stand"), _("Themen"), _("angemeldet"), _("bestätigt")]
    rows = [
        (one.email, one.get_state_display(), ", ".join(map(str, one.topics.all())), one.asked_at, one.confirmed_at)
        for one in Subscriber.objects.prefetch_related("topics")
    ]
    return xlsx_response("newsletter-adressen.xlsx", header, rows, title=_("Newsletter"))


def _rendered(found: NewsletterIssue) -> mail.Rendered:
    return mail.render(template=TEMPLATE, context={**words_of(found), "link": "", "unsubscribe": ""})


def _problem(found: NewsletterIssue) -> str:
    """Why a draft cannot be sent yet, in words."""
    if not found.is_draft:
        return ""
    try:
        check_sendable(found)
    except Refused as refusal:
        return str(refusal)
    return ""
