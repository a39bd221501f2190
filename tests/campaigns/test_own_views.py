"""The private pages of an author and of a guardian: each link opens one entry, and opening changes nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns import actions
from campaigns.enums import AgeBracket, ConsentKind, EntryState, LinkPurpose, Phase
from campaigns.models import Campaign, Entry
from campaigns.notices import new_link
from cms.accounts.models import User
from tests.campaigns.factories import committing, make_entry, path_from_mail
from tests.campaigns.today import at, handed_in, running

pytestmark = pytest.mark.django_db
EMAIL = "entrant@example.org"
GUARDIAN = "eltern@example.org"


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.SUBMISSION)


def token_of(email: str = EMAIL, part: str = "mein-beitrag") -> str:
    return path_from_mail(email, part).rstrip("/").rpartition("/")[2]


def test_own_shows_the_state_and_what_can_be_done(client: Client, campaign: Campaign) -> None:
    handed_in(campaign)
    page = client.get(path_from_mail(EMAIL, "mein-beitrag")).content.decode()
    assert "Eingereicht. Die Moderation sieht sich Ihr Foto an" in page
    for name in ("place", "declaration", "withdraw", "own_data"):
        assert at(name, campaign, token_of()) in page
    assert 'name="robots" content="noindex"' in page


@pytest.mark.parametrize(
    "state, words",
    [
        (EntryState.CHANGES_REQUESTED, "bittet Sie um eine Änderung"),
        (EntryState.REJECTED, "kann nicht teilnehmen"),
        (EntryState.TAKEN_DOWN, "aus der Galerie genommen"),
        (EntryState.WITHDRAWN, "Sie haben diesen Beitrag zurückgezogen"),
        (EntryState.DRAFT, "Noch nicht eingereicht"),
    ],
)
def test_own_tells_every_state_in_words(client: Client, campaign: Campaign, state: EntryState, words: str) -> None:
    entry = handed_in(campaign)
    Entry.objects.filter(pk=entry.pk).update(state=state, verdict="Bitte den Horizont gerade rücken.")
    page = client.get(path_from_mail(EMAIL, "mein-beitrag")).content.decode()
    assert words in page
    assert "Horizont" in page


def test_own_keeps_quiet_about_a_decision_that_may_still_be_undone(
    client: Client, campaign: Campaign, moderator: User
) -> None:
    entry = make_entry(campaign, EntryState.SUBMITTED)
    token = new_link(entry, LinkPurpose.AUTHOR, timezone.now())
    hold = timezone.now() + timedelta(seconds=15)
    actions.reject_entry(entry=entry, by=moderator, reason="Zu dunkel.", now=timezone.now(), hold_until=hold)
    page = client.get(at("own", campaign, token)).content.decode()
    assert "Eingereicht. Die Moderation sieht sich Ihr Foto an" in page
    assert "Zu dunkel" not in page


def test_own_of_an_approved_entry_leads_to_the_gallery(client: Client, campaign: Campaign, moderator: User) -> None:
    entry = handed_in(campaign)
    with committing():
        actions.approve_entry(entry=entry, by=moderator, now=timezone.now())
    page = client.get(path_from_mail(EMAIL, "mein-beitrag")).content.decode()
    assert entry.get_absolute_url() in page
    assert at("place", campaign, token_of()) not in page


def test_own_draft_after_the_deadline_offers_nothing_to_fill_in(client: Client, campaign: Campaign) -> None:
    entry = handed_in(campaign)
    Entry.objects.filter(pk=entry.pk).update(state=EntryState.UNCONFIRMED)
    Campaign.objects.filter(pk=campaign.pk).update(submission_closes=timezone.now())
    page = client.get(path_from_mail(EMAIL, "mein-beitrag")).content.decode()
    assert "nicht rechtzeitig eingereicht" in page
    assert at("place", campaign, token_of()) not in page


@pytest.mark.parametrize("name", ["own", "own_photo", "own_data", "withdraw", "guardian", "guardian_photo"])
def test_private_page_with_anothers_token_is_not_found(client: Client, campaign: Campaign, name: str) -> None:
    handed_in(campaign)
    other = running(Phase.SUBMISSION)
    wrong_purpose = name.startswith("guardian")
    assert client.get(at(name, campaign, "x" * 32)).status_code == 404
    assert client.get(at(name, other, token_of())).status_code == 404
    if wrong_purpose:
        assert client.get(at(name, campaign, token_of())).status_code == 404


def test_own_photo_is_private_and_never_cached(client: Client, campaign: Campaign) -> None:
    handed_in(campaign)
    response = client.get(at("own_photo", campaign, token_of()))
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert response["Cache-Control"] == "private, no-store"
    assert b"Exif" not in b"".join(response.streaming_content)


def test_own_photo_still_in_the_works_is_not_found(client: Client, campaign: Campaign) -> None:
    handed_in(campaign)
    Entry.objects.update(photo_state="pending")
    assert client.get(at("own_photo", campaign, token_of())).status_code == 404


def test_own_data_holds_what_the_author_said(client: Client, campaign: Campaign) -> None:
    entry = handed_in(campaign)
    response = client.get(at("own_data", campaign, token_of()))
    told = json.loads(response.content)
    assert told["author_email"] == EMAIL
    assert told["title"] == entry.title
    assert {consent["kind"] for consent in told["consents"]} == {"contest", "municipality"}
    assert not told.keys() & {"author_key", "sha256", "original", "id"}


def test_withdraw_asks_first_and_happens_once(client: Client, campaign: Campaign) -> None:
    entry = handed_in(campaign)
    url = at("withdraw", campaign, token_of())
    assert client.get(url).status_code == 200
    entry.refresh_from_db()
    assert entry.state == EntryState.SUBMITTED
    for _twice in range(2):
        assert client.post(url)["Location"] == at("own", campaign, token_of())
    entry.refresh_from_db()
    assert entry.state == EntryState.WITHDRAWN
    assert client.get(url)["Location"] == at("own", campaign, token_of())


def test_resubmit_after_a_wished_change(client: Client, campaign: Campaign, moderator: User) -> None:
    entry = handed_in(campaign)
    actions.request_changes(entry=entry, by=moderator, reason="Bitte gerade rücken", now=timezone.now())
    url = at("resubmit", campaign, token_of())
    assert client.get(url).status_code == 405
    assert client.post(url)["Location"] == at("own", campaign, token_of())
    entry.refresh_from_db()
    assert entry.state == EntryState.SUBMITTED


def test_resubmit_what_nobody_wished_is_refused(client: Client, campaign: Campaign) -> None:
    entry = handed_in(campaign)
    page = client.post(at("resubmit", campaign, token_of()), follow=True).content.decode()
    assert "Jemand war schneller" in page
    entry.refresh_from_db()
    assert entry.state == EntryState.SUBMITTED


@pytest.fixture
def young(campaign: Campaign) -> Entry:
    return handed_in(campaign, age=AgeBracket.MINOR, guardian_email=GUARDIAN)


def test_guardian_opens_the_link_and_nothing_happens(client: Client, campaign: Campaign, young: Entry) -> None:
    page = client.get(path_from_mail(GUARDIAN, "zustimmung"))
    assert "Sind Sie einverstanden?" in page.content.decode()
    young.refresh_from_db()
    assert young.guardian_confirmed_at is None
    photo = client.get(at("guardian_photo", campaign, token_of(GUARDIAN, "zustimmung")))
    assert photo.status_code == 200


def test_guardian_reads_what_the_child_agreed_to(client: Client, campaign: Campaign, young: Entry) -> None:
    given = young.consents.select_related("text").get(text__kind=ConsentKind.MUNICIPALITY)
    url = at("guardian", campaign, token_of(GUARDIAN, "zustimmung"))
    assert given.text.text in client.get(url).content.decode()
    assert f'<span lang="de">{given.text.text}</span>' in client.get(f"/en{url}").content.decode()


@pytest.mark.parametrize("posted", [{}, {"name": "Gerda"}, {"agrees": "on"}])
def test_guardian_needs_name_and_consent(client: Client, young: Entry, posted: dict[str, Any]) -> None:
    response = client.post(path_from_mail(GUARDIAN, "zustimmung"), posted)
    assert response.status_code == 422
    young.refresh_from_db()
    assert young.guardian_confirmed_at is None


def test_guardian_agrees_to_nothing_that_came_later(client: Client, campaign: Campaign, young: Entry) -> None:
    url = path_from_mail(GUARDIAN, "zustimmung")
    answer = {"name": "Gerda Groß", "agrees": "on", "seen": client.get(url).context["seen"]}
    actions.give_consent(entry=young, kind=ConsentKind.OPEN_LICENCE, now=timezone.now())
    response = client.post(url, answer)
    assert "inzwischen geändert" in response.content.decode()
    young.refresh_from_db()
    assert young.guardian_confirmed_at is None
    client.post(url, answer | {"seen": response.context["seen"]})
    young.refresh_from_db()
    assert young.guardian_name == "Gerda Groß"


def test_guardian_agrees_once(client: Client, young: Entry) -> None:
    path = path_from_mail(GUARDIAN, "zustimmung")
    assert client.post(path, {"name": "Gerda Groß", "agrees": "on"})["Location"] == path
    young.refresh_from_db()
    first = young.guardian_confirmed_at
    assert (young.guardian_name, first is not None) == ("Gerda Groß", True)
    again = client.post(path, {"name": "Jemand anderes", "agrees": "on"})
    assert "Danke, Sie haben zugestimmt" in again.content.decode()
    young.refresh_from_db()
    assert (young.guardian_name, young.guardian_confirmed_at) == ("Gerda Groß", first)


def test_guardian_of_a_withdrawn_entry_has_nothing_to_do(client: Client, young: Entry) -> None:
    path = path_from_mail(GUARDIAN, "zustimmung")
    actions.withdraw_entry(entry=young, now=timezone.now())
    assert "Hier ist nichts mehr zu tun" in client.post(path, {"name": "G", "agrees": "on"}).content.decode()
    young.refresh_from_db()
    assert young.guardian_confirmed_at is None


def test_private_photo_of_an_entry_without_files_is_not_found(client: Client, campaign: Campaign) -> None:
    entry = make_entry(campaign, EntryState.SUBMITTED)
    assert client.get(f"{campaign.get_absolute_url()}mein-beitrag/{entry.code}/foto/").status_code == 404
