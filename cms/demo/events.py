"""The demo's calendar, its registrations and the survey after a meeting; told through the same actions as in life."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from cms.demo.publishing import published
from cms.demo.stories import events as story
from cms.places.models import Municipality
from home.actions.form_pages import hand_in_form
from home.actions.registrations import confirm_registration, register
from home.models import (
    EventDocument,
    EventIndexPage,
    EventPage,
    EventRegistration,
    FormField,
    FormPage,
    GroupPage,
    HomePage,
    SiteDocument,
)


def load_events(home: HomePage, now: datetime) -> None:
    """Tell it; what exists stays as it is."""
    index = published(home, EventIndexPage, "termine", title="Termine", teaser=story.INDEX)
    survey = _load_survey(home, now)
    for told in (*story.PAST, *story.AHEAD):
        _load_event(index, told, now, survey)
    _load_coming(EventPage.objects.get(slug="buendnistreffen"), story.COMING, now)
    _load_coming(EventPage.objects.get(slug="leerstand-als-chance-7"), story.COMING[:4], now)


def _load_event(index: Page, told: story.Told, now: datetime, survey: FormPage) -> None:
    if EventPage.objects.child_of(index).filter(slug=told.slug).exists():
        return
    start, end = _moments(told, now)
    fields = {name: value for name, value in told.more.items() if name != "survey"}
    event = EventPage(
        slug=told.slug,
        locale=index.locale,
        title=told.title,
        teaser=told.teaser,
        kind=told.kind,
        start=start,
        end=end,
        place=told.place,
        municipality=Municipality.objects.filter(name=told.town).first() if told.town else None,
        group=GroupPage.objects.filter(slug=told.group, locale=index.locale).first() if told.group else None,
        audience=told.audience,
        body=[("paragraph", f"<p>{text}</p>") for text in told.text],
        agenda=[("item", {"time": time, "title": title, "who": who}) for time, title, who in told.agenda],
        takes_registrations=bool(told.places),
        places=told.places or None,
        registration_closes=start - timedelta(days=2) if told.places else None,
        survey=survey if "survey" in told.more else None,
        **fields,
    )
    papers = [paper for name in told.documents for paper in SiteDocument.objects.filter(title__startswith=name)]
    event.documents = [EventDocument(document=paper, sort_order=number) for number, paper in enumerate(papers)]
    index.add_child(instance=event)
    event.save_revision().publish()


def _moments(told: story.Told, now: datetime) -> tuple[datetime, datetime]:
    """A day of the calendar, or so many days from today; at its hour in Berlin, whatever the season."""
    hour, minute, length = told.at
    if isinstance(told.day, int):
        day = timezone.localdate(now) + timedelta(days=told.day)
    else:
        day = datetime.fromisoformat(told.day).date()
    start = timezone.make_aware(datetime.combine(day, time(hour, minute)))
    return start, start + timedelta(hours=length)


def _load_survey(home: HomePage, now: datetime) -> FormPage:
    found = FormPage.objects.child_of(home).filter(slug="rueckmeldung").first()
    if found is not None:
        return found
    page = published(
        home,
        FormPage,
        "rueckmeldung",
        title=story.SURVEY_TITLE,
        teaser=story.SURVEY_TEASER,
        purpose=story.SURVEY_PURPOSE,
        thanks_text=story.SURVEY_THANKS,
    )
    page.form_fields = [FormField(sort_order=number, **question) for number, question in enumerate(story.SURVEY)]
    page.save_revision().publish()
    # a question gets its name when it is stored: the page in hand does not know it yet
    page = FormPage.objects.get(pk=page.pk)
    names = [field.clean_name for field in page.get_form_fields()]
    for number, (first, second, more, took, missed) in enumerate(story.ANSWERS):
        answers = dict(zip(names, (first, second, list(more), took, missed), strict=True))
        hand_in_form(page=page, answers=answers, now=now - timedelta(days=11 - number))
    return page


def _load_coming(event: EventPage, people: tuple[tuple[str, str], ...], now: datetime) -> None:
    """People register and confirm; where places are few, the last ones wait."""
    if EventRegistration.objects.filter(record__key=event.key).exists():
        return
    for name, organisation in people:
        email = f"{slugify(name)}.{slugify(organisation)}@example.org"
        one = register(event=event, name=name, email=email, organisation=organisation, now=now)
        confirm_registration(registration=one, event=event, now=now)
