"""Pages that are forms: hints and barriers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from home.actions import hand_in_feedback
from home.enums import FeedbackKind
from home.forms import BarrierForm, FeedbackForm, local_path
from home.models import SiteSettings


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
