"""Rules of the result: shared places, a count that anybody can repeat, a key that is destroyed, consents that bind."""

from __future__ import annotations

import hashlib
import io
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image

from campaigns import actions
from campaigns.actions.handing_over import hand_over_photos
from campaigns.domain.tally import Contender, tally
from campaigns.enums import ConsentKind, HandoverKind, Phase
from campaigns.exports.certificates import certificate_pdf, certificates_of
from campaigns.models import Campaign, Entry, Result, VoteKey
from campaigns.queries import current_consent_texts
from campaigns.sharing import SHAPES
from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.core.storages import public_storage
from tests.campaigns.factories import NOW, cast, committing, make_campaign, make_entry, make_town
from tests.campaigns.outcomes import consent, decided_campaign
from tests.campaigns.today import at

pytestmark = pytest.mark.django_db


def counted(office: User) -> tuple[Campaign, list[Entry], Result, list[str]]:
    """Three entries with 2, 1 and 1 votes, published; and the receipts."""
    campaign = make_campaign(Phase.VOTING)
    entries = [make_entry(campaign) for _entry in range(3)]
    done = [
        cast(campaign, "a@example.org", entries[0], entries[1]),
        cast(campaign, "b@example.org", entries[0], entries[2]),
    ]
    result = actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    return campaign, entries, result, [one.ballot.receipt for one in done]


def count_file(result: Result) -> bytes:
    with public_storage.open(result.count_file) as file:
        return bytes(file.read())


def test_ties_share_a_place_and_the_next_is_skipped() -> None:
    field = [Contender(f"B-{name}", name, "16001", "Ort", 0) for name in "abc"]
    table = tally(field, {"B-a": 4, "B-b": 4, "B-c": 1})
    assert [line.place for line in table.entries] == [1, 1, 3]


def test_totals_are_per_entry_per_town_and_per_size_class(office: User) -> None:
    campaign = make_campaign(Phase.VOTING)
    small, large = make_town("Klein", 3_000), make_town("Groß", 20_000)
    entries = [make_entry(campaign, municipality=town) for town in (small, small, large)]
    cast(campaign, "a@example.org", *entries)
    snapshot = actions.publish_results(campaign=campaign, by=office, now=campaign.results_at).snapshot
    assert [line["votes"] for line in snapshot["entries"]] == [1, 1, 1]
    assert {line["town"]: line["votes"] for line in snapshot["towns"]} == {"Klein": 2, "Groß": 1}
    assert sorted(line["votes"] for line in snapshot["classes"] if line["votes"]) == [1, 2]


def test_jury_final_comes_before_the_result_where_the_campaign_says_so(office: User) -> None:
    campaign = make_campaign(Phase.COUNTING, has_jury_final=True)
    with pytest.raises(Refused) as refusal:
        actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    assert refusal.value.code == "jury_undecided"


def test_result_page_links_the_count_file_and_its_sha256(client: Client, office: User) -> None:
    campaign, _entries, result = decided_campaign(office)
    page = client.get(at("result", campaign)).content.decode()
    assert result.count_sha256 in page
    assert public_storage.url(result.count_file) in page
    assert hashlib.sha256(count_file(result)).hexdigest() == result.count_sha256


def test_count_file_names_receipt_entry_and_counted_or_excluded_and_why(office: User, moderator: User) -> None:
    campaign = make_campaign(Phase.VOTING)
    stays, leaves = make_entry(campaign), make_entry(campaign)
    receipt = cast(campaign, "a@example.org", stays, leaves).ballot.receipt
    actions.take_down_entry(entry=leaves, by=moderator, reason="Rechte.", now=NOW)
    lines = count_file(actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)).decode()
    head, *rows = lines.splitlines()
    assert head == "receipt,entry,status,reason"
    assert f"{receipt},{stays.code},counted," in rows
    assert f"{receipt},{leaves.code},excluded,entry_taken_down" in rows
    assert "example.org" not in lines


def test_receipt_finds_the_own_votes_after_the_close(client: Client, office: User) -> None:
    campaign, _entries, _result = decided_campaign(office)
    receipt = campaign.ballots.order_by("pk").values_list("receipt", flat=True)[0]
    found = client.post(at("my_receipt", campaign), {"receipt": receipt.lower()})
    assert len(found.context["lines"]) == 2


def test_recount_reproduces_the_published_table(office: User, tmp_path: Path) -> None:
    campaign, _entries, result, _receipts = counted(office)
    file = tmp_path / "zaehldatei.csv"
    file.write_bytes(count_file(result))
    out = StringIO()
    call_command("recount", campaign.slug, str(file), stdout=out)
    assert "equals the published result" in out.getvalue()


def test_key_is_destroyed_after_the_objection_period_and_then_nobody_can_link(office: User) -> None:
    campaign, _entries, _result, receipts = counted(office)
    until = campaign.objections_until
    assert until is not None
    with pytest.raises(Refused) as early:
        actions.destroy_vote_key(campaign=campaign, now=campaign.results_at, by=office)
    assert early.value.code == "objections_running"
    actions.destroy_vote_key(campaign=campaign, now=until, by=office)
    assert VoteKey.objects.get(campaign=campaign).secret is None
    with pytest.raises(Refused) as gone:
        actions.voter_of(campaign=campaign, email="a@example.org", now=until)
    assert gone.value.code == "key_destroyed"
    assert campaign.ballots.filter(receipt__in=receipts).count() == 2


def test_winners_get_a_certificate(office: User) -> None:
    _campaign, _entries, result = decided_campaign(office)
    first = certificates_of(result)[0]
    assert certificate_pdf(first, result).startswith(b"%PDF-")


def test_share_card_comes_in_three_formats() -> None:
    assert {(1080, 1080), (1080, 1350), (1080, 1920)} <= set(SHAPES.values())


def test_share_card_is_made_for_an_entry(client: Client, office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    card = client.get(at("card", campaign, entries[0].code, "quadrat"))
    assert Image.open(io.BytesIO(card.getvalue())).size == (1080, 1080)


def test_qr_poster_is_printed_for_the_place(client: Client, office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    town = campaign.town_url(entries[0].municipality_id, entries[0].municipality.name)
    assert client.get(f"{town}plakat-a4.pdf").content.startswith(b"%PDF-")


def test_open_data_hold_only_photos_with_the_open_consent(client: Client, office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    consent(entries[1], ConsentKind.OPEN_LICENCE)
    told = json.loads(client.get(at("open_data", campaign)).content)
    (photo,) = told["associatedMedia"]
    assert photo["name"] == entries[1].title
    assert photo["creator"]["name"] == entries[1].author_name
    assert photo["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_tourism_gets_originals_only_with_the_open_consent(office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    consent(entries[2], ConsentKind.OPEN_LICENCE)
    with committing():
        handover = hand_over_photos(
            campaign=campaign,
            by=office,
            now=timezone.now(),
            scope=ConsentKind.OPEN_LICENCE,
            kind=HandoverKind.PACKAGE,
            municipality=None,
            winners_only=False,
            recipient="Tourismus Musterland",
            recipient_email="bilder@example.org",
            purpose="Reiseportal",
        )
    assert [item.code for item in handover.items.all()] == [entries[2].code]
    assert "CC BY 4.0" in current_consent_texts(campaign)[ConsentKind.OPEN_LICENCE].text
