"""Where the forms that editors build are sent to, and the page of thanks."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from home.actions.form_pages import hand_in_form
from home.models import FormPage
from home.queries.form_pages import form_by_key


def _page(key: UUID) -> FormPage:
    page = form_by_key(key)
    if page is None:
        raise Http404
    return page


@never_cache
@require_POST
def send(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take the answers; what is refused stays in the form."""
    page = _page(key)
    form = page.get_form(request.POST, page=page, user=request.user)
    if form.is_valid():
        try:
            if not form.is_from_machine:
                spend("report", request=request)
                hand_in_form(page=page, answers=form.cleaned_data, now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("home:form_thanks", key)
    return render(request, page.get_template(request), {**page.get_context(request), "form": form}, status=422)


@never_cache
@require_safe
def thanks(request: HttpRequest, key: UUID) -> HttpResponse:
    """The page after sending; reloading it sends nothing."""
    page = _page(key)
    return render(request, page.get_landing_page_template(request), page.get_context(request))
