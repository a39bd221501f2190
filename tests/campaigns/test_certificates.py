"""Certificates and the press kit: who gets one, what stands in it, and that nothing secret travels along."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from PIL import Image

from campaigns import actions
from campaigns.domain.honours import Field, honours, shortlist, with_class_places
from campaigns.domain.tally import Contender, tally
from campaigns.enums import LinkPurpose
from campaigns.exports.certificates import certificate_pdf, certificates_of
from campaigns.models import Entry
from campaigns.notices import new_link
from cms.accounts.enums import Role
from cms.accounts.models import User
from tests.campaigns.outcomes import decided_campaign
from tests.campaigns.test_moderation_views import client_of

pytestmark = pytest.mark.django_db
FIELD = [Contender(f"B-{n}", f"Blick {n}", str(n % 3), f"Ort {n % 3}", n % 2) for n in range(5)]


def snapshot(*votes: int) -> dict[str, object]:
    return tally(FIELD, {f"B-{n}": number for n, number in enumerate(votes)}).as_dict()


@pytest.mark.parametrize(
    "votes, length, chosen",
    [((5, 4, 3, 2, 1), 2, 2), ((5, 4, 4, 4, 1), 2, 4), ((5, 0, 0, 0, 0), 3, 1), ((0,), 3, 0)],
)
def test_shortlist_keeps_ties_at_the_cut(votes: tuple[int, ...], length: int, chosen: int) -> None:
    totals = tally(FIELD, {f"B-{n}": number for n, number in enumerate(votes)})
    assert len(shortlist(totals.entries, length)) == chosen


def test_towns_have_a_place_in_their_class_with_ties() -> None:
    towns = [{"size_class": index, "votes": votes} for index, votes in ((0, 9), (1, 9), (0, 5), (0, 5), (0, 1))]
    assert [row["class_place"] for row in with_class_places(towns)] == [1, 1, 2, 2, 4]


def test_shared_places_are_called_shared_and_nothing_is_won_without_votes() -> None:
    found = honours(snapshot(3, 3, 1))
    overall = [(one.place, one.is_shared) for one in found if one.field == Field.ALL]
    assert overall == [(1, True), (1, True), (3, False)]
    assert honours(snapshot()) == []


def test_certificates_are_tagged_and_repeatable(office: User) -> None:
    _campaign, _entries, result = decided_campaign(office)
    found = certificates_of(result)
    assert {one.place for one in found if one.honour.field == Field.ALL} == {"1. Platz", "Geteilter 2. Platz"}
    assert len({one.key for one in found}) == len(found)
    for one in (found[0], next(one for one in found if not one.honour.code)):
        pdf = certificate_pdf(one, result)
        assert pdf == certificate_pdf(one, result)
        for mark in (b"pdfuaid", b"/StructTreeRoot", b"/Lang(de)"):
            assert mark in pdf


def test_a_certificate_of_an_entry_that_left_has_no_picture(office: User) -> None:
    _campaign, entries, result = decided_campaign(office)
    one = next(one for one in certificates_of(result) if one.honour.code == entries[0].code)
    with_picture = certificate_pdf(one, result)
    actions.take_down_entry(entry=entries[0], by=office, reason="Recht am Bild", now=timezone.now())
    assert len(certificate_pdf(one, result)) < len(with_picture)


def test_office_finds_all_certificates_and_the_press_kit(office: User) -> None:
    campaign, _entries, result = decided_campaign(office)
    desk, base = client_of(Role.OFFICE, email="desk@example.org"), f"/verwaltung/kampagne/{campaign.slug}/"
    page = desk.get(f"{base}urkunden/").content.decode()
    assert "Geteilter 2. Platz" in page
    key = certificates_of(result)[0].key
    response = desk.get(f"{base}urkunden/{key}/")
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    assert desk.get(f"{base}urkunden/all-B-2222/").status_code == 404
    archive = zipfile.ZipFile(io.BytesIO(b"".join(desk.get(f"{base}urkunden/alle/").streaming_content)))
    assert len(archive.namelist()) == len(certificates_of(result))


def test_press_kit_holds_text_table_and_bare_photos_of_first_places(office: User) -> None:
    campaign, _entries, _result = decided_campaign(office)
    desk = client_of(Role.OFFICE, email="desk@example.org")
    answer = desk.get(f"/verwaltung/kampagne/{campaign.slug}/presse/")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    names = archive.namelist()
    assert names == [
        "pressetext.txt", "pressetext.pdf", "ergebnis.xlsx", "fotos/01-ort-0-blick-0.jpg", "bildnachweise.txt",
    ]  # fmt: skip
    photo = archive.read("fotos/01-ort-0-blick-0.jpg")
    picture = Image.open(io.BytesIO(photo))
    assert picture.size == (1600, 1200)
    assert not picture.getexif()
    assert b"secret" not in photo
    assert "Name 0" in archive.read("bildnachweise.txt").decode()
    assert "example.org" not in archive.read("bildnachweise.txt").decode()
    rows = list(load_workbook(io.BytesIO(archive.read("ergebnis.xlsx"))).active.values)
    assert [row[5] for row in rows[1:]] == [2, 1, 1]


def test_press_kit_leaves_photos_without_consent_out(office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    entries[0].consents.filter(text__kind="contest").update(revoked_at=timezone.now())
    desk = client_of(Role.OFFICE, email="desk@example.org")
    answer = desk.get(f"/verwaltung/kampagne/{campaign.slug}/presse/")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert [name for name in archive.namelist() if name.startswith("fotos/")] == []


def test_author_finds_the_own_certificates_and_no_others(client: Client, office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    tokens = [new_link(entry, LinkPurpose.AUTHOR, timezone.now()) for entry in entries]
    base = f"/kampagnen/{campaign.slug}/mein-beitrag/{tokens[0]}/"
    page = client.get(base).content.decode()
    key = f"all-{entries[0].code}"
    assert f"{base}urkunde/{key}/" in page
    assert client.get(f"{base}urkunde/{key}/")["Content-Type"] == "application/pdf"
    assert client.get(f"{base}urkunde/all-{entries[1].code}/").status_code == 404


def test_author_sees_nothing_before_the_result(client: Client, office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    type(campaign).objects.filter(pk=campaign.pk).update(results_published_at=None)
    token = new_link(Entry.objects.get(pk=entries[0].pk), LinkPurpose.AUTHOR, timezone.now())
    base = f"/kampagnen/{campaign.slug}/mein-beitrag/{token}/"
    assert "urkunde" not in client.get(base).content.decode()
    assert client.get(f"{base}urkunde/all-{entries[0].code}/").status_code == 404


@pytest.mark.parametrize("page", ["urkunden/", "urkunden/alle/", "urkunden/all-B-2222/", "presse/"])
def test_printed_matter_is_for_the_office_alone(office: User, page: str) -> None:
    campaign, _entries, _result = decided_campaign(office)
    moderator = client_of(Role.MODERATOR, email="other@example.org")
    assert moderator.get(f"/verwaltung/kampagne/{campaign.slug}/{page}").status_code == 404
