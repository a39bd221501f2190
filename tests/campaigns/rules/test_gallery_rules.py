"""Rules of the gallery: an own order for every visitor, and no count anywhere before the result."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from campaigns import actions
from campaigns.enums import Phase
from campaigns.exports.report import report_workbook
from campaigns.models import Campaign
from campaigns.permissions import may_see_counts
from campaigns.queries import Filters, gallery_page
from campaigns.queries.statistics import statistics_of
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.campaigns.factories import make_entry, make_town
from tests.campaigns.test_supervision_views import inside
from tests.campaigns.today import at, gallery_of, running, voted

pytestmark = pytest.mark.django_db
VARYING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.VOTING)


def page_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return VARYING.sub("", response.content.decode())


def order(campaign: Campaign, seed: int) -> list[str]:
    found: list[str] = []
    number: int | None = 1
    while number:
        page = gallery_page(campaign=campaign, filters=Filters(), seed=seed, page=number, size=3)
        found += [entry.code for entry in page.entries]
        number = page.next_number
    return found


def test_order_is_random_per_visitor_and_stable_while_paging(campaign: Campaign) -> None:
    town = make_town()
    codes = {make_entry(campaign, municipality=town).code for _ in range(7)}
    walks = [order(campaign, seed) for seed in range(8)]
    assert all(sorted(walk) == sorted(codes) for walk in walks)
    assert order(campaign, 3) == walks[3]
    assert len(set(map(tuple, walks))) > 1


def test_every_entry_has_its_own_address(client: Client, campaign: Campaign) -> None:
    one, other = gallery_of(campaign, 2)
    assert one.get_absolute_url() != other.get_absolute_url()
    assert one.title in page_of(client, one.get_absolute_url())


def test_map_and_list_obey_the_same_filters(client: Client, campaign: Campaign) -> None:
    town = make_town("Kleinstadt", 3_000)
    one = make_entry(campaign, municipality=town)
    other = make_entry(campaign, municipality=make_town("Mittelstadt", 20_000))
    listed = page_of(client, f"{at('gallery', campaign)}?groesse={one.size_class}")
    mapped = client.get(at("region", campaign), {"groesse": one.size_class}).context["map"]["list"]
    assert (one.code in listed, other.code in listed) == (True, False)
    assert [mark["name"] for mark in mapped] == ["Kleinstadt"]


@pytest.mark.parametrize("name", ["gallery", "region", "towns", "result", "open_data"])
def test_counts_are_hidden_in_html_and_api(client: Client, campaign: Campaign, name: str) -> None:
    """What a page answers is the same, byte by byte, before anybody voted and afterwards."""
    popular, _lonely = gallery_of(campaign, 2)
    url = at(name, campaign)
    before = client.get(url)
    for voter in ("a@example.org", "b@example.org"):
        voted(campaign, voter, popular)
    after = client.get(url)
    assert before.status_code == after.status_code
    assert VARYING.sub("", before.content.decode()) == VARYING.sub("", after.content.decode())


def test_counts_are_hidden_on_the_page_of_an_entry_and_of_its_town(client: Client, campaign: Campaign) -> None:
    (entry,) = gallery_of(campaign, 1)
    urls = [entry.get_absolute_url(), campaign.town_url(entry.municipality_id, entry.municipality.name)]
    before = [page_of(client, url) for url in urls]
    voted(campaign, "a@example.org", entry)
    assert [page_of(client, url) for url in urls] == before


def test_counts_are_hidden_in_the_order(campaign: Campaign) -> None:
    entries = gallery_of(campaign, 4)
    before = [order(campaign, seed) for seed in range(4)]
    voted(campaign, "a@example.org", entries[2])
    assert [order(campaign, seed) for seed in range(4)] == before


def test_counts_are_hidden_in_the_cache(client: Client, campaign: Campaign, office: User) -> None:
    """Nothing that staff look at is kept for others: the peek is never stored."""
    voted(campaign, "a@example.org", *gallery_of(campaign, 1))
    shown = inside(office).post(
        reverse("campaigns_peek", args=[campaign.slug]), {"reason": "Beschwerde der Stadt Aue vom 3. Mai"}
    )
    assert "no-store" in shown["Cache-Control"]
    assert "private" in client.get(at("gallery", campaign))["Cache-Control"]


def test_counts_are_hidden_in_exports(campaign: Campaign, office: User) -> None:
    (entry,) = gallery_of(campaign, 1)
    now = timezone.now()

    def cells() -> list[tuple[object, ...]]:
        book = load_workbook(io.BytesIO(report_workbook(campaign, statistics_of(campaign, now))))
        return [row for sheet in book for row in sheet.values]

    before = cells()
    voted(campaign, "a@example.org", entry)
    assert cells() == before
    desk = inside(office)
    for name in ("campaigns_press", "campaigns_certificates_zip"):
        assert desk.get(reverse(name, args=[campaign.slug])).status_code == 404


def test_staff_see_counts_only_through_an_audited_look(campaign: Campaign, moderator: User, office: User) -> None:
    (entry,) = gallery_of(campaign, 1)
    voted(campaign, "a@example.org", entry)
    now = timezone.now()
    assert not may_see_counts(campaign, now)
    with pytest.raises(Refused) as silent:
        actions.peek_at_counts(campaign=campaign, reason="", by=office, now=now)
    assert silent.value.code == "peek_reason_short"
    with pytest.raises(Refused) as not_office:
        actions.peek_at_counts(campaign=campaign, reason="Beschwerde der Stadt Aue", by=moderator, now=now)
    assert not_office.value.code == "peek_not_allowed"
    assert not AuditEvent.objects.filter(action="campaigns.counts.peeked").exists()
    tally = actions.peek_at_counts(campaign=campaign, reason="Beschwerde der Stadt Aue", by=office, now=now)
    assert [line.votes for line in tally.entries] == [1]
    assert AuditEvent.objects.get(action="campaigns.counts.peeked").actor == office
