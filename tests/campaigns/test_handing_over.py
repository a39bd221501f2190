"""Handing photos over: only what a consent in force allows, without metadata, on a register that tells revocations."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from campaigns import actions
from campaigns.actions.handing_over import hand_over_photos, make_package, purge_handover_files
from campaigns.enums import ConsentKind, HandoverKind, HandoverState, Phase
from campaigns.models import Campaign, Entry, Handover
from campaigns.queries.register import register_of
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.core.storages import private_storage
from tests.campaigns.factories import committing
from tests.campaigns.outcomes import consent, decided_campaign, entries_of
from tests.campaigns.test_moderation_views import client_of
from tests.campaigns.today import running

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(db: None) -> Campaign:
    return running(Phase.VOTING)


@pytest.fixture
def entries(campaign: Campaign) -> list[Entry]:
    """Two entries; only the second one is openly licensed."""
    made = entries_of(campaign, 2)
    consent(made[1], ConsentKind.OPEN_LICENCE)
    return made


def handed(campaign: Campaign, office: User, **fields: Any) -> Handover:
    order = {
        "scope": ConsentKind.OPEN_LICENCE,
        "kind": HandoverKind.PACKAGE,
        "municipality": None,
        "winners_only": False,
        "recipient": "Tourismus Musterland",
        "recipient_email": "bilder@example.org",
        "purpose": "Reiseportal",
        **fields,
    }
    with committing():
        handover = hand_over_photos(campaign=campaign, by=office, now=timezone.now(), **order)
    handover.refresh_from_db()
    return handover


def package(handover: Handover) -> zipfile.ZipFile:
    with private_storage.open(handover.file) as file:
        return zipfile.ZipFile(io.BytesIO(file.read()))


def test_open_licence_takes_only_openly_licensed_photos(campaign: Campaign, entries: list[Entry], office: User) -> None:
    handover = handed(campaign, office)
    assert [item.code for item in handover.items.all()] == [entries[1].code]
    assert handover.state == HandoverState.READY


def test_municipality_gets_its_own_photos_alone(campaign: Campaign, entries: list[Entry], office: User) -> None:
    handover = handed(campaign, office, scope=ConsentKind.MUNICIPALITY, municipality=entries[0].municipality)
    assert [item.code for item in handover.items.all()] == [entries[0].code]
    told = json.loads(package(handover).read("daten.jsonld"))
    assert "license" not in told["associatedMedia"][0]


def test_package_holds_bare_photos_data_table_and_terms(campaign: Campaign, entries: list[Entry], office: User) -> None:
    handover = handed(campaign, office)
    archive = package(handover)
    (item,) = handover.items.all()
    assert archive.namelist() == [item.name, "daten.jsonld", "tabelle.xlsx", "LIESMICH.txt"]
    photo = archive.read(item.name)
    assert hashlib.sha256(photo).hexdigest() == item.sha256
    assert b"secret" not in photo
    assert b"Exif" not in photo
    assert "CC BY 4.0" in archive.read("LIESMICH.txt").decode()
    rows = list(load_workbook(io.BytesIO(archive.read("tabelle.xlsx"))).active.values)
    assert (rows[1][0], rows[1][5], rows[1][12]) == (entries[1].code, "Name 1", item.name)
    with private_storage.open(handover.file) as file:
        assert hashlib.sha256(file.read()).hexdigest() == handover.sha256


def test_json_ld_names_author_year_licence_and_place(campaign: Campaign, entries: list[Entry], office: User) -> None:
    handover = handed(campaign, office, kind=HandoverKind.DATA)
    with private_storage.open(handover.file) as file:
        told = json.loads(file.read())
    (photo,) = told["associatedMedia"]
    assert told["@context"] == "https://schema.org"
    assert photo["@type"] == "ImageObject"
    assert photo["creator"]["name"] == "Name 1"
    assert photo["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert photo["copyrightYear"] == entries[1].submitted_at.year
    assert photo["contentLocation"]["geo"] == {"@type": "GeoCoordinates", "latitude": 50.5, "longitude": 11.25}
    assert photo["contentLocation"]["address"]["addressLocality"] == "Ort 1"
    assert photo["contentUrl"].startswith("http")
    assert "@example.org" not in json.dumps(told)


def test_a_position_that_was_not_given_is_not_told(campaign: Campaign, entries: list[Entry], office: User) -> None:
    Entry.objects.update(latitude=None, longitude=None)
    with private_storage.open(handed(campaign, office, kind=HandoverKind.DATA).file) as file:
        assert "geo" not in json.loads(file.read())["associatedMedia"][0]["contentLocation"]


def test_a_revoked_consent_hands_over_nothing(campaign: Campaign, entries: list[Entry], office: User) -> None:
    entries[1].consents.filter(text__kind="open_licence").update(revoked_at=timezone.now())
    with pytest.raises(Refused) as caught:
        handed(campaign, office)
    assert caught.value.code == "nothing_to_hand_over"
    assert Handover.objects.count() == 0


def test_whose_consent_ends_before_the_file_is_made_is_left_out(
    campaign: Campaign, entries: list[Entry], office: User
) -> None:
    consent(entries[0], ConsentKind.OPEN_LICENCE)
    handover = handed(campaign, office)
    Handover.objects.filter(pk=handover.pk).update(state=HandoverState.PENDING)
    entries[0].consents.filter(text__kind="open_licence").update(revoked_at=timezone.now())
    make_package.func(handover.pk)
    assert [item.code for item in handover.items.all()] == [entries[1].code]


def test_register_tells_what_may_no_longer_be_used(campaign: Campaign, entries: list[Entry], office: User) -> None:
    handed(campaign, office)
    (line,) = register_of(campaign)
    assert (line.revoked, line.letter) == ([], "")
    entries[1].consents.filter(text__kind="open_licence").update(revoked_at=timezone.now())
    (line,) = register_of(campaign)
    assert [item.code for item in line.revoked] == [entries[1].code]
    assert entries[1].code in line.letter
    desk = client_of(Role.OFFICE, email="desk@example.org")
    assert "Danach widerrufen" in desk.get(at(campaign)).content.decode()


def test_register_tells_of_entries_that_were_taken_down(campaign: Campaign, entries: list[Entry], office: User) -> None:
    handed(campaign, office)
    actions.take_down_entry(entry=entries[1], by=office, reason="Recht am Bild", now=timezone.now())
    (line,) = register_of(campaign)
    assert [item.code for item in line.revoked] == [entries[1].code]


@pytest.mark.parametrize("number", [1, 3])
def test_register_costs_the_same_for_any_number(
    campaign: Campaign, entries: list[Entry], office: User, number: int, django_assert_num_queries: Any
) -> None:
    for _n in range(number):
        handed(campaign, office, kind=HandoverKind.TABLE)
    with django_assert_num_queries(2):
        assert len(register_of(campaign)) == number


def test_handing_over_is_on_record_without_anybodys_name(
    campaign: Campaign, entries: list[Entry], office: User
) -> None:
    handed(campaign, office, kind=HandoverKind.TABLE)
    event = AuditEvent.objects.get(action="campaigns.handover.created")
    assert "Name 1" not in str(event.changes)
    assert event.actor == office


def test_files_go_after_thirty_days_and_the_register_stays(
    campaign: Campaign, entries: list[Entry], office: User
) -> None:
    handover = handed(campaign, office, kind=HandoverKind.TABLE)
    assert purge_handover_files(timezone.now() + timedelta(days=29)) == 0
    assert purge_handover_files(timezone.now() + timedelta(days=31)) == 1
    assert not private_storage.exists(handover.file)
    (line,) = register_of(campaign)
    assert (line.handover.state, len(line.items)) == (HandoverState.EXPIRED, 1)


# --- the pages ------------------------------------------------------------------------------------------------


def at(campaign: Campaign, page: str = "") -> str:
    return f"/verwaltung/kampagne/{campaign.slug}/uebergaben/{page}"


@pytest.fixture
def desk(db: None) -> Client:
    return client_of(Role.OFFICE, email="desk@example.org")


FORM = {"scope": "open_licence", "kind": "table", "recipient": "Tourismus", "purpose": "Portal"}


def test_office_hands_over_and_downloads(desk: Client, campaign: Campaign, entries: list[Entry]) -> None:
    with committing():
        assert desk.post(at(campaign), FORM).status_code == 302
    handover = Handover.objects.get()
    page = desk.get(at(campaign)).content.decode()
    assert "Tourismus" in page
    answer = desk.get(at(campaign, f"{handover.key}/"))
    assert "attachment" in answer["Content-Disposition"]
    rows = list(load_workbook(io.BytesIO(desk.get(at(campaign, "verzeichnis/")).content)).active.values)
    assert (rows[1][1], rows[1][7], rows[1][10]) == ("Tourismus", entries[1].code, "ja")


def test_form_says_what_is_missing_and_keeps_what_was_typed(
    desk: Client, campaign: Campaign, entries: list[Entry]
) -> None:
    response = desk.post(at(campaign), {**FORM, "scope": "municipality", "purpose": ""})
    page = response.content.decode()
    assert response.status_code == 422
    assert "gilt nur für die eigene Kommune" in page
    assert 'value="Tourismus"' in page
    response = desk.post(at(campaign), {**FORM, "winners_only": "on"})
    assert "noch nicht veröffentlicht" in response.content.decode()
    assert Handover.objects.count() == 0


@pytest.mark.parametrize("page", ["", "verzeichnis/", "00000000-0000-4000-8000-000000000000/"])
def test_pages_are_for_the_office_alone(campaign: Campaign, page: str) -> None:
    assert client_of(Role.MODERATOR).get(at(campaign, page)).status_code == 404


def test_a_package_of_another_campaign_is_not_found(
    desk: Client, campaign: Campaign, entries: list[Entry], office: User
) -> None:
    handover = handed(campaign, office, kind=HandoverKind.TABLE)
    assert desk.get(at(running(Phase.VOTING), f"{handover.key}/")).status_code == 404


def test_open_data_come_with_the_result(client: Client, office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    consent(entries[0], ConsentKind.OPEN_LICENCE)
    address = f"/kampagnen/{campaign.slug}/daten.jsonld"
    answer = client.get(address)
    told = json.loads(answer.content)
    assert answer["Content-Type"] == "application/ld+json"
    assert [photo["identifier"] for photo in told["associatedMedia"]] == [entries[0].code]
    assert "votes" not in answer.content.decode()
    Campaign.objects.filter(pk=campaign.pk).update(results_published_at=None)
    assert client.get(address).status_code == 404
