"""Letters on decisions: words, a look at each, sending them together, how far it is; winners' pictures."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from competitions import queries
from competitions.actions import (
    publish_picture,
    save_letter_words,
    send_letters,
    send_waiting_letters,
    share_feedback,
    take_picture_down,
)
from competitions.enums import LetterState, Verdict
from competitions.forms.letters import LetterWordsForm, PictureForm
from competitions.models import Decision, Panel

from .office import find_stage


@staff_role_required(Role.OFFICE)
@require_safe
def letters(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Every letter as its recipient will read it."""
    stage = find_stage(slug, number)
    drafts = queries.letter_drafts(stage)
    context = {
        "stage": stage,
        "drafts": drafts,
        "words": queries.letter_words(stage.competition).values(),
        "sent": sum(d.letter is not None and d.letter.state == LetterState.SENT for d in drafts),
        "waiting": sum(d.letter is not None and d.letter.state == LetterState.WAITING for d in drafts),
        "unordered": sum(d.letter is None for d in drafts),
        "shares_feedback": Panel.objects.filter(stage=stage, shares_feedback=True).exists(),
    }
    return render(request, "competitions/office/letters.html", context)


@staff_role_required(Role.OFFICE)
@require_POST
def send(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """`step`: send all, hand waiting ones over again, or change whether feedback is shared."""
    stage = find_stage(slug, number)
    now, step = timezone.now(), request.POST.get("step", "")
    try:
        if step == "feedback":
            share_feedback(stage=stage, shares=request.POST.get("shares") == "yes", by=request.user, now=now)
        elif step == "again":
            send_waiting_letters(stage=stage)
        elif step == "send":
            count = send_letters(stage=stage, by=request.user, now=now)
            text = ngettext("%(n)s Brief ist unterwegs.", "%(n)s Briefe sind unterwegs.", count)
            messages.success(request, text % {"n": count})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("competitions_letters", slug=slug, number=number)


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, slug: str, number: int, verdict: str) -> HttpResponse:
    """The words for one verdict."""
    stage = find_stage(slug, number)
    if verdict not in Verdict.values:
        raise Http404
    current = queries.letter_words(stage.competition)[verdict]
    initial = {"subject": current.subject, "body": current.body}
    form = LetterWordsForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            save_letter_words(
                competition=stage.competition,
                verdict=Verdict(verdict),
                by=request.user,
                now=timezone.now(),
                **form.cleaned_data,
            )
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Die Vorlage ist gespeichert."))
            return redirect("competitions_letters", slug=slug, number=number)
    return render(request, "competitions/office/letter_words.html", {"stage": stage, "form": form, "words": current})


@staff_role_required(Role.OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
def picture(request: HttpRequest, slug: str, number: int, key: str) -> HttpResponse:
    """Choose the picture that everybody sees beside an award."""
    stage = find_stage(slug, number)
    awards = Decision.objects.filter(candidate__stage=stage, verdict=Verdict.AWARD).select_related("candidate")
    decision = get_object_or_404(awards, candidate__key=key)
    form = PictureForm(request.POST if request.method == "POST" else None, decision=decision)
    remove = request.POST.get("step") == "remove"
    if request.method == "POST" and (remove or form.is_valid()):
        try:
            if remove:
                take_picture_down(decision=decision, by=request.user, now=timezone.now())
            else:
                publish_picture(decision=decision, by=request.user, now=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return redirect("competitions_commit", slug=slug, number=number)
    context = {"stage": stage, "form": form, "decision": decision}
    return render(request, "competitions/office/picture.html", context)
