"""The newsletter for its readers: ask for it, confirm, choose, leave. No link acts before a button is pressed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.core.altcha import spend_or_prove
from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from home.actions.newsletter import ask_for_link, ask_for_newsletter, choose_topics, confirm_newsletter, unsubscribe
from home.forms.newsletter import CONSENT, AddressForm, SubscribeForm, TopicsForm
from home.queries.newsletter import (
    begun_issues,
    offered_topics,
    sent_issues,
    subscriber_by_confirmation,
    subscriber_by_link,
)

PER_PAGE = 12


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """Sign-up. The answer is the same whether or not the address is known."""
    form = SubscribeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if not form.cleaned_data["website"]:
                _ask(request, form)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("home:newsletter_asked")
    context = {"form": form, "has_topics": offered_topics().exists(), "newest": sent_issues().first()}
    return render(request, "home/newsletter/subscribe.html", context, status=422 if form.errors else 200)


def _ask(request: HttpRequest, form: SubscribeForm) -> None:
    data = form.cleaned_data
    spend_or_prove("mail.code", request=request, key=data["email"].lower())
    ask_for_newsletter(email=data["email"], topics=data["topics"], consent_text=str(CONSENT), now=timezone.now())


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """„Sehen Sie in Ihr Postfach“, after signing up or asking for the link."""
    return render(request, "home/newsletter/asked.html", {"is_link": "link" in request.GET})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The page with the button that confirms; opening the link does nothing yet."""
    spend("private.link", request=request)
    if request.method == "POST":
        try:
            confirm_newsletter(token=token, now=timezone.now())
        except Refused:
            return _over(request)
        return redirect("home:newsletter_confirmed")
    subscriber = subscriber_by_confirmation(token, timezone.now())
    return render(request, "home/newsletter/confirm.html", {"subscriber": subscriber}) if subscriber else _over(request)


@require_safe
def confirmed(request: HttpRequest) -> HttpResponse:
    return render(request, "home/newsletter/confirmed.html", {"newest": sent_issues().first()})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, token: str) -> HttpResponse:
    """One's own subscription: topics, and the way out."""
    spend("private.link", request=request)
    subscriber = subscriber_by_link(token)
    if subscriber is None:
        return _over(request)
    chosen = list(subscriber.topics.values_list("pk", flat=True))
    form = TopicsForm(request.POST if request.method == "POST" else None, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        choose_topics(subscriber=subscriber, topics=form.cleaned_data["topics"])
        messages.success(request, _("Ihre Themen sind gespeichert."))
        return redirect("home:newsletter_own", token=token)
    context = {"form": form, "subscriber": subscriber, "token": token}
    return render(request, "home/newsletter/own.html", context, status=422 if form.errors else 200)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Unsubscribe: a page with a button for people, one click for mail programs (RFC 8058: POST, no cookie, no log-in).

    Somebody who has left already hears the same.
    """
    subscriber = subscriber_by_link(token)
    if request.method == "POST":
        if subscriber is not None:
            unsubscribe(subscriber=subscriber)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse(_("Abgemeldet."), content_type="text/plain; charset=utf-8")
        return redirect("home:newsletter_left")
    if subscriber is None:
        return _over(request)
    return render(request, "home/newsletter/leave.html", {"subscriber": subscriber, "token": token})


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    return render(request, "home/newsletter/left.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """A new private link for somebody who has lost it."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if not form.cleaned_data["website"]:
                spend_or_prove("mail.code", request=request, key=form.cleaned_data["email"].lower())
                ask_for_link(email=form.cleaned_data["email"])
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return HttpResponseRedirect(f"{reverse('home:newsletter_asked')}?link=1")
    return render(request, "home/newsletter/link.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """All issues that were sent."""
    page = Paginator(sent_issues().defer("contents"), PER_PAGE).get_page(request.GET.get("seite"))
    context = {"page": page, "numbers": page.paginator.get_elided_page_range(page.number)}
    return render(request, "home/newsletter/archive.html", context)


@require_safe
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """One issue on the web, in the words in which it was sent."""
    found = get_object_or_404(begun_issues(), slug=slug)
    return render(request, "home/newsletter/issue.html", {"issue": found})


def _over(request: HttpRequest) -> HttpResponse:
    """The link of somebody who has left, or one that is too old: what to do now."""
    return render(request, "home/newsletter/over.html", status=404)
