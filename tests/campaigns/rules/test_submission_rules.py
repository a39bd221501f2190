"""Rules of handing in: consents, age, the confirmed address, limits, the private link."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns import actions, notices
from campaigns.enums import AgeBracket, ConsentKind, EntryState, LinkPurpose, People, Phase
from campaigns.models import Campaign, CampaignNotice, Entry
from campaigns.queries import consents_of, current_consent_texts, entry_by_link, queue
from cms.accounts.models import User
from cms.core.refusals import Refused
from tests.campaigns.factories import (
    NOW,
    code_from_mail,
    committing,
    draft_entry,
    make_campaign,
    make_entry,
    make_town,
    path_from_mail,
    photo_file,
    submit_entry,
)
from tests.campaigns.today import at, running

pytestmark = pytest.mark.django_db
EMAIL = "entrant@example.org"


def answer(entry: Entry, **changed: Any) -> Entry:
    """Answer what is asked about people, age, rights and consents."""
    values: dict[str, Any] = {
        "people": People.NOBODY,
        "is_drone": False,
        "age": AgeBracket.ADULT,
        "owns_rights": True,
        "consents": [ConsentKind.CONTEST, ConsentKind.MUNICIPALITY],
        "guardian_email": "eltern@example.org" if changed.get("age") == AgeBracket.MINOR else "",
        **changed,
    }
    return actions.declare(entry=entry, now=NOW, **values)


def test_defaults_are_three_entries_three_votes_and_fourteen_years() -> None:
    campaign = Campaign()
    assert (campaign.entries_per_person, campaign.votes_per_voter, campaign.minimum_age) == (3, 3, 14)


def test_everything_can_be_changed_before_opening_and_is_logged_publicly_afterwards(office: User) -> None:
    early, late = make_campaign(Phase.ANNOUNCED), make_campaign(Phase.SUBMISSION)
    actions.change_campaign(campaign=early, values={"entries_per_person": 5}, by=office, now=NOW)
    assert not CampaignNotice.objects.exists()
    longer = late.submission_closes + timedelta(days=1)
    with pytest.raises(Refused) as silent:
        actions.change_campaign(campaign=late, values={"submission_closes": longer}, by=office, now=NOW)
    assert silent.value.code == "note_missing"
    actions.change_campaign(
        campaign=late, values={"submission_closes": longer}, by=office, now=NOW, note="Ein Tag Störung."
    )
    assert CampaignNotice.objects.get().note == "Ein Tag Störung."


def test_end_of_voting_is_not_moved_without_a_public_note(voting: Campaign, office: User) -> None:
    later = {"voting_closes": voting.voting_closes + timedelta(days=1)}
    with pytest.raises(Refused) as refusal:
        actions.change_campaign(campaign=voting, values=later, by=office, now=NOW)
    assert refusal.value.code == "note_missing"


def test_form_works_without_javascript(client: Client) -> None:
    page = client.get(at("submit", running(Phase.SUBMISSION))).content.decode()
    form = re.search(r'<form[^>]+enctype="multipart/form-data"[^>]*>', page)
    assert form
    assert 'method="post"' in form[0]
    assert 'type="file"' in page
    assert "<button" in page[form.end() :]


def test_upload_survives_a_form_error(client: Client) -> None:
    campaign = running(Phase.SUBMISSION)
    with committing():
        step = client.post(at("submit", campaign), {"photo": photo_file()})["Location"]
    assert client.post(step, {"title": "Zwei Türme"}).status_code == 422
    entry = Entry.objects.get()
    assert (entry.photo_state, entry.width) == ("ready", 1600)
    assert client.get(step).status_code == 200


def test_three_separate_consents_are_versioned_and_stored_with_their_words(submission: Campaign, office: User) -> None:
    assert set(current_consent_texts(submission)) == {
        ConsentKind.CONTEST,
        ConsentKind.MUNICIPALITY,
        ConsentKind.OPEN_LICENCE,
    }
    entry = submit_entry(submission, consents=list(ConsentKind))
    before = {consent.text_id for consent in entry.consents.all()}
    assert len(before) == 3
    actions.add_consent_text(campaign=submission, kind=ConsentKind.CONTEST, text="Andere Worte.", by=office, now=NOW)
    assert {consent.text_id for consent in entry.consents.all()} == before
    assert current_consent_texts(submission)[ConsentKind.CONTEST].pk not in before


def test_open_licence_is_voluntary_and_the_other_two_are_not(submission: Campaign) -> None:
    needed = [ConsentKind.CONTEST, ConsentKind.MUNICIPALITY]
    entry = make_entry(submission, EntryState.DRAFT)
    for missing in needed:
        with pytest.raises(Refused) as refusal:
            answer(entry, consents=[kind for kind in ConsentKind if kind != missing])
        assert refusal.value.code == "consent_missing"
    assert set(consents_of(answer(entry, consents=needed))) == set(needed)


def test_open_licence_is_cc_by_4(submission: Campaign) -> None:
    assert "CC BY 4.0" in current_consent_texts(submission)[ConsentKind.OPEN_LICENCE].text


def test_under_18_is_not_public_before_the_guardian_confirmed_by_an_own_link(
    submission: Campaign, moderator: User
) -> None:
    entry = submit_entry(submission, age=AgeBracket.MINOR, guardian_email="eltern@example.org")
    with pytest.raises(Refused) as refusal:
        actions.approve_entry(entry=entry, by=moderator, now=NOW)
    assert refusal.value.code == "guardian_unconfirmed"
    own = path_from_mail("eltern@example.org", "zustimmung").split("/")[-2]
    assert own not in path_from_mail(EMAIL, "mein-beitrag")
    actions.confirm_guardian(entry=entry_by_link(submission, own, LinkPurpose.GUARDIAN), name="Ina", now=NOW)
    entry.refresh_from_db()
    actions.approve_entry(entry=entry, by=moderator, now=NOW)


def test_address_is_confirmed_before_a_moderator_sees_the_entry(submission: Campaign) -> None:
    entry = draft_entry(submission)
    with committing():
        actions.send_confirmation_code(entry=entry, name="Erika", email=EMAIL, now=NOW)
    assert list(queue(submission)) == []
    with committing():
        actions.confirm_entry(entry=entry, code=code_from_mail(EMAIL), now=NOW)
    assert list(queue(submission)) == [entry]


def test_at_most_n_entries_per_person_whatever_the_spelling() -> None:
    campaign = make_campaign(entries_per_person=1)
    person = actions.voter_of(campaign=campaign, email="anna@gmail.com", now=NOW)
    make_entry(campaign, author_key=person.author_key)
    with pytest.raises(Refused) as refusal:
        submit_entry(campaign, "An.Na+zwei@googlemail.com")
    assert refusal.value.code == "too_many_of_person"


def test_at_most_n_entries_per_town() -> None:
    campaign, town = make_campaign(entries_per_town=1), make_town()
    make_entry(campaign, municipality=town, town_slot=1)
    with pytest.raises(Refused) as refusal:
        submit_entry(campaign, town=town)
    assert refusal.value.code == "too_many_of_town"


def test_who_may_take_part_is_said_by_list_or_by_population() -> None:
    small, large = make_town(population=900), make_town(population=90_000)
    by_population, by_list = make_campaign(max_population=30_000), make_campaign()
    by_list.towns.add(large)
    assert [by_population.is_eligible(town) for town in (small, large)] == [True, False]
    assert [by_list.is_eligible(town) for town in (small, large)] == [False, True]


def test_too_young_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        answer(make_entry(make_campaign(minimum_age=18), EntryState.DRAFT), age=AgeBracket.MINOR)
    assert refusal.value.code == "too_young"


def test_private_link_shows_status_corrects_withdraws_downloads_and_deletes(client: Client) -> None:
    campaign = running(Phase.SUBMISSION)
    entry = make_entry(campaign, EntryState.SUBMITTED, with_files=True, author_email=EMAIL)
    token = notices.new_link(entry, LinkPurpose.AUTHOR, timezone.now())
    page = client.get(at("own", campaign, token)).content.decode()
    assert entry.get_state_display() in page
    for name in ("place", "withdraw", "own_data", "own_archive", "erase"):
        assert at(name, campaign, token) in page, name
        assert client.get(at(name, campaign, token)).status_code == 200, name
    assert client.get(at("own", campaign, "x" * 43)).status_code == 404
