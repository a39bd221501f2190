"""Pages that are forms: hints and barriers; and in the admin the winners that may become viewpoints."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns.queries.viewpoints import open_entries
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from home.actions import hand_in_feedback, start_viewpoint
from home.enums import FeedbackKind
from home.forms import BarrierForm, FeedbackForm, local_path
from home.models import SiteSettings
from home.queries.viewpoints import winners_by_campaign


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hint(request: HttpRequest) -> HttpResponse:
    """„Ihre Hinweise“."""
    return _feedback(request, FeedbackKind.HINT, FeedbackForm(request.POST or None), "home/feedback_hint.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def barrier(request: HttpRequest) -> HttpResponse:
    """„Barriere melden“, with the address of the page filled in."""
    form = BarrierForm(request.POST or None, initial={"page_path": local_path(request.GET.get("seite", ""))})
    return _feedback(request, FeedbackKind.BARRIER, form, "home/feedback_barrier.html")


@require_safe
def thanks(request: HttpRequest, kind: str) -> HttpResponse:
    """The page after sending; reloading it sends nothing."""
    return render(request, "home/feedback_thanks.html", {"is_barrier": kind == FeedbackKind.BARRIER})


def _feedback(request: HttpRequest, kind: FeedbackKind, form: FeedbackForm, template: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            if not form.cleaned_data["website"]:
                _store(request, kind, form)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("home:barrier_thanks" if kind == FeedbackKind.BARRIER else "home:hint_thanks")
    return render(request, template, {"form": form}, status=422 if form.errors else 200)


def _store(request: HttpRequest, kind: FeedbackKind, form: FeedbackForm) -> None:
    spend("report", request=request)
    data = form.cleaned_data
    hand_in_feedback(
        kind=kind,
        message=data["message"],
        page_path=data.get("page_path", ""),
        name=data["name"],
        email=data["email"],
        office_email=SiteSettings.for_request(request).email,
        now=timezone.now(),
    )


viewpoint_people = staff_role_required(Role.EDITOR, Role.OFFICE)


@viewpoint_people
@require_safe
def viewpoints(request: HttpRequest) -> HttpResponse:
    """The winners of all published campaigns whose photos may be shown for good, and what became of them."""
    return render(request, "home/admin/viewpoints.html", {"groups": winners_by_campaign()})


@viewpoint_people
@require_POST
def viewpoint_start(request: HttpRequest, code: str) -> HttpResponse:
    """„Blickpunkt anlegen“: a prefilled draft; editors go on writing at once."""
    entry = get_object_or_404(open_entries(), code=code)
    try:
        page = start_viewpoint(entry=entry, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("home_viewpoints")
    if page.permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_pages:edit", page.pk)
    messages.success(request, _("Der Entwurf ist angelegt. Die Redaktion schreibt die Geschichte."))
    return redirect("home_viewpoints")
