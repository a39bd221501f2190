"""The form of five steps: what is stored when, what survives, who may open it, what happens outside the phase."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from campaigns.enums import EntryState, Phase
from campaigns.models import Campaign, Entry, EntryLink
from cms.places.models import Municipality
from tests.campaigns.factories import code_from_mail, committing, consents_given, make_town, path_from_mail, photo_file
from tests.campaigns.today import NOT_SUBMITTING, at, handed_in, running

pytestmark = pytest.mark.django_db
STEPS = ["place", "declaration", "author", "check", "confirm"]
EMAIL = "entrant@example.org"


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.SUBMISSION)


@pytest.fixture
def near() -> Municipality:
    """The town that the test photo's position points to."""
    return make_town("Bad Sulza", latitude=51.09, longitude=11.62)


def upload(client: Client, campaign: Campaign, photo: Any = None, **more: str) -> Any:
    with committing():
        return client.post(at("submit", campaign), {"photo": photo or photo_file(), **more})


def started(client: Client, campaign: Campaign, **more: Any) -> str:
    """Upload and return the token of the draft."""
    response = upload(client, campaign, **more)
    assert response.status_code == 302, response.content.decode()
    found = re.search(r"mein-beitrag/([^/]+)/ort/", response["Location"])
    assert found
    return found[1]


def words(town: Municipality, **more: str) -> dict[str, str]:
    return {
        "municipality": town.label,
        "place": "Saaleweg",
        "title": "Zwei Türme",
        "reason": "Weil ich hier stehen bleibe.",
        "description": "Eine Brücke und zwei Türme.",
        **more,
    }


def answers(**more: Any) -> dict[str, Any]:
    return {"people": "nobody", "age": "adult", "owns_rights": "on", "consents": ["contest", "municipality"], **more}


def filled(client: Client, campaign: Campaign, town: Municipality) -> str:
    """A draft with everything but the code."""
    token = started(client, campaign)
    client.post(at("place", campaign, token), words(town))
    client.post(at("declaration", campaign, token), answers())
    client.post(at("author", campaign, token), {"email": EMAIL, "name": "Erika Einsendung"})
    return token


def test_submit_the_whole_way(client: Client, campaign: Campaign, near: Municipality) -> None:
    token = started(client, campaign)
    entry = Entry.objects.get()
    assert client.post(at("place", campaign, token), words(near))["Location"] == at("declaration", campaign, token)
    assert client.post(at("declaration", campaign, token), answers())["Location"] == at("author", campaign, token)
    response = client.post(at("author", campaign, token), {"email": EMAIL, "name": "Erika"})
    assert response["Location"] == at("check", campaign, token)
    assert "Zwei Türme" in client.get(at("check", campaign, token)).content.decode()
    assert mail.outbox == []
    with committing():
        response = client.post(at("check", campaign, token))
    assert response["Location"] == at("confirm", campaign, token)
    with committing():
        response = client.post(at("confirm", campaign, token), {"code": code_from_mail(EMAIL)})
    assert response["Location"] == at("thanks", campaign, token)
    entry.refresh_from_db()
    assert (entry.state, entry.author_name, entry.municipality) == (EntryState.SUBMITTED, "Erika", near)
    assert {kind.value for kind in consents_given(entry)} == {"contest", "municipality"}
    page = client.get(at("thanks", campaign, token)).content.decode()
    assert f"http://testserver{at('own', campaign, token)}" in page
    assert client.get(path_from_mail(EMAIL, "mein-beitrag")).status_code == 200


@pytest.mark.parametrize("phase", NOT_SUBMITTING)
def test_submit_outside_the_phase_says_what_is_possible(client: Client, phase: Phase) -> None:
    campaign = running(phase)
    response = client.get(at("submit", campaign))
    assert response.status_code == 200
    assert "Die Einreichung" in response.content.decode()
    assert upload(client, campaign).status_code == 409
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "data, words",
    [
        (b"", "Die Datei ist leer"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Das ist eine Zeichnung"),
        (b"GIF89a" + bytes(64), "GIF-Bilder"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "beschädigt"),
    ],
)
def test_submit_refuses_a_wrong_file_in_words(client: Client, campaign: Campaign, data: bytes, words: str) -> None:
    response = upload(client, campaign, SimpleUploadedFile("IMG.jpg", data, content_type="image/jpeg"))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert "<title>Fehler:" in response.content.decode()
    assert not Entry.objects.exists()


def test_submit_without_a_file_asks_for_one(client: Client, campaign: Campaign) -> None:
    response = client.post(at("submit", campaign))
    assert response.status_code == 422
    assert "Bitte wählen Sie ein Foto aus." in response.content.decode()


def test_submit_refuses_a_photo_that_is_already_there(client: Client, campaign: Campaign) -> None:
    handed_in(campaign, seed=4)
    response = upload(client, campaign, photo_file(4))
    assert response.status_code == 422
    assert "Genau dieses Foto ist schon eingereicht." in response.content.decode()


def test_submit_the_same_form_twice_starts_one_draft(client: Client, campaign: Campaign) -> None:
    once = str(uuid.uuid4())
    assert started(client, campaign, once=once) == started(client, campaign, once=once)
    assert Entry.objects.count() == 1


def test_submit_offers_the_draft_of_this_browser_again(client: Client, campaign: Campaign) -> None:
    token = started(client, campaign)
    assert at("place", campaign, token) in client.get(at("submit", campaign)).content.decode()
    assert token not in Client().get(at("submit", campaign)).content.decode()


def test_another_photo_for_a_draft_keeps_every_word(client: Client, campaign: Campaign, near: Municipality) -> None:
    token = filled(client, campaign, near)
    before = Entry.objects.get()
    with committing():
        response = client.post(at("replace", campaign, token), {"photo": photo_file(2)})
    assert response["Location"] == at("place", campaign, token)
    after = Entry.objects.get()
    assert (after.title, after.municipality, after.people) == ("Zwei Türme", near, "nobody")
    assert after.sha256 != before.sha256
    assert consents_given(after) == {"contest", "municipality"}


def test_place_offers_the_cameras_town_and_takes_it_only_when_ticked(
    client: Client, campaign: Campaign, near: Municipality
) -> None:
    token = started(client, campaign)
    page = client.get(at("place", campaign, token)).content.decode()
    assert "Das Foto zeigt Bad Sulza" in page
    unticked = client.post(at("place", campaign, token), words(near, municipality=""))
    assert unticked.status_code == 422
    assert "Bitte geben Sie einen Ort an." in unticked.content.decode()
    ticked = client.post(at("place", campaign, token), words(near, municipality="", take_town="on"))
    assert ticked.status_code == 302
    entry = Entry.objects.get()
    assert (entry.municipality, entry.latitude, entry.taken_at) == (near, None, None)


def test_place_stores_the_cameras_notes_only_by_consent(client: Client, campaign: Campaign, near: Municipality) -> None:
    token = started(client, campaign)
    client.post(at("place", campaign, token), words(near, keep_camera="on"))
    entry = Entry.objects.get()
    assert entry.latitude == pytest.approx(51.09)
    assert entry.taken_at is not None
    client.post(at("place", campaign, token), words(near))
    entry.refresh_from_db()
    assert (entry.latitude, entry.longitude, entry.taken_at) == (None, None, None)


def test_place_with_an_error_keeps_what_was_typed(client: Client, campaign: Campaign, near: Municipality) -> None:
    token = started(client, campaign)
    response = client.post(at("place", campaign, token), words(near, title="", place="Am Wehr"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "Am Wehr" in page
    assert "Eine Brücke und zwei Türme." in page
    assert at("own_photo", campaign, token) in page


def test_place_of_a_town_that_does_not_take_part(client: Client) -> None:
    campaign = running(Phase.SUBMISSION, max_population=30_000)
    large = make_town("Großstadt", population=200_000)
    token = started(client, campaign)
    response = client.post(at("place", campaign, token), words(large))
    assert response.status_code == 422
    assert "nimmt an der Kampagne nicht teil" in response.content.decode()


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"people": ""}, "Bitte wählen Sie eine Antwort."),
        ({"owns_rights": ""}, "Ohne diese Bestätigung dürfen wir das Foto nicht zeigen."),
        ({"consents": ["contest"]}, "Ohne die beiden nötigen Einwilligungen"),
        ({"age": "minor"}, "Bitte nennen Sie die E-Mail-Adresse einer sorgeberechtigten Person."),
    ],
)
def test_declaration_refuses_in_words(client: Client, campaign: Campaign, wrong: dict[str, Any], words: str) -> None:
    token = started(client, campaign)
    response = client.post(at("declaration", campaign, token), answers(**wrong))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert Entry.objects.get().people == ""


def test_declaration_shows_the_words_of_each_consent(client: Client, campaign: Campaign) -> None:
    token = started(client, campaign)
    page = client.get(at("declaration", campaign, token)).content.decode()
    for text in campaign.consent_texts.all():
        assert text.text in page
    assert f"{campaign.minimum_age} bis 17 Jahre" in page


def test_check_without_an_address_goes_back_to_the_question(client: Client, campaign: Campaign) -> None:
    token = started(client, campaign)
    assert client.get(at("check", campaign, token))["Location"] == at("author", campaign, token)


def test_check_of_an_incomplete_entry_says_what_is_missing(client: Client, campaign: Campaign) -> None:
    token = started(client, campaign)
    client.post(at("author", campaign, token), {"email": EMAIL})
    response = client.post(at("check", campaign, token))
    assert response.status_code == 422
    assert "Ort, Titel und Beschreibung fehlen noch." in response.content.decode()
    assert mail.outbox == []


def test_confirm_with_a_wrong_code_says_so_and_may_be_repeated(
    client: Client, campaign: Campaign, near: Municipality
) -> None:
    token = filled(client, campaign, near)
    with committing():
        client.post(at("check", campaign, token))
    right = code_from_mail(EMAIL)
    wrong = client.post(at("confirm", campaign, token), {"code": "000000" if right != "000000" else "111111"})
    assert wrong.status_code == 422
    assert "Dieser Code stimmt nicht." in wrong.content.decode()
    for _twice in range(2):
        response = client.post(at("confirm", campaign, token), {"code": right})
        assert response["Location"] == at("thanks", campaign, token)
    assert Entry.objects.filter(state=EntryState.SUBMITTED).count() == 1


def test_check_mails_to_one_address_are_limited(client: Client, campaign: Campaign, near: Municipality) -> None:
    token = filled(client, campaign, near)
    for _time in range(5):
        assert client.post(at("check", campaign, token)).status_code == 302
    response = client.post(at("check", campaign, token))
    assert response.status_code == 422
    assert "zu viele Versuche" in response.content.decode()


@pytest.mark.parametrize("name", [*STEPS, "thanks"])
def test_step_with_anothers_token_is_not_found(client: Client, campaign: Campaign, name: str) -> None:
    token = started(client, campaign)
    other = running(Phase.SUBMISSION)
    assert client.get(at(name, campaign, "x" * 32)).status_code == 404
    assert client.get(at(name, other, token)).status_code == 404
    EntryLink.objects.update(purpose="guardian")
    assert client.get(at(name, campaign, token)).status_code == 404


@pytest.mark.parametrize("name", STEPS)
def test_step_after_the_deadline_refuses_and_stores_nothing(
    client: Client, campaign: Campaign, near: Municipality, name: str
) -> None:
    token = filled(client, campaign, near)
    with committing():
        client.post(at("check", campaign, token))
    code = code_from_mail(EMAIL)
    Campaign.objects.filter(pk=campaign.pk).update(submission_closes=timezone.now())
    assert client.get(at(name, campaign, token))["Location"] == at("own", campaign, token)
    posted = {
        "place": words(near, title="Zu spät"),
        "declaration": answers(people="unasked"),
        "author": {"email": EMAIL},
        "check": {},
        "confirm": {"code": code},
    }[name]
    response = client.post(at(name, campaign, token), posted)
    assert response.status_code == (302 if name == "author" else 422)
    if name != "author":
        assert "Die Einreichung ist beendet." in response.content.decode()
    entry = Entry.objects.get()
    assert (entry.state, entry.title, entry.people) == (EntryState.UNCONFIRMED, "Zwei Türme", "nobody")


def test_step_guesses_of_tokens_are_slowed_down(client: Client, campaign: Campaign, settings: Any) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "private.link": {"ipv4": "2/h"}}
    statuses = [client.get(at("own", campaign, f"{n:032}")).status_code for n in range(3)]
    assert statuses == [404, 404, 429]


def test_step_tells_about_a_photo_that_could_not_be_read(client: Client, campaign: Campaign) -> None:
    token = started(client, campaign)
    Entry.objects.update(photo_state="refused", photo_problem="photo_damaged")
    page = client.get(at("place", campaign, token)).content.decode()
    assert "beschädigt oder unvollständig" in page
    assert at("replace", campaign, token) in page


def test_correcting_a_handed_in_entry_returns_to_its_page(
    client: Client, campaign: Campaign, near: Municipality
) -> None:
    entry = handed_in(campaign, seed=6)
    token = path_from_mail(EMAIL, "mein-beitrag").split("/")[-2]
    response = client.post(at("place", campaign, token), words(near, title="Neuer Titel"))
    assert response["Location"] == at("own", campaign, token)
    entry.refresh_from_db()
    assert entry.title == "Neuer Titel"
    assert client.get(at("author", campaign, token))["Location"] == at("own", campaign, token)


def test_unknown_campaign_is_not_found(client: Client) -> None:
    assert client.get("/kampagnen/gibt-es-nicht/mitmachen/").status_code == 404
