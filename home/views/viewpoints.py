"""In the admin: the winners that may become viewpoints."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campaigns.queries.viewpoints import open_entries
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from home.actions import start_viewpoint
from home.queries.viewpoints import winners_by_campaign

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
