"""How a public page finds its campaign or entry, what it says outside its phase, and how it shows a refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums import LinkPurpose, Phase
from campaigns.models import Campaign, Entry
from campaigns.queries import entry_by_link
from cms.core import clock
from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from cms.core.templatetags.stadtblick import moment

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be done now or next, in words, and where."""

    text: str
    until: datetime | None
    url: str
    label: str


def of_campaign(view: View) -> View:
    """Give the view its campaign, 404 for an unknown one."""

    @wraps(view)
    def found(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, get_object_or_404(Campaign, slug=slug), *args, **kwargs)

    return found


def linked_entry(request: HttpRequest, campaign: Campaign, token: str, purpose: LinkPurpose) -> Entry:
    """The entry of a private link. Whoever holds a right link is never slowed down, whoever guesses is."""
    try:
        return entry_by_link(campaign, token, purpose)
    except Http404:
        spend("private.link", request=request)
        raise


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: whatever was posted, even nothing at all."""
    return request.POST if request.method == "POST" else None


def accepted(form: Form, work: Callable[[], object]) -> bool:
    """Do the work that a valid form asks for; a refusal becomes an error of the form, beside its field."""
    try:
        work()
    except Refused as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, str(refusal))
        return False
    return True


def shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page with a form: 422 when the form has errors."""
    form = context.get("form")
    return render(request, template, context, status=422 if form is not None and form.errors else 200)


def not_now(request: HttpRequest, campaign: Campaign, *, heading: str, reason: str) -> HttpResponse:
    """The answer outside the phase: why not, what is possible now, and when. A POST is refused with 409."""
    now = clock.now()
    context = {
        "campaign": campaign,
        "heading": heading,
        "reason": reason,
        "outlook": outlook(campaign, now),
        "now": now,
    }
    return render(request, "campaigns/not_now.html", context, status=409 if request.method == "POST" else 200)


def address(name: str, campaign: Campaign, *args: str) -> str:
    """The address of one of the campaign's pages."""
    return reverse(f"campaigns:{name}", args=[campaign.slug, *args])


# By phase: the sentence, which moment it names, where it leads and what the button says.
_OUTLOOKS = {
    Phase.ANNOUNCED: (_("Fotos einreichen können Sie ab %(moment)s."), "submission_opens", "", _("So läuft es ab")),
    Phase.SUBMISSION: (
        _("Fotos einreichen können Sie noch bis %(moment)s."),
        "submission_closes",
        "submit",
        _("Foto einreichen"),
    ),
    Phase.CHECKING: (
        _("Die eingereichten Fotos werden geprüft. Abstimmen können Sie ab %(moment)s."),
        "voting_opens",
        "gallery",
        _("Fotos ansehen"),
    ),
    Phase.VOTING: (
        _("Abstimmen können Sie noch bis %(moment)s."),
        "voting_closes",
        "gallery",
        _("Fotos ansehen und wählen"),
    ),
    Phase.COUNTING: (
        _("Die Stimmen sind abgegeben. Das Ergebnis erscheint am %(moment)s."),
        "results_at",
        "gallery",
        _("Fotos ansehen"),
    ),
}
_OVERDUE = _("Die Stimmen sind abgegeben. Das Ergebnis erscheint in Kürze.")


def outlook(campaign: Campaign, now: datetime) -> Outlook:
    """What the visitor can do now, or what comes next."""
    phase = campaign.phase(now)
    if phase == Phase.RESULTS:
        return Outlook(gettext("Das Ergebnis steht fest."), None, address("result", campaign), gettext("Zum Ergebnis"))
    text, name, page, label = _OUTLOOKS[phase]
    until: datetime = getattr(campaign, name)
    url = address(page, campaign) if page else campaign.get_absolute_url()
    if until <= now:
        return Outlook(str(_OVERDUE), None, url, str(label))
    return Outlook(str(text) % {"moment": moment(until)}, until, url, str(label))
