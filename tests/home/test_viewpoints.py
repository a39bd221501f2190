"""Viewpoints: only under the open licence, begun from a winner, gone when their photo is, with code and poster."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from campaigns import actions
from campaigns.enums import ConsentKind, Phase
from campaigns.models import Campaign, Consent, Entry
from campaigns.queries import current_consent_texts
from campaigns.queries.viewpoints import open_entries, open_winners
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from home.actions import start_viewpoint
from home.models import ViewpointIndexPage, ViewpointPage
from home.queries.viewpoints import viewpoints_below, viewpoints_of, winners_by_campaign
from tests.accounts.factories import make_cast_member
from tests.campaigns.factories import make_entry, make_town
from tests.campaigns.today import running, voted
from tests.home.factories import child, home_page

pytestmark = pytest.mark.django_db


def licensed(campaign: Campaign, **fields: Any) -> Entry:
    """A public entry whose author gave the open licence."""
    entry = make_entry(campaign, **fields)
    text = current_consent_texts(campaign)[ConsentKind.OPEN_LICENCE]
    Consent.objects.create(entry=entry, text=text, given_at=timezone.now())
    return entry


def revoke(entry: Entry) -> None:
    entry.consents.update(revoked_at=timezone.now())


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.VOTING)


@pytest.fixture
def index() -> ViewpointIndexPage:
    return child(home_page(), ViewpointIndexPage, title="Blickpunkte", slug="blickpunkte")


@pytest.fixture
def entry(campaign: Campaign) -> Entry:
    town = make_town("Bad Sulza")
    return licensed(campaign, with_files=True, municipality=town, title="Türme über der Brücke", author_name="Erika")


@pytest.fixture
def page(index: ViewpointIndexPage, entry: Entry) -> ViewpointPage:
    found = start_viewpoint(entry=entry, by=make_cast_member("editor"), now=timezone.now())
    found.arrival = "<p>Drei Minuten vom Markt, keine Stufen.</p>"
    found.save_revision().publish()
    return ViewpointPage.objects.get(pk=found.pk)


def test_only_public_photos_under_the_open_licence_can_become_viewpoints(campaign: Campaign, entry: Entry) -> None:
    make_entry(campaign)
    hidden, revoked = licensed(campaign, is_public=False), licensed(campaign)
    revoke(revoked)
    assert set(open_entries()) == {entry}
    assert hidden not in open_entries()


def test_viewpoint_begins_as_a_prefilled_draft_once(index: ViewpointIndexPage, entry: Entry) -> None:
    editor = make_cast_member("editor")
    page = start_viewpoint(entry=entry, by=editor, now=timezone.now())
    assert (page.title, page.slug, page.live) == ("Türme über der Brücke", "tuerme-ueber-der-bruecke", False)
    assert page.teaser == entry.reason
    assert start_viewpoint(entry=entry, by=editor, now=timezone.now()) == page
    assert AuditEvent.objects.filter(action="home.viewpoint.started").count() == 1


def test_viewpoint_is_refused_in_words(campaign: Campaign, entry: Entry) -> None:
    editor = make_cast_member("editor")
    with pytest.raises(Refused) as refused:
        start_viewpoint(entry=entry, by=editor, now=timezone.now())
    assert refused.value.code == "no_index"
    child(home_page(), ViewpointIndexPage)
    with pytest.raises(Refused) as refused:
        start_viewpoint(entry=make_entry(campaign), by=editor, now=timezone.now())
    assert refused.value.code == "not_open"


def test_viewpoint_tells_credit_licence_way_and_place(client: Client, page: ViewpointPage, entry: Entry) -> None:
    words = client.get(page.get_url()).content.decode()
    for said in ("Erika", "CC BY 4.0", "keine Stufen", f'alt="{entry.description}"', "Bad Sulza", 'viewBox="0 0'):
        assert said in words
    assert entry.author_email not in words
    assert f"/beitrag/{entry.code}/bild-quer.jpg" in words


@pytest.mark.parametrize("leave", ["hide", "revoke"])
def test_viewpoint_is_gone_as_soon_as_its_photo_may_not_be_shown(
    client: Client, page: ViewpointPage, entry: Entry, leave: str
) -> None:
    assert viewpoints_below(page.get_parent().specific) == [page]
    if leave == "hide":
        Entry.objects.filter(pk=entry.pk).update(is_public=False)
    else:
        revoke(entry)
    for path in ("", "plakat-a4/"):
        assert client.get(f"{page.get_url()}{path}").status_code == 404
    assert viewpoints_below(page.get_parent().specific) == []
    assert viewpoints_of(entry.campaign) == []


def test_viewpoint_refuses_a_photo_without_licence_and_half_a_position(campaign: Campaign, page: ViewpointPage) -> None:
    page.entry, page.latitude, page.longitude = make_entry(campaign), 51.0, None
    page.__dict__.pop("photo", None)
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert set(refused.value.message_dict) == {"entry", "longitude"}


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_viewpoint_has_posters(client: Client, page: ViewpointPage, paper: str) -> None:
    response = client.get(f"{page.get_url()}plakat-{paper}/")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert b"pdfuaid" in response.content
    assert client.get(f"{page.get_url()}plakat-a9/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_index_costs_the_same_for_any_number(
    client: Client, campaign: Campaign, index: ViewpointIndexPage, number: int, django_assert_max_num_queries: Any
) -> None:
    editor = make_cast_member("editor")
    for _number in range(number):
        made = start_viewpoint(entry=licensed(campaign), by=editor, now=timezone.now())
        made.save_revision().publish()
    client.get("/")
    with django_assert_max_num_queries(16):
        response = client.get(index.get_url(), {"frisch": "1"})
    assert response.content.decode().count('class="t"') == number


def test_winners_become_viewpoints_from_the_admin(client: Client, campaign: Campaign, index: Any, entry: Entry) -> None:
    voted(campaign, "a@example.org", entry)
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    assert open_winners(campaign) == []
    actions.publish_results(campaign=campaign, by=make_cast_member("office"), now=timezone.now())
    assert [(winner.entry, winner.place) for winner in open_winners(campaign)] == [(entry, 1)]
    page = start_viewpoint(entry=entry, by=make_cast_member("editor"), now=now)
    ((_campaign, rows),) = winners_by_campaign()
    assert [(winner.entry, draft) for winner, draft in rows] == [(entry, page)]
