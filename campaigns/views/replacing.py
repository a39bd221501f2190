"""Another photo for the same entry: code, words and answers stay."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns import actions
from campaigns.domain.entries import LIVING
from campaigns.forms import PhotoForm
from campaigns.models import Entry
from campaigns.views.submitting import frame, step
from campaigns.views.visiting import accepted, shown
from cms.core.ratelimit import spend


@step
def replace(request: HttpRequest, entry: Entry, token: str) -> HttpResponse:
    """Choose a better photo; a form sent twice replaces once, for the second finds the same photo in place."""
    form = PhotoForm(request.POST, request.FILES) if request.method == "POST" else PhotoForm()
    if form.is_valid() and accepted(form, lambda: _replace(request, entry, form)):
        messages.success(request, _("Ihr neues Foto ist da. Alles, was Sie geschrieben haben, ist geblieben."))
        return redirect("campaigns:own" if entry.state in LIVING else "campaigns:place", entry.campaign.slug, token)
    return shown(request, "campaigns/own_replace.html", frame(entry, token, 1, form))


def _replace(request: HttpRequest, entry: Entry, form: PhotoForm) -> None:
    spend("photo.upload", request=request)
    actions.replace_photo(entry=entry, photo=form.cleaned_data["photo"], now=timezone.now())
