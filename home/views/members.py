"""The members' area beside its pages: groups, files, news, directory, profile."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.accounts.access import to_login
from cms.core import clock
from cms.core.files import serve_private
from home.actions import change_profile
from home.forms.members import ProfileForm
from home.models import Membership, Reader, reader_at
from home.queries import members as queries
from home.queries.events import next_events

PER_PAGE = 20
View = Callable[..., HttpResponseBase]


def for_members(view: View) -> View:
    """Let members in: strangers log in first, for everybody else there is nothing here. No cache keeps the answer."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_login(request)
        reader = reader_at(request)
        if reader is None:
            raise Http404
        response = view(request, reader, *args, **kwargs)
        add_never_cache_headers(response)
        response["Cache-Control"] = "private, no-store"
        return response

    return guarded


@require_safe
@for_members
def group(request: HttpRequest, reader: Reader, slug: str) -> HttpResponse:
    """One's own group: minutes, files, next sessions. Another's does not exist."""
    found = get_object_or_404(queries.groups_of(reader), slug=slug)
    context = {
        **_listed(request, queries.minutes_of(reader).filter(group=found)),
        "group": found,
        "documents": queries.documents_of(reader).filter(group=found)[:PER_PAGE],
        "dates": next_events(3, now=clock.now(), group=found),
    }
    return render(request, "home/members/group.html", context)


@require_safe
@for_members
def news(request: HttpRequest, reader: Reader) -> HttpResponse:
    """All internal news."""
    return render(request, "home/members/news.html", _listed(request, queries.internal_news()))


@require_safe
@for_members
def documents(request: HttpRequest, reader: Reader) -> HttpResponse:
    """All files that this reader may open, by group if wanted."""
    groups = list(queries.groups_of(reader).order_by("title"))
    chosen = next((one for one in groups if one.slug == request.GET.get("gruppe")), None)
    found = queries.documents_of(reader)
    if chosen:
        found = found.filter(group=chosen)
    context = {**_listed(request, found, gruppe=chosen.slug if chosen else ""), "groups": groups, "chosen": chosen}
    return render(request, "home/members/documents.html", context)


@require_safe
@for_members
def document(request: HttpRequest, reader: Reader, key: uuid.UUID) -> HttpResponseBase:
    """A file; that of another group does not exist."""
    found = get_object_or_404(queries.documents_of(reader), key=key)
    name = f"{slugify(found.title) or 'dokument'}.{found.suffix.lower()}"
    return serve_private(found.file.name, filename=name, content_type=found.content_type, inline=True)


@require_safe
@for_members
def directory(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Members who agreed to be found."""
    text = request.GET.get("q", "").strip()[:80]
    return render(
        request, "home/members/directory.html", {**_listed(request, queries.listed_members(text), q=text), "q": text}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def profile(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What others may know about oneself."""
    mine = Membership.objects.filter(user=reader.user).first()
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=mine)
    if request.method == "POST" and form.is_valid():
        change_profile(user=reader.user, values=form.cleaned_data)
        messages.success(request, _("Ihr Profil ist gespeichert."))
        return redirect("home:members_profile")
    context = {"form": form, "mine": mine}
    return render(request, "home/members/profile.html", context, status=422 if form.errors else 200)


def _listed(request: HttpRequest, found: QuerySet[Any], **asked: str) -> dict[str, Any]:
    """One page of a list, with what the pager needs."""
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("seite"))
    query = urlencode({name: value for name, value in asked.items() if value})
    return {"page_of": page, "numbers": page.paginator.get_elided_page_range(page.number), "query": query}
