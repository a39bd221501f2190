"""Log-in: an address, a code, done. Nothing on these pages tells whether an account exists."""

from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.logout import logout as end_session
from allauth.account.internal.stagekit import get_pending_stage
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from cms.accounts.forms import CodeForm, EmailForm
from cms.accounts.process import LoginProcess
from cms.core.refusals import Refused


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def login(request: HttpRequest) -> HttpResponseBase:
    """Ask for the address and send the code."""
    if request.user.is_authenticated:
        return redirect(get_next_redirect_url(request) or get_adapter().get_login_redirect_url(request))
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            LoginProcess.begin(request, form.cleaned_data["email"])
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            return redirect(with_next("account_confirm_login_code", request))
    return _page(request, "account/login.html", form, one_step=settings.DEMO_ONE_STEP_LOGIN)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_code(request: HttpRequest) -> HttpResponseBase:
    """Ask for the code."""
    if request.user.is_authenticated:
        return redirect(get_next_redirect_url(request) or get_adapter().get_login_redirect_url(request))
    process = LoginProcess.resume(request)
    if process is None:
        return _no_login_waits(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            process.redeem(form.cleaned_data["code"])
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            return process.finish(get_next_redirect_url(request))
    return _page(request, "account/confirm_login_code.html", form, email=process.masked_email)


@never_cache
@require_POST
def send_code_again(request: HttpRequest) -> HttpResponseBase:
    """Send a new code to the same address."""
    process = LoginProcess.resume(request)
    if process is None:
        return _no_login_waits(request)
    try:
        process.send_again()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Ein neuer Code ist unterwegs. Der vorige gilt nicht mehr."))
    return redirect(with_next("account_confirm_login_code", request))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def logout(request: HttpRequest) -> HttpResponseBase:
    """End the session by POST; a link only asks."""
    if request.method == "POST":
        process = LoginProcess.resume(request)
        if process is not None:
            process.give_up()
        end_session(request)
        return redirect(get_next_redirect_url(request) or "/")
    if not request.user.is_authenticated:
        return redirect("/")
    return render(request, "account/logout.html")


@never_cache
def inactive(request: HttpRequest) -> HttpResponse:
    """Say that the account is locked; only the owner of the mailbox gets here."""
    return render(request, "account/account_inactive.html", status=403)


def with_next(name: str, request: HttpRequest) -> str:
    """Return the address called NAME with the safe part of `next` kept."""
    back = get_next_redirect_url(request)
    return f"{reverse(name)}?{urlencode({REDIRECT_FIELD_NAME: back})}" if back else reverse(name)


def _no_login_waits(request: HttpRequest) -> HttpResponseBase:
    pending = get_pending_stage(request)
    if pending is not None and pending.key == AuthenticateStage.key:
        return redirect("mfa_authenticate")
    messages.info(request, _("Die Anmeldung ist abgelaufen. Bitte geben Sie Ihre Adresse noch einmal ein."))
    return redirect(with_next("account_login", request))


def _page(request: HttpRequest, template: str, form: EmailForm | CodeForm, **context: object) -> HttpResponse:
    return render(request, template, {"form": form, "next": get_next_redirect_url(request) or "", **context})
