"""Voting: choose onto the ballot paper, give an address, type the code, keep the receipt. No link ever votes."""

from __future__ import annotations

from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import actions
from campaigns.domain.addresses import masked
from campaigns.domain.codes import read_code
from campaigns.domain.reasons import Reason
from campaigns.enums import Phase
from campaigns.forms import VoterForm
from campaigns.models import Campaign
from campaigns.refusals import MESSAGES
from campaigns.views import remembering
from campaigns.views.ballot_paper import entries_of, paper_of
from campaigns.views.visiting import View, accepted, address, not_now, of_campaign, posted, shown
from cms.accounts.forms import CodeForm
from cms.core import clock
from cms.core.altcha import spend_or_prove
from cms.core.codes import LIFETIME
from cms.core.ratelimit import client_address, network_key, spend
from cms.core.refusals import Refused


def while_voting(view: View) -> View:
    """A page that only exists while votes are cast; before and after, it says when."""

    @wraps(view)
    def found(request: HttpRequest, campaign: Campaign, *args: Any) -> HttpResponseBase:
        phase = campaign.phase(clock.now())
        if phase != Phase.VOTING:
            is_over = phase in {Phase.COUNTING, Phase.RESULTS}
            reason = MESSAGES[Reason.VOTING_CLOSED if is_over else Reason.VOTING_NOT_OPEN]
            return not_now(request, campaign, heading=_("Ihr Stimmzettel"), reason=str(reason))
        return view(request, campaign, *args)

    return never_cache(of_campaign(found))


@require_POST
@while_voting
def choose(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Put an entry onto the ballot paper or take it off, then go back to where the visitor was."""
    code, is_wanted = read_code(request.POST.get("code", "")), request.POST.get("wahl") == "ja"
    paper = paper_of(request, campaign, clock.now())
    kept = [] if paper is None else paper.codes
    codes = [other for other in kept if other != code]
    if is_wanted and len(codes) >= campaign.votes_per_voter:
        messages.error(request, MESSAGES[Reason.BALLOT_TOO_MANY] % {"limit": campaign.votes_per_voter})
        codes = kept
    elif is_wanted and remembering.is_entry_code(code) and entries_of(campaign, [code]):
        codes = kept if code in kept else [*codes, code]
    response = redirect(_back(request, campaign))
    remembering.keep_choice(response, campaign, codes)
    return response


def _back(request: HttpRequest, campaign: Campaign) -> str:
    back = request.POST.get("zurueck", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/"):
        return back
    return address("gallery", campaign)


@require_http_methods(["GET", "HEAD", "POST"])
@while_voting
def ballot(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Look at the choice once more and give an address for the code."""
    paper = paper_of(request, campaign, clock.now())
    codes = [] if paper is None else paper.codes
    waiting = remembering.recall(request, campaign, remembering.VOTER) or {}
    form = VoterForm(posted(request), initial={"email": waiting.get("email", "")})
    if form.is_valid():
        email = form.cleaned_data["email"]
        if accepted(form, lambda: _issue(request, campaign, email, codes)):
            response = redirect("campaigns:ballot_code", campaign.slug)
            value = {"email": email, "codes": codes, "until": _code_ends()}
            remembering.keep(response, campaign, remembering.VOTER, value)
            return response
    return shown(request, "campaigns/ballot.html", {"campaign": campaign, "paper": paper, "form": form})


def _code_ends() -> str:
    return (timezone.now() + LIFETIME).isoformat()


def _issue(request: HttpRequest, campaign: Campaign, email: str, codes: list[str]) -> None:
    spend_or_prove("mail.code", request=request, key=email.lower())
    actions.issue_ballot_code(campaign=campaign, email=email, entries=codes, now=timezone.now())


@require_http_methods(["GET", "HEAD", "POST"])
@while_voting
def code(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Type the code: only now the votes are cast."""
    waiting = remembering.recall(request, campaign, remembering.VOTER)
    if waiting is None:
        return redirect("campaigns:ballot", campaign.slug)
    form = CodeForm(posted(request))
    done: list[actions.Cast] = []
    if form.is_valid() and accepted(form, lambda: done.append(_cast(request, campaign, waiting, form))):
        response = redirect("campaigns:ballot_receipt", campaign.slug)
        told = {"receipt": done[0].ballot.receipt, "changed": done[0].is_changed, "codes": waiting["codes"]}
        remembering.keep(response, campaign, remembering.RECEIPT, told)
        remembering.forget(response, campaign, remembering.VOTER)
        return response
    context = {"campaign": campaign, "form": form, "entries": entries_of(campaign, waiting["codes"])}
    more = {"masked": masked(waiting["email"]), "until": datetime.fromisoformat(waiting["until"])}
    return shown(request, "campaigns/ballot_code.html", {**context, **more})


def _cast(request: HttpRequest, campaign: Campaign, waiting: dict[str, Any], form: CodeForm) -> actions.Cast:
    now, email = timezone.now(), waiting["email"]
    spend("code.try", request=request, key=f"{campaign.pk}:{email.lower()}")
    try:
        voter = actions.confirm_voter(campaign=campaign, email=email, code=form.cleaned_data["code"], now=now)
    except Refused as refusal:
        if refusal.code == "code_used":
            told = _("Ist Ihr Stimmzettel eben angekommen? Dann liegt die Quittung schon in Ihrem Postfach.")
            raise Refused(refusal.code, f"{refusal} {told}", field=refusal.field) from refusal
        raise
    network = network_key(client_address(request))
    return actions.cast_ballot(campaign=campaign, voter=voter, entries=waiting["codes"], now=now, network=network)


@require_POST
@while_voting
def code_again(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Send a new code to the same address; the one before is void."""
    waiting = remembering.recall(request, campaign, remembering.VOTER)
    if waiting is None:
        return redirect("campaigns:ballot", campaign.slug)
    response = redirect("campaigns:ballot_code", campaign.slug)
    try:
        _issue(request, campaign, waiting["email"], waiting["codes"])
        messages.success(request, _("Ein neuer Code ist unterwegs. Der vorige gilt nicht mehr."))
        remembering.keep(response, campaign, remembering.VOTER, {**waiting, "until": _code_ends()})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return response


@never_cache
@require_safe
@of_campaign
def receipt(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """The receipt, shown to the browser that cast the ballot; reloading casts nothing."""
    told = remembering.recall(request, campaign, remembering.RECEIPT)
    if told is None:
        return redirect("campaigns:ballot", campaign.slug)
    entries = entries_of(campaign, told["codes"])
    return render(request, "campaigns/ballot_receipt.html", {"campaign": campaign, "told": told, "entries": entries})
