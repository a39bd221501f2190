"""Signing the declaration of the alliance: form, confirmation, certificate."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from home.actions import confirm_signing, sign_declaration
from home.domain.signing import may_confirm
from home.enums import SigningState
from home.exports.partner_certificate import certificate_response
from home.forms import SigningForm
from home.models import DeclarationPage, PartnerApplication, SiteSettings
from home.queries.signing import declaration_in_force, signing_by_token


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest) -> HttpResponse:
    """The form; it shows the words that are signed."""
    page = declaration_in_force()
    if page is None:
        raise Http404
    form = SigningForm(request.POST or None, initial={"read": page.fingerprint})
    if request.method == "POST" and form.is_valid():
        try:
            if not form.cleaned_data["website"]:
                _sign(request, page, form)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("home:signed")
    if form.errors:
        form.data = {**form.data.dict(), "read": page.fingerprint}  # the words are shown anew
    return render(request, "home/signing.html", {"form": form, "declaration": page}, status=422 if form.errors else 200)


def _sign(request: HttpRequest, page: DeclarationPage, form: SigningForm) -> None:
    data = form.cleaned_data
    spend("mail.code", request=request, key=data["email"])
    sign_declaration(page=page, read=data["read"], signature=form.signature(), now=timezone.now())


@require_safe
def signed(request: HttpRequest) -> HttpResponse:
    """The page after sending: look into your letter box."""
    return render(request, "home/signed.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The private link of the mail; opening it confirms nothing, the button does."""
    signing = _by_token(request, token)
    refused = ""
    if request.method == "POST":
        office = SiteSettings.for_request(request).email
        try:
            confirm_signing(signing=signing, office_email=office, now=timezone.now())
        except Refused as refusal:
            refused = str(refusal)
        else:
            return redirect("home:sign_confirm", token)
    open_now = may_confirm(SigningState(signing.state), signed_at=signing.created_at, now=timezone.now())
    context = {"signing": signing, "is_open": open_now, "refused": refused, "states": SigningState}
    return render(request, "home/signing_confirm.html", context, status=422 if refused else 200)


@never_cache
@require_safe
def certificate(request: HttpRequest, token: str) -> HttpResponse:
    """The partner's certificate as PDF."""
    signing = _by_token(request, token)
    if signing.state != SigningState.ADMITTED:
        raise Http404
    return certificate_response(signing)


def _by_token(request: HttpRequest, token: str) -> PartnerApplication:
    spend("private.link", request=request)
    signing = signing_by_token(token)
    if signing is None:
        raise Http404
    return signing
