"""One campaign from the first upload to the recount, through the actions alone."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from campaigns import actions
from campaigns.enums import EntryState, Phase
from campaigns.queries import Filters, gallery_page, published_result
from cms.accounts.models import User
from cms.core.storages import public_storage
from tests.campaigns.factories import NOW, cast, committing, make_campaign, make_town, submit_entry


@pytest.mark.django_db
def test_campaign_runs_from_upload_to_recount(moderator: User, office: User, tmp_path: Path) -> None:
    campaign = make_campaign(Phase.SUBMISSION)
    bridge = submit_entry(campaign, "entrant@example.org", seed=1, town=make_town("Bad Sulza"))
    castle = submit_entry(campaign, "rival@example.org", seed=2, town=make_town("Greiz", population=20_000))
    for entry in (bridge, castle):
        with committing():
            actions.approve_entry(entry=entry, by=moderator, now=NOW)
        entry.refresh_from_db()
        assert (entry.state, entry.is_public) == (EntryState.APPROVED, True)
    page = gallery_page(campaign=campaign, filters=Filters(), seed=1, page=1)
    assert {entry.code for entry in page.entries} == {bridge.code, castle.code}

    voting = campaign.voting_opens + timedelta(hours=1)
    first = cast(campaign, "anna@example.org", bridge, castle, now=voting)
    cast(campaign, "bert@example.org", bridge, now=voting)

    result = actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    assert [(line["place"], line["code"], line["votes"]) for line in result.snapshot["entries"]] == [
        (1, bridge.code, 2),
        (2, castle.code, 1),
    ]
    path = tmp_path / "zaehldatei.csv"
    with public_storage.open(result.count_file) as file:
        path.write_bytes(file.read())
    assert f"{first.ballot.receipt},{bridge.code},counted,\n" in path.read_text()
    out = StringIO()
    call_command("recount", campaign.slug, str(path), stdout=out)
    assert "equals the published result" in out.getvalue()
    assert published_result(campaign) == result
