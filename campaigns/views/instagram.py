"""Instagram: the desk lists what was found and prepares a reply; the author says by link whether to take part."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from campaigns import actions, instagram
from campaigns.enums import Phase, PostState
from campaigns.models import Campaign, InstagramPost
from campaigns.queries import in_phase
from campaigns.views import remembering
from campaigns.views.moderation_desk import moderators, with_desk
from campaigns.views.visiting import of_campaign, shown
from cms.core.files import serve_private
from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from cms.core.tokens import digest

PROBLEMS = {
    "expired": gettext_lazy("Der Zugang zu Instagram ist abgelaufen. Die Technik muss ihn erneuern."),
    "limited": gettext_lazy("Instagram nimmt gerade keine weiteren Anfragen an. Bitte versuchen Sie es später."),
    "refused": gettext_lazy("Instagram hat die Anfrage abgelehnt. Bitte prüfen Sie Hashtag und Zugang."),
    "unreachable": gettext_lazy("Instagram ist gerade nicht zu erreichen."),
}


def _enabled() -> None:
    if not instagram.is_enabled():
        raise Http404


@moderators
@require_GET
def posts(request: HttpRequest) -> HttpResponse:
    """What was found, the newest first."""
    return _list(request)


def _list(request: HttpRequest, **more: object) -> HttpResponse:
    _enabled()
    found = InstagramPost.objects.exclude(state=PostState.DISMISSED).select_related("campaign", "entry")
    context = {
        "page": Paginator(found, 24).get_page(request.GET.get("seite")),
        "campaigns": in_phase(Phase.SUBMISSION, now=timezone.now()).exclude(hashtag=""),
        "keep_days": actions.KEEP_POSTS.days,
        **more,
    }
    return render(request, "campaigns/admin/instagram.html", with_desk(request, **context))


@moderators
@require_POST
def fetch(request: HttpRequest, slug: str) -> HttpResponse:
    """„Jetzt abholen“."""
    _enabled()
    campaign = get_object_or_404(Campaign, slug=slug)
    try:
        done = actions.import_posts(campaign=campaign, accounts=settings.INSTAGRAM_ACCOUNTS, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("campaigns_instagram")
    if done.problem:
        messages.error(request, str(PROBLEMS[done.problem]))
    words = _("Neue Fotos: %(new)d. Ausgelassen (Videos, Alben): %(skipped)d.")
    messages.success(request, words % {"new": done.new, "skipped": done.skipped})
    return redirect("campaigns_instagram")


@moderators
@require_POST
def decide(request: HttpRequest, key: UUID) -> HttpResponse:
    """Prepare the reply with a link of its own, or dismiss the post."""
    _enabled()
    post = get_object_or_404(InstagramPost.objects.select_related("campaign"), key=key)
    try:
        if request.POST.get("decision") == "dismiss":
            actions.dismiss_post(post=post, by=request.user, now=timezone.now())
            messages.success(request, _("Verworfen. Foto und Text sind gelöscht."))
            return redirect("campaigns_instagram")
        token = actions.invite_author(post=post, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("campaigns_instagram")
    link = f"{settings.BASE_URL}{post.campaign.get_absolute_url()}instagram/{token}/"
    return _list(request, invited=post, link=link)


@moderators
@require_GET
def photo(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The fetched photo, for moderators' eyes."""
    _enabled()
    post = get_object_or_404(InstagramPost.objects.exclude(photo=""), key=key)
    return serve_private(post.photo, filename=f"{post.media_id}.jpg", content_type="image/jpeg", inline=True)


def _invited(request: HttpRequest, campaign: Campaign, token: str) -> InstagramPost:
    """The post of a link that still works; whoever guesses is slowed down."""
    _enabled()
    found = InstagramPost.objects.filter(campaign=campaign, digest=digest(token), state=PostState.INVITED).first()
    if found is None:
        spend("private.link", request=request)
        raise Http404
    found.campaign = campaign
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def confirm(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """The author looks; only a POST makes a draft of it."""
    post = _invited(request, campaign, token)
    refusal = None
    if request.method == "POST":
        try:
            started = actions.confirm_post(post=post, now=timezone.now())
        except Refused as problem:
            refusal = problem
        else:
            response = redirect("campaigns:place", campaign.slug, started.token)
            remembering.keep(response, campaign, remembering.DRAFT, started.token)
            return response
    context = {"campaign": campaign, "post": post, "token": token, "refusal": refusal}
    return shown(request, "campaigns/instagram_confirm.html", context)


@never_cache
@require_GET
@of_campaign
def confirm_photo(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponseBase:
    """The photo on that page."""
    post = _invited(request, campaign, token)
    return serve_private(post.photo, filename="foto.jpg", content_type="image/jpeg", inline=True)
