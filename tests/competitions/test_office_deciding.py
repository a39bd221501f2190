"""The office and the panel: inviting, assigning, closing, the ranking of a published table, deciding, committing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cms.accounts.models import User
from competitions.actions import close_stage, recuse
from competitions.models import Assignment, Candidate, Criterion, Decision, PanelMember, Review, Stage
from tests.competitions import factories
from tests.competitions.test_office import BASE, at, staff

__all__ = ["at", "staff"]

T4 = ((73, 74, None, 71), (None, 75, 67, 72), (73, 75, 68, None), (75, None, 72, 75))
"""An incomplete panel: candidates by jurors; raw order 4, 1, 3, 2, adjusted order 4, 3, 2, 1."""


def page_of(stage: Stage, name: str = "") -> str:
    return f"{BASE}{stage.competition.slug}/1/{name}"


@pytest.fixture
def panel_stage(office: User) -> Stage:
    """A stage whose only criterion runs from 0 to 100."""
    stage = factories.make_stage(with_criteria=False)
    Criterion.objects.create(stage=stage, key="gesamt", name="Gesamteindruck", weight=100, highest=100)
    return stage


def score_table(stage: Stage, office: User) -> list[Candidate]:
    """Tell T4: everybody is assigned to everything, gaps are recusals."""
    candidates = factories.make_candidates(stage, office, 4)
    jurors = [factories.make_juror(stage, office, f"j{n}@example.org", name=f"Mitglied {n}") for n in range(1, 5)]
    factories.assign_all(stage, office)
    for candidate, row in zip(candidates, T4, strict=True):
        for juror, points in zip(jurors, row, strict=True):
            assignment = Assignment.objects.get(candidate=candidate, member=juror)
            if points is None:
                recuse(assignment=assignment, reason="Verwandt.", by=juror.user, now=factories.JUDGING)
            else:
                factories.score(assignment, points)
    return candidates


@pytest.fixture
def closed(panel_stage: Stage, office: User) -> Stage:
    score_table(panel_stage, office)
    close_stage(stage=panel_stage, by=office, now=factories.DELIBERATING)
    panel_stage.refresh_from_db()
    return panel_stage


def test_inviting_adds_a_member_and_twice_is_refused(staff: Any, at: Any, office: User, stage: Stage) -> None:
    client = staff(office)
    data = {"name": "Juri Jury", "email": "juri@example.org", "organisation": "Kammer", "municipality": ""}
    assert client.post(page_of(stage, "jury/einladen/"), data).status_code == 302
    member = PanelMember.objects.get()
    assert (member.user.email, member.organisation) == ("juri@example.org", "Kammer")
    page = client.post(page_of(stage, "jury/einladen/"), data).content.decode()
    assert "Diese Person gehört schon zur Jury." in page
    assert 'value="Kammer"' in page
    assert "Fehler:" in page.split("</title>")[0]


def test_assigning_shows_a_preview_and_stores_it(
    staff: Any, at: Any, office: User, candidate: Candidate, juror: PanelMember, recused_juror: PanelMember
) -> None:
    client = staff(office)
    address = page_of(candidate.stage, "jury/")
    page = client.get(address).content.decode()
    assert "Vorschau: 1 neue Zuweisung" in page
    assert re.search(r"Bea Befangen: K1 .* \(Gleiche Kommune\)", page)
    assert Assignment.objects.count() == 0
    assert client.post(f"{address}zuweisen/").status_code == 302
    assert list(Assignment.objects.counting().values_list("member", flat=True)) == [juror.pk]
    assert "Alles ist zugewiesen." in client.get(address).content.decode()


def test_nothing_to_assign_is_said(staff: Any, at: Any, office: User, stage: Stage) -> None:
    page = staff(office).post(page_of(stage, "jury/zuweisen/"), follow=True).content.decode()
    assert "Es gibt nichts zuzuweisen" in page


def test_removing_needs_a_reason_and_a_member_of_this_panel(
    staff: Any, at: Any, office: User, stage: Stage, juror: PanelMember
) -> None:
    foreign = factories.make_juror(factories.make_stage(slug="anderer"), office, "fremd@example.org")
    client = staff(office)
    address = page_of(stage, "jury/ausscheiden/")
    for data in ({"remove-member": juror.pk}, {"remove-member": foreign.pk, "remove-reason": "Krank."}):
        assert client.post(address, data).status_code == 200
    assert PanelMember.objects.active().count() == 2
    assert client.post(address, {"remove-member": juror.pk, "remove-reason": "Krank."}).status_code == 302
    assert set(PanelMember.objects.active()) == {foreign}


def test_a_review_is_reopened_with_a_reason(
    staff: Any, at: Any, office: User, candidate: Candidate, juror: PanelMember
) -> None:
    [assignment] = factories.assign_all(candidate.stage, office)
    factories.score(assignment, 8, 9, 7)
    at(factories.JUDGING)
    data = {"reopen-review": assignment.pk, "reopen-reason": "Zahlendreher."}
    assert staff(office).post(page_of(candidate.stage, "jury/wieder-oeffnen/"), data).status_code == 302
    assert Review.objects.get().state == "open"


def test_the_ranking_is_sealed_while_the_jury_scores(staff: Any, at: Any, office: User, panel_stage: Stage) -> None:
    score_table(panel_stage, office)
    at(factories.JUDGING)
    client = staff(office)
    page = client.get(page_of(panel_stage, "rangfolge/")).content.decode()
    assert "bleibt sie verschlossen" in page
    assert "72,7" not in page
    assert "73" not in client.get(page_of(panel_stage, "jury/")).content.decode().split("<main")[1].split("</table>")[0]
    answer = client.get(page_of(panel_stage, "beratung/"))
    assert (answer.status_code, answer["Location"]) == (302, page_of(panel_stage, "rangfolge/"))


def test_closing_with_gaps_waits_for_the_deadline(
    staff: Any, at: Any, office: User, candidate: Candidate, juror: PanelMember
) -> None:
    factories.assign_all(candidate.stage, office)
    for now, closed in ((factories.CHECKING, False), (factories.JUDGING, False), (factories.DELIBERATING, True)):
        at(now)
        client = staff(office)
        client.post(page_of(candidate.stage, "abschliessen/"))
        assert (Stage.objects.get(pk=candidate.stage.pk).closed_at is not None) is closed
    assert "1 Bewertung fehlt." in client.get(page_of(candidate.stage, "rangfolge/")).content.decode()


def test_the_ranking_shows_raw_and_adjusted_side_by_side(staff: Any, at: Any, office: User, closed: Stage) -> None:
    page = staff(office).get(page_of(closed, "rangfolge/")).content.decode()
    rows = re.findall(
        r'<td class="pl">(\d).*?<td class="n">(\d)</td>.*?<th scope="row">(\S+ \d).*?'
        r'<td class="n">([\d,]+)</td><td class="n"><strong>([\d,]+)',
        page.split("</thead>")[1],
        re.DOTALL,
    )
    assert rows == [
        ("1", "1", "Vorhaben 4", "74,0", "75,0"),
        ("2", "3", "Vorhaben 3", "72,0", "72,0"),
        ("3", "4", "Vorhaben 2", "71,3", "71,6"),
        ("4", "2", "Vorhaben 1", "72,7", "71,4"),
    ]
    assert page.count("Plätze nach oben") == 2
    assert page.count("Plätze nach unten") == 1


def test_a_panel_in_groups_is_named_and_not_adjusted(staff: Any, at: Any, office: User, panel_stage: Stage) -> None:
    candidates = factories.make_candidates(panel_stage, office, 2)
    jurors = [factories.make_juror(panel_stage, office, f"j{n}@example.org", name=f"Mitglied {n}") for n in (1, 2)]
    factories.assign_all(panel_stage, office)
    for n, candidate in enumerate(candidates):
        own = Assignment.objects.get(candidate=candidate, member=jurors[n])
        other = Assignment.objects.get(candidate=candidate, member=jurors[1 - n])
        factories.score(own, 70 + n)
        recuse(assignment=other, reason="Verwandt.", by=other.member.user, now=factories.JUDGING)
    close_stage(stage=panel_stage, by=office, now=factories.DELIBERATING)
    page = staff(office).get(page_of(panel_stage, "rangfolge/")).content.decode()
    assert "<strong>Mitglied 1</strong>: Vorhaben 1" in page
    assert "<strong>Mitglied 2</strong>: Vorhaben 2" in page
    assert "Wechsel" not in page


def decisions(stage: Stage, **changes: Any) -> dict[str, Any]:
    """The deliberation form: a prize for the first, nothing for the others."""
    award = factories.make_awards(stage)[0] if not stage.awards.exists() else stage.awards.first()
    data: dict[str, Any] = {}
    for candidate in stage.candidates.all():
        key = candidate.key
        first = candidate.number == 4
        data[f"{key}-verdict"] = "award" if first else "none"
        data[f"{key}-award"] = award.pk if first and award else ""
        data[f"{key}-place"] = 1 if first else ""
        data[f"{key}-reason"] = "Hier entsteht ein Ort." if first else ""
    return {**data, **changes}


def test_decisions_stay_proposals_until_all_are_committed(staff: Any, at: Any, office: User, closed: Stage) -> None:
    at(factories.DELIBERATING)
    client = staff(office)
    assert client.post(page_of(closed, "beratung/"), decisions(closed)).status_code == 302
    assert Decision.objects.filter(committed_at__isnull=True).count() == 4
    page = client.get(page_of(closed, "beratung/endgueltig/")).content.decode()
    assert "Hier entsteht ein Ort." in page
    assert client.post(page_of(closed, "beratung/endgueltig/")).status_code == 302
    assert Decision.objects.filter(committed_at__isnull=False).count() == 4
    late = {f"{closed.candidates.get(number=4).key}-reason": "Doch anders."}
    page = client.post(page_of(closed, "beratung/"), decisions(closed, **late)).content.decode()
    assert "Die Entscheidungen sind endgültig. Ändern geht nur nach einem begründeten Wiederöffnen." in page
    assert set(Decision.objects.values_list("reason", flat=True)) == {"Hier entsteht ein Ort.", ""}


def test_a_prize_without_a_reason_stores_nothing_and_keeps_what_was_typed(
    staff: Any, at: Any, office: User, closed: Stage
) -> None:
    at(factories.DELIBERATING)
    winner = closed.candidates.get(number=4)
    data = decisions(closed, **{f"{winner.key}-reason": "", f"{winner.key}-place": "7"})
    page = staff(office).post(page_of(closed, "beratung/"), data).content.decode()
    assert "Bitte geben Sie einen Grund an." in page
    assert 'value="7"' in page
    assert Decision.objects.count() == 0


def test_words_beside_an_open_decision_are_not_lost(staff: Any, at: Any, office: User, closed: Stage) -> None:
    winner = closed.candidates.get(number=4)
    data = decisions(closed, **{f"{winner.key}-verdict": ""})
    page = staff(office).post(page_of(closed, "beratung/"), data).content.decode()
    assert "Bitte wählen Sie eine Entscheidung." in page
    assert Decision.objects.count() == 0


def test_committing_with_a_gap_is_refused(staff: Any, at: Any, office: User, closed: Stage) -> None:
    page = staff(office).post(page_of(closed, "beratung/endgueltig/"), follow=True).content.decode()
    assert "Es fehlt noch für mindestens einen Kandidaten die Entscheidung." in page
    assert Stage.objects.get(pk=closed.pk).committed_at is None


def test_reopening_needs_a_reason(staff: Any, at: Any, office: User, closed: Stage) -> None:
    client = staff(office)
    assert client.post(page_of(closed, "wieder-oeffnen/"), {"reason": ""}).status_code == 200
    assert Stage.objects.get(pk=closed.pk).closed_at is not None
    client.post(page_of(closed, "wieder-oeffnen/"), {"reason": "Ein Fehler in der Tabelle."})
    assert Stage.objects.get(pk=closed.pk).closed_at is None


@pytest.mark.parametrize("count", [1, 3])
def test_the_panel_page_asks_the_same_number_of_queries(
    staff: Any, at: Any, office: User, stage: Stage, juror: PanelMember, count: int, django_assert_num_queries: Any
) -> None:
    factories.make_candidates(stage, office, count)
    factories.assign_all(stage, office)
    client = staff(office)
    client.get(page_of(stage, "jury/"))
    with django_assert_num_queries(30):
        client.get(page_of(stage, "jury/"))
