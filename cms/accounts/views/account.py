"""The account's own page: who I am here, how I get in, how I get out."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cms.accounts.access import login_required_here
from cms.accounts.actions import end_other_sessions, rename, request_deletion, withdraw_deletion
from cms.accounts.enums import Role
from cms.accounts.forms import NameForm
from cms.accounts.permissions import may_enter_admin, needs_second_factor
from cms.accounts.queries import factors_of
from cms.core.refusals import Refused


@login_required_here
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the account; take another name."""
    form = NameForm(request.POST or None, initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            rename(user=request.user, name=form.cleaned_data["name"], now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Ihr Name ist gespeichert."))
            return redirect("account_home")
    return _page(request, form)


@login_required_here
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponseBase:
    """Log out everywhere but here."""
    end_other_sessions(user=request.user, now=timezone.now())
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Alle anderen Geräte sind abgemeldet."))
    return redirect("account_home")


@login_required_here
@require_http_methods(["GET", "HEAD", "POST"])
def deletion(request: HttpRequest) -> HttpResponseBase:
    """Ask for the account to be deleted, or take that back."""
    if request.method != "POST":
        return render(request, "accounts/deletion.html")
    act = withdraw_deletion if request.POST.get("withdraw") else request_deletion
    try:
        act(user=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _said(act is request_deletion))
    return redirect("account_home")


def _said(is_requested: bool) -> str:
    if is_requested:
        return _("Ihr Wunsch ist vorgemerkt. Die Geschäftsstelle löscht das Konto und meldet sich bei Ihnen.")
    return _("Ihr Konto bleibt bestehen.")


def _page(request: HttpRequest, form: NameForm) -> HttpResponse:
    user = request.user
    context = {
        "form": form,
        "factors": factors_of(user),
        "must_protect": needs_second_factor(user),
        "show_admin": may_enter_admin(user),
        "show_jury": user.has_role(Role.JUROR),
        "show_members": user.has_role(Role.MEMBER),
        "show_applications": user.has_role(Role.APPLICANT),
    }
    return render(request, "accounts/home.html", context)
