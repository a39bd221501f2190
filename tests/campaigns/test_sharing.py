"""Sharing: pictures in their shapes, made once, gone with their entry; words and meta of our own address; no counts."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from campaigns import actions
from campaigns.enums import Phase
from campaigns.exports import open_card
from campaigns.models import Campaign, Entry
from campaigns.sharing import SHAPES, remove_cards
from cms.core.storages import public_storage
from tests.accounts.factories import make_cast_member
from tests.campaigns.factories import NOW, committing, make_campaign, make_entry, make_town
from tests.campaigns.today import at, running

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.VOTING, hashtag="SchönsterBlick")


@pytest.fixture
def entry(campaign: Campaign) -> Entry:
    town = make_town("Bad Sulza")
    return make_entry(campaign, with_files=True, municipality=town, title="Zwei Türme", author_name="Erika Einsendung")


def cards_of(entry: Entry) -> list[str]:
    try:
        return sorted(public_storage.listdir(f"karten/{entry.code}")[1])
    except FileNotFoundError:
        return []


@pytest.mark.parametrize("shape", SHAPES)
def test_card_has_the_size_of_its_shape(client: Client, campaign: Campaign, entry: Entry, shape: str) -> None:
    response = client.get(at("card", campaign, entry.code, shape))
    card = Image.open(BytesIO(response.getvalue()))
    assert (card.format, card.size) == ("JPEG", SHAPES[shape])
    assert "no-cache" in response["Cache-Control"]
    assert len(cards_of(entry)) == 1


def test_card_is_drawn_once_and_anew_for_new_words(entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[dict[str, Any]] = []

    def draw(entry: Entry, words: dict[str, Any]) -> bytes:
        drawn.append(words)
        return b"jpeg"

    monkeypatch.setattr("campaigns.exports.cards._drawn", draw)
    for _twice in range(2):
        open_card(entry, "hoch").close()
    entry.title = "Drei Türme"
    open_card(entry, "hoch").close()
    assert [words["title"] for words in drawn] == ["Zwei Türme", "Drei Türme"]
    assert (drawn[0]["town"], drawn[0]["credit"]) == ("Bad Sulza", "Bild: Erika Einsendung")
    assert drawn[0]["address"].endswith(f"/b/{entry.code}")


def test_card_leaves_with_its_entry(client: Client, campaign: Campaign, entry: Entry) -> None:
    url = at("card", campaign, entry.code, "quadrat")
    assert client.get(url).status_code == 200
    with committing():
        actions.take_down_entry(entry=entry, by=make_cast_member("moderator"), reason="Kennzeichen", now=NOW)
    assert cards_of(entry) == []
    assert client.get(url).status_code == 404
    assert cards_of(entry) == []


def test_card_of_an_entry_that_left_while_it_was_drawn_does_not_stay(
    entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw_and_leave(entry: Entry, words: dict[str, Any]) -> bytes:
        Entry.objects.filter(pk=entry.pk).update(is_public=False)
        return b"jpeg"

    monkeypatch.setattr("campaigns.exports.cards._drawn", draw_and_leave)
    with pytest.raises(FileNotFoundError):
        open_card(entry, "hoch")
    assert cards_of(entry) == []


def test_cards_that_are_not_there_are_removed_without_a_word(entry: Entry) -> None:
    remove_cards(entry.code)


@pytest.mark.parametrize("shape", ["breit", "hoch2", "-"])
def test_card_of_an_unknown_shape_is_not_found(client: Client, campaign: Campaign, entry: Entry, shape: str) -> None:
    assert client.get(at("card", campaign, entry.code, shape)).status_code == 404


def test_entry_page_offers_its_own_address_words_and_pictures(client: Client, campaign: Campaign, entry: Entry) -> None:
    page = client.get(at("entry", campaign, entry.code)).content.decode()
    base = re.search(r'<link rel="canonical" href="(https?://[^/"]+)', page)
    url = f"{base[1]}{entry.get_absolute_url()}"
    assert f'<meta property="og:url" content="{url}">' in page
    assert f'property="og:image" content="{base[1]}{at("card", campaign, entry.code, "quer")}"' in page
    assert f"#SchönsterBlick {url}" in page
    for shape in ("hoch", "quadrat", "story"):
        assert f'href="{at("card", campaign, entry.code, shape)}" download' in page


def test_short_address_leads_to_the_public_entry(client: Client, campaign: Campaign, entry: Entry) -> None:
    assert client.get(f"/b/{entry.code}/")["Location"] == entry.get_absolute_url()
    assert client.get(f"/b/{entry.code.lower()}/")["Location"] == entry.get_absolute_url()
    Entry.objects.filter(pk=entry.pk).update(is_public=False)
    assert client.get(f"/b/{entry.code}/").status_code == 404
    assert client.get("/b/%00/").status_code == 404


def test_card_of_a_hidden_entry_is_nobodys(client: Client) -> None:
    campaign = make_campaign(Phase.SUBMISSION)
    hidden = make_entry(campaign, is_public=False)
    assert client.get(at("card", campaign, hidden.code, "hoch")).status_code == 404
