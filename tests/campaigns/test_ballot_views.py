"""Voting as a visitor does it: choose, look, code, receipt; outside the phase, with wrong codes, twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from campaigns.enums import Phase
from campaigns.models import Ballot, Campaign, Entry, Vote
from tests.campaigns.factories import code_from_mail, committing, make_entry
from tests.campaigns.today import NOT_VOTING, at, choose, gallery_of, handed_in, running

pytestmark = pytest.mark.django_db
EMAIL = "voter@example.org"


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.VOTING)


@pytest.fixture
def entries(campaign: Campaign) -> list[Entry]:
    return gallery_of(campaign, 4)


def paper(client: Client, campaign: Campaign) -> list[str]:
    return list(client.get(at("ballot", campaign)).context["paper"].codes)


def ask_for_code(client: Client, campaign: Campaign, email: str = EMAIL) -> Any:
    with committing():
        return client.post(at("ballot", campaign), {"email": email})


def type_code(client: Client, campaign: Campaign, code: str) -> Any:
    with committing():
        return client.post(at("ballot_code", campaign), {"code": code})


def vote(client: Client, campaign: Campaign, *chosen: Entry, email: str = EMAIL) -> Any:
    for entry in chosen:
        choose(client, campaign, entry)
    assert ask_for_code(client, campaign, email)["Location"] == at("ballot_code", campaign)
    return type_code(client, campaign, code_from_mail(email))


def test_vote_the_whole_way(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    assert vote(client, campaign, *entries[:2])["Location"] == at("ballot_receipt", campaign)
    ballot = Ballot.objects.get()
    for _reload in range(2):
        assert ballot.receipt in client.get(at("ballot_receipt", campaign)).content.decode()
    assert set(Vote.objects.values_list("entry__code", flat=True)) == {entry.code for entry in entries[:2]}
    assert ballot.receipt in mail.outbox[-1].body


def test_vote_again_replaces_the_ballot_under_the_same_receipt(
    client: Client, campaign: Campaign, entries: list[Entry]
) -> None:
    vote(client, campaign, *entries[:2])
    receipt = Ballot.objects.get().receipt
    choose(client, campaign, entries[0], "nein")
    vote(client, campaign, entries[3])
    assert Ballot.objects.get().receipt == receipt
    assert set(Vote.objects.values_list("entry__code", flat=True)) == {entries[1].code, entries[3].code}
    assert "Geändert, danke" in client.get(at("ballot_receipt", campaign)).content.decode()


def test_vote_answers_the_same_whether_or_not_the_address_has_voted(campaign: Campaign, entries: list[Entry]) -> None:
    vote(Client(), campaign, entries[0])
    pages = []
    for email in (EMAIL, "xoter@example.org"):
        visitor = Client()
        choose(visitor, campaign, entries[1])
        ask_for_code(visitor, campaign, email)
        page = visitor.get(at("ballot_code", campaign))
        pages.append((page.status_code, page.content.decode().replace("x…r", "v…r").count("v…r@example.org")))
    assert pages[0] == pages[1] == (200, 1)


def test_choose_is_kept_in_order_and_only_once(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    for entry in (entries[2], entries[0], entries[2]):
        choose(client, campaign, entry)
    assert paper(client, campaign) == [entries[2].code, entries[0].code]
    choose(client, campaign, entries[2], "nein")
    assert paper(client, campaign) == [entries[0].code]
    assert Client().get(at("ballot", campaign)).context["paper"].codes == []


def test_choose_more_than_allowed_is_refused_in_words(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    for entry in entries[:3]:
        choose(client, campaign, entry)
    response = choose(client, campaign, entries[3])
    assert (
        "Sie haben 3 Stimmen. Bitte nehmen Sie ein Foto vom Stimmzettel."
        in client.get(response["Location"]).content.decode()
    )
    assert paper(client, campaign) == [entry.code for entry in entries[:3]]


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_choose_never_leads_elsewhere(client: Client, campaign: Campaign, entries: list[Entry], back: str) -> None:
    assert choose(client, campaign, entries[0], back=back)["Location"] == at("gallery", campaign)


def test_choose_leads_back_to_where_it_was(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    back = f"{at('gallery', campaign)}?seite=2"
    assert choose(client, campaign, entries[0], back=back)["Location"] == back


def test_choose_what_is_not_on_offer_changes_nothing(client: Client, campaign: Campaign) -> None:
    choose(client, campaign, make_entry(running(Phase.VOTING)))
    assert paper(client, campaign) == []


@pytest.mark.parametrize("code", ["", "\0", "B-0000", "x" * 500])
def test_choose_nonsense_changes_nothing(client: Client, campaign: Campaign, code: str) -> None:
    assert client.post(at("choose", campaign), {"code": code, "wahl": "ja"}).status_code == 302
    assert paper(client, campaign) == []


def test_ballot_drops_what_left_the_gallery(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    choose(client, campaign, entries[0])
    Entry.objects.filter(pk=entries[0].pk).update(is_public=False)
    assert paper(client, campaign) == []


def test_ballot_without_a_choice_is_refused(client: Client, campaign: Campaign) -> None:
    assert "Noch ist er leer." in client.get(at("ballot", campaign)).content.decode()
    assert ask_for_code(client, campaign).status_code == 422
    assert mail.outbox == []


@pytest.mark.parametrize("email", ["", "kein", "a@b"])
def test_ballot_with_a_wrong_address_keeps_what_was_typed(
    client: Client, campaign: Campaign, entries: list[Entry], email: str
) -> None:
    choose(client, campaign, entries[0])
    response = ask_for_code(client, campaign, email)
    assert response.status_code == 422
    assert f'value="{email}"' in response.content.decode() or not email
    assert mail.outbox == []


def test_code_wrong_says_how_many_tries_are_left(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    choose(client, campaign, entries[0])
    ask_for_code(client, campaign)
    right = code_from_mail(EMAIL)
    response = type_code(client, campaign, "000000" if right != "000000" else "111111")
    assert response.status_code == 422
    assert "Sie haben noch 4 Versuche." in response.content.decode()
    assert not Ballot.objects.exists()
    assert type_code(client, campaign, f"{right[:3]} {right[3:]}")["Location"] == at("ballot_receipt", campaign)


def test_code_used_twice_points_to_the_mail(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    choose(client, campaign, entries[0])
    ask_for_code(client, campaign)
    code, cookies = code_from_mail(EMAIL), client.cookies.output()
    again = Client()
    again.cookies.load(cookies.replace("Set-Cookie: ", ""))
    type_code(client, campaign, code)
    response = type_code(again, campaign, code)
    assert response.status_code == 422
    assert "schon verwendet" in response.content.decode()
    assert "Quittung schon in Ihrem Postfach" in response.content.decode()
    assert Vote.objects.count() == 1


def test_code_again_voids_the_one_before(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    choose(client, campaign, entries[0])
    ask_for_code(client, campaign)
    with committing():
        assert client.post(at("ballot_code_again", campaign))["Location"] == at("ballot_code", campaign)
    assert len([message for message in mail.outbox if message.to == [EMAIL]]) == 2
    assert "Ein neuer Code ist unterwegs." in client.get(at("ballot_code", campaign)).content.decode()
    assert type_code(client, campaign, code_from_mail(EMAIL)).status_code == 302


def test_code_mails_to_one_address_are_limited(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    choose(client, campaign, entries[0])
    for _time in range(5):
        assert ask_for_code(client, campaign).status_code == 302
    response = ask_for_code(client, campaign)
    assert response.status_code == 422
    assert "zu viele Versuche" in response.content.decode()
    assert len(mail.outbox) == 5


@pytest.mark.parametrize("name", ["ballot_code", "ballot_receipt"])
def test_page_of_another_browser_starts_anew(client: Client, campaign: Campaign, name: str) -> None:
    assert client.get(at(name, campaign))["Location"] == at("ballot", campaign)
    client.cookies[f"stimmabgabe_{campaign.slug}"] = "eyJlbWFpbCI6ICJhQGIuZGUifQ:forged"
    client.cookies[f"quittung_{campaign.slug}"] = "forged"
    assert client.get(at(name, campaign))["Location"] == at("ballot", campaign)


def test_own_entry_is_refused_by_the_vote(client: Client) -> None:
    campaign = running(Phase.SUBMISSION)
    own = handed_in(campaign, "entrant@example.org")
    Entry.objects.filter(pk=own.pk).update(state="approved", is_public=True)
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(submission_closes=now, voting_opens=now)
    response = vote(client, campaign, own, email="Entrant@example.org")
    assert response.status_code == 422
    assert "Eigene Fotos können Sie nicht wählen." in response.content.decode()
    assert not Vote.objects.exists()


@pytest.mark.parametrize("phase", NOT_VOTING)
@pytest.mark.parametrize("name", ["ballot", "choose", "ballot_code", "ballot_code_again"])
def test_voting_outside_the_phase_is_refused_in_words(client: Client, phase: Phase, name: str) -> None:
    campaign = running(phase)
    entry = make_entry(campaign)
    response = client.post(at(name, campaign), {"code": entry.code, "wahl": "ja", "email": EMAIL})
    assert response.status_code == 409
    assert "Die Abstimmung" in response.content.decode()
    assert f"stimmzettel_{campaign.slug}" not in response.cookies
    assert mail.outbox == []


def test_vote_after_the_close_is_refused(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    choose(client, campaign, entries[0])
    ask_for_code(client, campaign)
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=timezone.now())
    assert type_code(client, campaign, code_from_mail(EMAIL)).status_code == 409
    assert not Ballot.objects.exists()


@pytest.mark.parametrize("name", ["choose", "ballot_code_again"])
def test_verbs_are_posts(client: Client, campaign: Campaign, name: str) -> None:
    assert client.get(at(name, campaign)).status_code == 405


def test_cookies_are_ours_alone(client: Client, campaign: Campaign, entries: list[Entry]) -> None:
    choose(client, campaign, entries[0])
    response = ask_for_code(client, campaign)
    cookie = response.cookies[f"stimmabgabe_{campaign.slug}"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert EMAIL not in cookie.value
