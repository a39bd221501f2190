"""KOMPASS and funding guide: suggesting an example, the dossier, the three questions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from home.actions.suggestions import suggest_example
from home.exports.dossier import dossier_pdf
from home.forms.kompass import FundingQuestions, SuggestionForm
from home.models import FundingIndexPage, SiteSettings
from home.queries.examples import chosen_examples
from home.queries.funding import fitting_programmes


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest) -> HttpResponse:
    """„Beispiel vorschlagen“."""
    form = SuggestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if not form.cleaned_data.pop("website"):
                spend("report", request=request)
                office = SiteSettings.for_request(request).email
                suggest_example(**form.cleaned_data, office_email=office, now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("home:suggest_example_thanks")
    return render(request, "home/suggest_example.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def suggest_thanks(request: HttpRequest) -> HttpResponse:
    """The page after sending; reloading it sends nothing."""
    return render(request, "home/suggest_example_thanks.html")


@never_cache
@require_safe
def dossier(request: HttpRequest) -> HttpResponse:
    """The chosen examples, or those that the filters in the address find, as PDF; 404 when there is none."""
    spend("print", request=request)
    examples = chosen_examples(request.GET)
    if not examples:
        raise Http404
    response = HttpResponse(dossier_pdf(examples, timezone.now()), content_type="application/pdf")
    name = examples[0].slug if len(examples) == 1 else "kompass-mappe"
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


@require_safe
def funding_fitting(request: HttpRequest) -> HttpResponse:
    """Who are you, what do you plan, where? The answers stand in the address, so that it can be passed on."""
    form = FundingQuestions(request.GET or None)
    answers = None
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        answers = fitting_programmes(
            applicant=data["wer"], areas=data["was"], town=data["wo"], today=timezone.localdate()
        )
    context = {
        "form": form,
        "answers": answers,
        "open": [answer for answer in answers or [] if not answer.is_over],
        "over": [answer for answer in answers or [] if answer.is_over],
        "index": FundingIndexPage.objects.live().first(),
    }
    return render(request, "home/funding_fitting.html", context, status=422 if form.errors else 200)
