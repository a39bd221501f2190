"""In the admin: suggested examples, and what becomes of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from home.actions.suggestions import refuse_suggestion, take_over_suggestion
from home.forms.kompass import RefuseSuggestionForm
from home.models import ExampleSuggestion

people = staff_role_required(Role.EDITOR, Role.OFFICE)
PER_PAGE = 30


@people
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """All suggestions, those that wait first."""
    waiting_first = F("handled_at").desc(nulls_first=True)
    rows = ExampleSuggestion.objects.select_related("municipality").order_by(waiting_first, "-created_at")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("seite"))
    return render(request, "home/admin/suggestions.html", {"page": page})


@people
@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request: HttpRequest, key: UUID) -> HttpResponse:
    """One suggestion; posting refuses it with a reason."""
    found = get_object_or_404(ExampleSuggestion.objects.select_related("municipality", "example"), key=key)
    form = RefuseSuggestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            refuse_suggestion(suggestion=found, reason=reason, by=request.user, now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Die Antwort ist unterwegs."))
            return redirect("home_suggestions")
    context = {"suggestion": found, "form": form}
    return render(request, "home/admin/suggestion.html", context, status=422 if form.errors else 200)


@people
@require_POST
def take_over(request: HttpRequest, key: UUID) -> HttpResponse:
    """„Entwurf anlegen“: editors go on writing at once."""
    found = get_object_or_404(ExampleSuggestion, key=key)
    try:
        page = take_over_suggestion(suggestion=found, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("home_suggestion", found.key)
    if page.permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_pages:edit", page.pk)
    messages.success(request, _("Der Entwurf ist angelegt. Die Redaktion schreibt ihn zu Ende."))
    return redirect("home_suggestions")
