"""The jury's pages: one's own candidates, sealed scores, nothing for anybody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.accounts.models import User
from competitions.actions import recuse
from competitions.models import Assignment, Candidate, PanelMember, Review, Score, Stage
from tests.accounts.factories import make_cast_member
from tests.competitions import factories

SCORES = {"score_wirkung": "8", "score_idee": "9", "score_umsetzung": "7"}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the clock of the views."""

    def set_clock(now: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now)

    set_clock(factories.JUDGING)
    return set_clock


@pytest.fixture
def assigned(candidate: Candidate, juror: PanelMember, second_juror: PanelMember, office: User) -> list[Assignment]:
    """Both jurors have the candidate to review."""
    return factories.assign_all(candidate.stage, office)


@pytest.fixture
def own(assigned: list[Assignment], juror: PanelMember) -> Assignment:
    return next(assignment for assignment in assigned if assignment.member == juror)


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


def addresses(candidate: Candidate) -> list[str]:
    file = candidate.files.get()
    return [f"/jury/{candidate.key}/", f"/jury/{candidate.key}/befangen/", f"/jury/datei/{file.key}/"]


def test_anonymous_is_sent_to_the_log_in(client: Client, candidate: Candidate) -> None:
    found = [client.get(address) for address in ["/jury/", *addresses(candidate)]]
    assert [(answer.status_code, answer["Location"].split("?")[0]) for answer in found] == [
        (302, "/konto/anmelden/")
    ] * 4


@pytest.mark.parametrize("part", ["outsider", "moderator", "editor", "member"])
def test_who_is_no_juror_finds_nothing(client_of: Any, candidate: Candidate, part: str) -> None:
    client = client_of(make_cast_member(part))
    assert [client.get(address).status_code for address in ["/jury/", *addresses(candidate)]] == [404] * 4


@pytest.mark.usefixtures("at")
def test_the_applicant_and_the_office_find_nothing(
    client_of: Any, own: Assignment, applicant: User, office: User
) -> None:
    for user in (applicant, office):
        client = client_of(user)
        assert [client.get(address).status_code for address in addresses(own.candidate)] == [404] * 3


@pytest.mark.usefixtures("at")
def test_a_juror_of_another_panel_finds_nothing(client_of: Any, own: Assignment, office: User) -> None:
    stage = factories.make_stage(slug="anderer")
    other = factories.make_juror(stage, office, "other.juror@example.org")
    client = client_of(other.user)
    assert [client.get(address).status_code for address in addresses(own.candidate)] == [404] * 3
    assert [client.post(address, SCORES).status_code for address in addresses(own.candidate)[:2]] == [404, 404]
    assert "Zurzeit ist Ihnen kein Kandidat zugewiesen." in client.get("/jury/").content.decode()


@pytest.mark.usefixtures("at")
def test_a_recused_juror_finds_nothing(
    client_of: Any, candidate: Candidate, recused_juror: PanelMember, office: User
) -> None:
    factories.assign_all(candidate.stage, office)
    client = client_of(recused_juror.user)
    assert [client.get(address).status_code for address in addresses(candidate)] == [404] * 3
    assert client.post(f"/jury/{candidate.key}/", SCORES).status_code == 404
    assert Review.objects.count() == 0
    assert "Bei einem Kandidaten sind Sie befangen" in client.get("/jury/").content.decode()


@pytest.mark.usefixtures("at")
def test_the_file_is_served_sealed(client_of: Any, own: Assignment) -> None:
    file = own.candidate.files.get()
    answer = client_of(own.member.user).get(f"/jury/datei/{file.key}/")
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)
    assert "K1-Anlage-1.pdf" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content) == factories.pdf_bytes()


@pytest.mark.usefixtures("at")
def test_saving_stores_points_and_notes(client_of: Any, own: Assignment) -> None:
    client = client_of(own.member.user)
    answer = client.post(
        f"/jury/{own.candidate.key}/", {**SCORES, "note_idee": "Eigen.", "note": "Gut.", "step": "save"}
    )
    assert (answer.status_code, answer["Location"]) == (302, f"/jury/{own.candidate.key}/")
    stored = Score.objects.values_list("criterion__key", "value", "note")
    assert set(stored) == {("wirkung", 8, ""), ("idee", 9, "Eigen."), ("umsetzung", 7, "")}
    page = client.get(f"/jury/{own.candidate.key}/").content.decode()
    assert '<output class="sum" data-total>80,0</output>' in page
    assert "Eigen." in page


@pytest.mark.usefixtures("at")
def test_saving_by_itself_answers_with_the_time(client_of: Any, own: Assignment) -> None:
    client = client_of(own.member.user)
    answer = client.post(f"/jury/{own.candidate.key}/", {"score_idee": "3"}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()) == (200, {"saved": "12:00:00"})
    answer = client.post(f"/jury/{own.candidate.key}/", {"score_idee": "11"}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()) == (422, {"problem": "Diese Punktzahl liegt außerhalb der Skala."})
    assert Score.objects.get(criterion__key="idee").value == 3


@pytest.mark.usefixtures("at")
def test_an_unfinished_sheet_cannot_be_completed_and_says_where(client_of: Any, own: Assignment) -> None:
    client = client_of(own.member.user)
    data = {"score_wirkung": "8", "note_idee": "Später.", "step": "complete"}
    page = client.post(f"/jury/{own.candidate.key}/", data).content.decode()
    assert page.count('<p class="msg"><span class="vh">Fehler: </span>Hier fehlen noch Punkte.</p>') == 2
    assert 'href="#id_score_idee_0"' in page
    assert "Später." in page
    review = Review.objects.get()
    assert not review.is_complete


@pytest.mark.usefixtures("at")
def test_others_scores_open_with_the_own_complete_review(
    client_of: Any, own: Assignment, assigned: list[Assignment]
) -> None:
    other = next(assignment for assignment in assigned if assignment != own)
    factories.score(other, 2, 3, 4)
    client = client_of(own.member.user)
    address = f"/jury/{own.candidate.key}/"
    client.post(address, {**SCORES, "step": "save"})
    assert "Was die anderen geben" not in client.get(address).content.decode()
    client.post(address, {**SCORES, "step": "complete"})
    page = client.get(address).content.decode()
    assert "Was die anderen geben" in page
    assert '<td class="n">29,0</td>' in page
    assert str(other.member) not in page


@pytest.mark.usefixtures("at")
def test_an_empty_sheet_opens_nothing(client_of: Any, own: Assignment, assigned: list[Assignment]) -> None:
    other = next(assignment for assignment in assigned if assignment != own)
    factories.score(other, 2, 3, 4)
    page = client_of(own.member.user).post(f"/jury/{own.candidate.key}/", {"step": "complete"}).content.decode()
    assert "Was die anderen geben" not in page
    assert not Review.objects.get(assignment=own).is_complete


@pytest.mark.usefixtures("at")
def test_a_complete_review_is_not_changed_any_more(client_of: Any, own: Assignment) -> None:
    factories.score(own, 8, 9, 7)
    answer = client_of(own.member.user).post(f"/jury/{own.candidate.key}/", {**SCORES, "score_idee": "0"})
    assert "Diese Bewertung ist abgeschlossen." in answer.content.decode()
    assert Score.objects.get(criterion__key="idee").value == 9


@pytest.mark.parametrize(
    ("now", "text"),
    [
        (factories.CHECKING, "Die Bewertung hat noch nicht begonnen."),
        (factories.DELIBERATING, "Die Frist für die Bewertung ist vorbei."),
    ],
)
def test_outside_the_jurys_time_nothing_is_saved_and_nothing_typed_is_lost(
    client_of: Any, own: Assignment, at: Any, now: datetime, text: str
) -> None:
    at(now)
    client = client_of(own.member.user)
    address = f"/jury/{own.candidate.key}/"
    shown = client.get(address).content.decode()
    assert text in shown
    assert "data-scoring" not in shown
    page = client.post(address, {**SCORES, "note": "Getippt."}).content.decode()
    assert text in page
    assert "Getippt." in page
    assert Score.objects.count() == 0


@pytest.mark.usefixtures("at")
def test_stepping_aside_needs_a_reason_and_hides_the_candidate(client_of: Any, own: Assignment) -> None:
    client = client_of(own.member.user)
    address = f"/jury/{own.candidate.key}/befangen/"
    page = client.post(address, {"reason": " "}).content.decode()
    assert "Bitte geben Sie einen Grund an." in page
    answer = client.post(address, {"reason": "Ich berate die Stadt."})
    assert (answer.status_code, answer["Location"]) == (302, "/jury/")
    own.refresh_from_db()
    assert own.recusal.reason == "Ich berate die Stadt."
    assert client.get(f"/jury/{own.candidate.key}/").status_code == 404
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client_of: Any, own: Assignment, method: str) -> None:
    client = client_of(own.member.user)
    assert getattr(client, method)(f"/jury/{own.candidate.key}/").status_code == 405
    assert client.post("/jury/").status_code == 405


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_asks_the_same_number_of_queries(
    client_of: Any, stage: Stage, office: User, juror: PanelMember, count: int, django_assert_num_queries: Any
) -> None:
    factories.make_candidates(stage, office, count)
    for assignment in factories.assign_all(stage, office):
        factories.score(assignment, 8, 9, 7, complete=False)
    client = client_of(juror.user)
    client.get("/jury/")
    with django_assert_num_queries(8):
        page = client.get("/jury/").content.decode()
    assert page.count("80,0 von 100 Punkten") == count


@pytest.mark.usefixtures("at")
def test_an_optional_criterion_offers_no_answer_and_a_long_scale_is_typed(client_of: Any, own: Assignment) -> None:
    stage = own.candidate.stage
    stage.criteria.filter(key="idee").update(required=False)
    stage.criteria.filter(key="wirkung").update(highest=100, labels=[])
    client = client_of(own.member.user)
    page = client.get(f"/jury/{own.candidate.key}/").content.decode()
    assert "keine Angabe" in page
    assert "Punkte von 0 bis 100" in page
    data = {"score_wirkung": "73", "score_idee": "", "score_umsetzung": "7", "step": "complete"}
    client.post(f"/jury/{own.candidate.key}/", data)
    assert Review.objects.get(assignment=own).is_complete
    assert set(Score.objects.values_list("criterion__key", "value")) == {
        ("wirkung", 73),
        ("idee", None),
        ("umsetzung", 7),
    }


@pytest.mark.usefixtures("at")
def test_the_next_open_candidate_is_offered(client_of: Any, stage: Stage, office: User, juror: PanelMember) -> None:
    first, second, third = factories.make_candidates(stage, office, 3)
    own = {assignment.candidate: assignment for assignment in factories.assign_all(stage, office)}
    factories.score(own[first], 8, 9, 7)
    factories.score(own[second], 8, 9, 7)
    recuse(assignment=own[third], reason="Verwandt.", by=juror.user, now=factories.JUDGING)
    client = client_of(juror.user)
    page = client.get(f"/jury/{first.key}/").content.decode()
    assert f"/jury/{second.key}/" in page
    assert f"/jury/{third.key}/" not in page
    assert "Kandidat 1 von 2" in page
