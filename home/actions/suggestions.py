"""What can be done about suggested examples: hand one in, make a draft of it, say why not, forget it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.html import escape
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from cms.core import audit, mail
from cms.core.languages import active_language
from cms.core.refusals import Refused
from home.enums import SuggestionState
from home.models import ExampleIndexPage, ExamplePage, ExampleSuggestion
from home.models.base import TEASER_LENGTH

if TYPE_CHECKING:
    from cms.accounts.models import User
    from cms.places.models import Municipality

KEEP_HANDLED = timedelta(days=180)


@transaction.atomic
def suggest_example(
    *,
    title: str,
    municipality: Municipality,
    vacancy: str,
    story: str,
    result: str = "",
    link: str = "",
    name: str = "",
    organisation: str = "",
    email: str,
    office_email: str = "",
    now: datetime,
) -> ExampleSuggestion:
    """Keep what somebody suggests, tell the office, thank the sender."""
    suggestion = ExampleSuggestion.objects.create(
        title=title.strip(),
        municipality=municipality,
        vacancy=vacancy,
        story=story.strip(),
        result=result.strip(),
        link=link,
        name=name,
        organisation=organisation,
        email=email,
        created_at=now,
        language=active_language(),
    )
    context = {
        "title": suggestion.title,
        "town": municipality.label,
        "story": suggestion.story,
        "key": str(suggestion.key),
        "handed_in": now,
    }
    if office_email:
        language = settings.LANGUAGE_CODE
        mail.send(template="home/mail/suggestion_office", to=office_email, context=context, language=language)
    mail.send(template="home/mail/suggestion_received", to=email, context=context)
    audit.record(action="home.suggestion.proposed", target=suggestion, actor_label="visitor", now=now)
    return suggestion


@transaction.atomic
def take_over_suggestion(*, suggestion: ExampleSuggestion, by: User, now: datetime) -> ExamplePage:
    """Make a draft of a suggestion and tell the sender; refused when somebody was faster."""
    index = ExampleIndexPage.objects.order_by("pk").first()
    if index is None:
        raise Refused("no_index", _("Bitte legen Sie zuerst die Seite „Beispielsammlung“ im KOMPASS an."))
    _decide(suggestion, SuggestionState.TAKEN_OVER, "", by, now)
    Page.objects.select_for_update().get(pk=index.pk)
    page = ExamplePage(
        title=suggestion.title,
        slug=find_available_slug(index, slugify(suggestion.title) or suggestion.key.hex[:8]),
        teaser=" ".join(suggestion.story.split())[:TEASER_LENGTH],
        municipality=suggestion.municipality,
        vacancy=suggestion.vacancy,
        result=suggestion.result,
        body=list(_body(suggestion)),
        contact=suggestion.organisation,
        live=False,
        owner=by,
        locale=index.locale,
    )
    index.add_child(instance=page)
    page.save_revision(user=by)
    ExampleSuggestion.objects.filter(pk=suggestion.pk).update(example=page)
    _answer(suggestion, is_taken_over=True)
    return page


def _body(suggestion: ExampleSuggestion) -> list[tuple[str, Any]]:
    parts = [part.strip() for part in suggestion.story.split("\n") if part.strip()]
    text = "".join(f"<p>{escape(part)}</p>" for part in parts)
    if suggestion.link:
        text += f"<p>{escape(suggestion.link)}</p>"
    return [("paragraph", text)]


@transaction.atomic
def refuse_suggestion(*, suggestion: ExampleSuggestion, reason: str, by: User, now: datetime) -> None:
    """Say why a suggestion does not come in; refused when somebody was faster or there is no reason."""
    if not reason.strip():
        raise Refused("no_reason", _("Bitte schreiben Sie, warum das Beispiel nicht passt."), field="reason")
    _decide(suggestion, SuggestionState.REFUSED, reason.strip(), by, now)
    _answer(suggestion, is_taken_over=False, reason=reason.strip())


def _decide(suggestion: ExampleSuggestion, state: SuggestionState, reason: str, by: User, now: datetime) -> None:
    moved = ExampleSuggestion.objects.filter(pk=suggestion.pk, state=SuggestionState.OPEN).update(
        state=state, reason=reason, handled_at=now, handled_by=by
    )
    if not moved:
        raise Refused("faster", _("Das hat inzwischen schon jemand anderes entschieden."))
    changes = {"state": (SuggestionState.OPEN.value, state.value)}
    audit.record(
        action=f"home.suggestion.{state}", target=suggestion, actor=by, changes=changes, reason=reason, now=now
    )


def _answer(suggestion: ExampleSuggestion, *, is_taken_over: bool, reason: str = "") -> None:
    context = {"title": suggestion.title, "is_taken_over": is_taken_over, "reason": reason}
    template = "home/mail/suggestion_answer"
    mail.send(template=template, to=suggestion.email, context=context, language=suggestion.language)


def purge_suggestions(now: datetime) -> int:
    """Delete what was decided long enough ago; return how many (a rule of the retention table)."""
    handled = ExampleSuggestion.objects.exclude(state=SuggestionState.OPEN).filter(handled_at__lte=now - KEEP_HANDLED)
    return handled.delete()[0]
