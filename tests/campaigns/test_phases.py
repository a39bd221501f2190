"""Python and SQL must agree about the phase at every moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from campaigns.enums import Phase
from campaigns.models import Campaign
from campaigns.queries import in_phase, phase_expression
from tests.campaigns.factories import NOW, calendar, make_campaign

MICROSECOND = timedelta(microseconds=1)


@pytest.mark.django_db
def test_phase_agrees_in_python_and_sql_over_time() -> None:
    dates = calendar(Phase.SUBMISSION)
    no_checking = {"voting_opens": dates["submission_closes"]}
    campaigns = [
        make_campaign(),
        make_campaign(**no_checking),
        make_campaign(results_published_at=dates["results_at"]),
        make_campaign(results_published_at=dates["voting_closes"]),
    ]
    boundaries = {moment for campaign in campaigns for moment in calendar(Phase.SUBMISSION).values()}
    moments = {boundary + step for boundary in boundaries for step in (-MICROSECOND, timedelta(), MICROSECOND)}
    moments |= {NOW + timedelta(days=day) for day in range(-20, 60, 3)}
    seen = set()
    for now in sorted(moments):
        by_database = dict(Campaign.objects.annotate(found=phase_expression(now)).values_list("pk", "found"))
        by_python = {campaign.pk: campaign.phase(now).value for campaign in campaigns}
        assert by_database == by_python, now
        seen |= set(by_python.values())
    assert seen == set(Phase.values)


@pytest.mark.django_db
def test_in_phase_finds_exactly_those_campaigns() -> None:
    by_phase = {phase: make_campaign(phase) for phase in Phase}
    for phase, campaign in by_phase.items():
        assert set(in_phase(phase, now=NOW)) == {campaign}
    assert set(in_phase(Phase.VOTING, Phase.COUNTING, now=NOW)) == {
        by_phase[Phase.VOTING],
        by_phase[Phase.COUNTING],
    }
