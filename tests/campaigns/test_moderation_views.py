"""The moderators' desk and the office's page: who reaches them, what they show, what they do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns import actions
from campaigns.actions.keys import vote_secret
from campaigns.enums import EntryState, People, Phase, ReportReason
from campaigns.models import Ballot, Campaign, Entry, HeldDecision, SetAside, VoteKey
from cms.accounts.enums import Role
from cms.core.storages import private_storage
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_user
from tests.campaigns.factories import committing, make_campaign, make_entry, make_town

pytestmark = pytest.mark.django_db
QUEUE = "/verwaltung/moderation/"


def client_of(*roles: Role, email: str = "somebody@example.org") -> Client:
    """Somebody with these roles, logged in with a second factor."""
    client, user = Client(), make_user(email, *roles)
    client.force_login(user)
    pass_second_factor(client, user)
    return client


@pytest.fixture
def voting_now() -> Campaign:
    return make_campaign(Phase.VOTING, now=timezone.now().replace(second=0, microsecond=0))


@pytest.fixture
def waiting(voting_now: Campaign) -> Entry:
    return make_entry(voting_now, EntryState.SUBMITTED, with_files=True, title="Wartendes Tor")


@pytest.fixture
def desk(db: None) -> Client:
    return client_of(Role.MODERATOR)


def decide(client: Client, entry: Entry, decision: str, **data: Any) -> Any:
    data = {"decision": decision, "revision": entry.revision, **data}
    return client.post(f"{QUEUE}{entry.code}/entscheiden/", data)


def test_queue_lists_exactly_what_waits(desk: Client, voting_now: Campaign, waiting: Entry) -> None:
    make_entry(voting_now, title="Schon öffentlich")
    make_entry(voting_now, EntryState.UNCONFIRMED, title="Noch nicht bestätigt")
    response = desk.get(QUEUE)
    assert [entry.title for entry, _flags, _others in response.context["rows"]] == ["Wartendes Tor"]


def test_queue_asks_as_often_for_24_as_for_48(desk: Client, voting_now: Campaign) -> None:
    asked = []
    town = make_town()
    for number in (24, 48):
        for _entry in range(24):
            make_entry(voting_now, EntryState.SUBMITTED, municipality=town, author_slot=None)
        desk.get(QUEUE)
        with CaptureQueriesContext(connection) as queries:
            response = desk.get(QUEUE)
        assert (len(response.context["rows"]), response.context["page"].paginator.count) == (24, number)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 26


def test_unknown_state_does_not_exist(desk: Client) -> None:
    assert desk.get(f"{QUEUE}?stand=draft").status_code == 404


def test_entry_shows_flags_and_doubles(desk: Client, voting_now: Campaign, waiting: Entry) -> None:
    make_entry(voting_now, title="Zwilling", dhash=waiting.dhash)
    Entry.objects.filter(pk=waiting.pk).update(people=People.UNASKED)
    page = desk.get(f"{QUEUE}{waiting.code}/").content.decode()
    assert "Zwilling" in page
    assert "ähnliches Bild vorhanden" in page
    assert "nicht alle gefragt" in page


def test_entry_never_shows_the_address(desk: Client, waiting: Entry) -> None:
    assert waiting.author_email not in desk.get(f"{QUEUE}{waiting.code}/").content.decode()


def test_private_photo_is_for_moderators_alone(desk: Client, waiting: Entry) -> None:
    address = f"{QUEUE}{waiting.code}/foto/480/"
    response = desk.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert client_of(Role.EDITOR, email="editor@example.org").get(address).status_code == 404
    assert client_of(Role.APPLICANT, email="applicant@example.org").get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_photo_of_unconfirmed_entry_does_not_exist(desk: Client, voting_now: Campaign) -> None:
    entry = make_entry(voting_now, EntryState.UNCONFIRMED, with_files=True)
    assert desk.get(f"{QUEUE}{entry.code}/foto/480/").status_code == 404
    assert desk.get(f"{QUEUE}{entry.code}/").status_code == 404


def test_other_sizes_do_not_exist(desk: Client, waiting: Entry) -> None:
    assert desk.get(f"{QUEUE}{waiting.code}/foto/481/").status_code == 404


def test_approval_leads_to_the_next(desk: Client, voting_now: Campaign, waiting: Entry) -> None:
    later = make_entry(voting_now, EntryState.SUBMITTED, submitted_at=timezone.now())
    with committing():
        response = decide(desk, waiting, "approve")
    assert response["Location"] == f"{QUEUE}{later.code}/?stand=submitted"
    waiting.refresh_from_db()
    assert (waiting.state, waiting.is_public) == (EntryState.APPROVED, False)
    HeldDecision.objects.update(release_at=timezone.now())
    with committing():
        assert desk.post(f"{QUEUE}wirksam/").json() == {"released": 1}
    waiting.refresh_from_db()
    assert waiting.is_public


def test_last_decision_leads_back_to_the_queue(desk: Client, waiting: Entry) -> None:
    assert decide(desk, waiting, "approve")["Location"] == f"{QUEUE}?stand=submitted"


def test_rejection_without_words_is_refused_in_words(desk: Client, waiting: Entry) -> None:
    response = decide(desk, waiting, "reject", verdict="  ")
    assert response.status_code == 409
    assert "Bitte geben Sie eine Begründung an" in response.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == EntryState.SUBMITTED


def test_somebody_faster_is_told_and_words_are_kept(desk: Client, waiting: Entry) -> None:
    other = make_user("other@example.org", Role.MODERATOR)
    seen = Entry.objects.get(pk=waiting.pk)
    actions.approve_entry(entry=waiting, by=other, now=timezone.now())
    response = decide(desk, seen, "reject", verdict="Kennzeichen lesbar")
    assert response.status_code == 409
    assert "Kennzeichen lesbar" in response.content.decode()
    seen.refresh_from_db()
    assert seen.state == EntryState.APPROVED


def test_take_down_removes_the_public_files(desk: Client, voting_now: Campaign) -> None:
    entry = make_entry(voting_now, with_files=True)
    address = entry.rendition_url(480)
    assert Client().get(address).status_code == 200
    decide(desk, entry, "take_down", verdict="Bitte der abgebildeten Person")
    entry.refresh_from_db()
    assert (entry.state, entry.is_public) == (EntryState.TAKEN_DOWN, False)


@pytest.mark.parametrize("decision", ["", "destroy"])
def test_unknown_decision_does_not_exist(desk: Client, waiting: Entry, decision: str) -> None:
    assert decide(desk, waiting, decision).status_code == 404


def test_decision_needs_a_post(desk: Client, waiting: Entry) -> None:
    assert desk.get(f"{QUEUE}{waiting.code}/entscheiden/").status_code == 405


def test_history_names_the_moderator(desk: Client, waiting: Entry) -> None:
    actions.reject_entry(
        entry=waiting,
        by=make_user("anna@example.org", Role.MODERATOR, name="Anna A."),
        reason="Zu dunkel",
        now=timezone.now(),
    )
    page = desk.get(f"{QUEUE}{waiting.code}/").content.decode()
    assert "Anna A." in page
    assert "Zu dunkel" in page


def test_report_waits_until_it_is_closed(desk: Client, voting_now: Campaign) -> None:
    entry = make_entry(voting_now, title="Gemeldeter Platz")
    report = actions.report_entry(entry=entry, reason=ReportReason.values[0], message="Mein Garten", now=timezone.now())
    assert "Mein Garten" in desk.get(f"{QUEUE}meldungen/").content.decode()
    desk.post(f"{QUEUE}meldungen/{report.key}/", {"note": "angesehen"})
    assert "Mein Garten" not in desk.get(f"{QUEUE}meldungen/").content.decode()


def test_dashboard_says_what_waits(desk: Client, waiting: Entry) -> None:
    assert "Fotos zu prüfen" in desk.get("/verwaltung/").content.decode()


# --- the office --------------------------------------------------------------------------------------------


@pytest.fixture
def office_desk(db: None) -> Client:
    return client_of(Role.OFFICE, email="office@example.org")


@pytest.fixture
def counted() -> Campaign:
    """Votes are cast, the announced moment has come."""
    campaign = make_campaign(Phase.COUNTING, now=timezone.now())
    Campaign.objects.filter(pk=campaign.pk).update(results_at=timezone.now() - timedelta(hours=1))
    campaign.refresh_from_db()
    return campaign


def test_campaign_page_is_for_the_office_alone(desk: Client, office_desk: Client, counted: Campaign) -> None:
    address = f"/verwaltung/kampagne/{counted.slug}/"
    assert office_desk.get(address).status_code == 200
    assert desk.get(address).status_code == 404


def test_key_is_kept_while_objections_are_possible(office_desk: Client, counted: Campaign) -> None:
    response = office_desk.post(f"/verwaltung/kampagne/{counted.slug}/schluessel/", {"sicher": "ja"}, follow=True)
    assert "noch nicht veröffentlicht" in response.content.decode()


def test_key_is_destroyed_only_by_who_says_so_twice(office_desk: Client) -> None:
    past = make_campaign(Phase.RESULTS, now=timezone.now() - timedelta(days=90))
    Campaign.objects.filter(pk=past.pk).update(results_published_at=past.results_at)
    key = vote_secret(past, timezone.now())
    address = f"/verwaltung/kampagne/{past.slug}/schluessel/"
    assert "Bitte bestätigen Sie zuerst" in office_desk.post(address, follow=True).content.decode()
    assert vote_secret(past, timezone.now()) == key
    assert "Der Schlüssel ist vernichtet" in office_desk.post(address, {"sicher": "ja"}, follow=True).content.decode()
    assert VoteKey.objects.get(campaign=past).secret is None


def test_two_people_decide_on_a_doubtful_ballot(desk: Client, office_desk: Client, voting_now: Campaign) -> None:
    ballot = Ballot.objects.create(campaign=voting_now, voter_key="a" * 64, receipt="Q-TEST", cast_at=timezone.now())
    SetAside.objects.create(ballot=ballot, doubts=["disposable"], created_at=timezone.now())
    address = f"/verwaltung/kampagne/{voting_now.slug}/stimmzettel/"
    assert "Wegwerf-Adresse" in desk.get(address).content.decode()
    for _twice in range(2):
        desk.post(f"{address}{ballot.pk}/", {"verdict": "exclude", "reason": "unecht"})
    assert SetAside.objects.get().is_excluded is None
    office_desk.post(f"{address}{ballot.pk}/", {"verdict": "exclude", "reason": "auch geprüft"})
    assert SetAside.objects.get().is_excluded is True


def test_campaign_is_set_up_in_the_admin(office_desk: Client) -> None:
    now = timezone.localtime().replace(second=0, microsecond=0)
    days = {
        "submission_opens": 10,
        "submission_closes": 20,
        "voting_opens": 25,
        "voting_closes": 35,
        "results_at": 40,
    }
    data = {name: (now + timedelta(days=day)).strftime("%d.%m.%Y %H:%M") for name, day in days.items()}
    data |= {
        "title": "Frühlingsblicke",
        "slug": "fruehlingsblicke",
        "objection_days": 14,
        "entries_per_person": 3,
        "votes_per_voter": 3,
        "minimum_age": 14,
        "size_bounds": "5.000, 15.000",
        "shortlist_length": 50,
    }
    wrong = {**data, "voting_closes": data["submission_opens"]}
    refused = office_desk.post("/verwaltung/kampagnen/new/", wrong)
    assert "muss nach „Abstimmung beginnt“ liegen" in refused.content.decode()
    assert office_desk.post("/verwaltung/kampagnen/new/", data).status_code == 302
    campaign = Campaign.objects.get(slug="fruehlingsblicke")
    assert campaign.consent_texts.count() == 3


def test_open_campaign_changes_with_a_public_note_only(office_desk: Client, voting_now: Campaign) -> None:
    address = f"/verwaltung/kampagnen/edit/{voting_now.pk}/"
    form = office_desk.get(address).context["form"]
    data = {name: value for name, value in form.initial.items() if value not in (None, False)}
    dates = {name: value for name, value in data.items() if hasattr(value, "strftime")}
    data |= {name: timezone.localtime(value).strftime("%d.%m.%Y %H:%M") for name, value in dates.items()}
    data |= {"size_bounds": "5.000, 15.000, 30.000", "hashtag": "NeuerHashtag"}
    refused = office_desk.post(address, data)
    voting_now.refresh_from_db()
    assert voting_now.hashtag != "NeuerHashtag"
    assert refused.status_code == 200
    office_desk.post(address, {**data, "note": "Der Hashtag war schon vergeben."})
    voting_now.refresh_from_db()
    assert voting_now.hashtag == "NeuerHashtag"
    assert voting_now.notices.get().note == "Der Hashtag war schon vergeben."


def test_moderator_cannot_set_up_campaigns(desk: Client) -> None:
    assert desk.get("/verwaltung/kampagnen/").status_code in {302, 403, 404}
    assert desk.get("/verwaltung/kampagnen/new/").status_code in {302, 403, 404}


def test_private_store_keeps_what_moderators_see(waiting: Entry) -> None:
    name = waiting.private_rendition(480, "jpg")
    assert private_storage.exists(name)
    assert Client().get(f"/medien/{name}").status_code == 404
