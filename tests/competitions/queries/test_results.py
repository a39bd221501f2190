"""The ranking page, and what the public reads."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from competitions.actions import close_stage, commit_decisions, propose_decision, recuse
from competitions.enums import Verdict
from competitions.models import PanelMember, Stage
from competitions.queries import ranking, winners
from tests.competitions.factories import (
    DELIBERATING,
    JUDGING,
    assign_all,
    make_awards,
    make_candidates,
    make_juror,
    score,
)

# Criteria of one weight on a scale to 100 make T4 readable: every juror gives the same points to all three.
BLOCK_DESIGN = {
    (1, "a"): 73, (1, "b"): 74, (1, "d"): 71,
    (2, "b"): 75, (2, "c"): 67, (2, "d"): 72,
    (3, "a"): 73, (3, "b"): 75, (3, "c"): 68,
    (4, "a"): 75, (4, "c"): 72, (4, "d"): 75,
}  # fmt: skip


@pytest.fixture
def block_design(stage: Stage, office: User) -> Stage:
    """The published incomplete panel, told through the actions."""
    stage.criteria.update(highest=100)
    for name in "abcd":
        make_juror(stage, office, f"{name}@example.org", name=name)
    make_candidates(stage, office, 4)
    for assignment in assign_all(stage, office):
        points = BLOCK_DESIGN.get((assignment.candidate.number, assignment.member.user.name))
        if points is None:
            recuse(assignment=assignment, reason="Befangen.", by=office, now=JUDGING)
        else:
            score(assignment, points, points, points)
    return stage


def test_raw_and_adjusted_stand_side_by_side(block_design: Stage) -> None:
    lines = ranking(block_design).lines
    shown = [
        (line.candidate.number, line.result.raw.place, line.result.adjusted.place, line.result.change) for line in lines
    ]
    assert shown == [(4, 1, 1, 0), (3, 3, 2, 1), (2, 4, 3, 1), (1, 2, 4, -2)]
    assert [round(line.result.mean, 3) for line in lines] == [74.0, 72.0, 71.333, 72.667]
    assert [round(line.result.adjusted.points, 3) for line in lines] == [75.0, 72.0, 71.625, 71.375]


def test_rows_of_jurors_follow_the_lines(block_design: Stage) -> None:
    page = ranking(block_design)
    first = page.jurors[0]
    assert first.member.user.name == "a"
    assert [cell.points and round(cell.points) for cell in first.cells] == [75, 73, None, 73]
    assert [cell.excluded for cell in first.cells] == [False, False, True, False]
    relative = [round(row.strictness - page.jurors[3].strictness, 3) for row in page.jurors]
    assert relative == [0.875, 3.0, -3.875, 0.0]


@pytest.mark.parametrize("rows", [1, 3])
def test_ranking_takes_seven_queries(stage: Stage, office: User, rows: int, django_assert_num_queries) -> None:
    for number in range(rows):
        make_juror(stage, office, f"j{number}@example.org")
    make_candidates(stage, office, rows)
    for assignment in assign_all(stage, office):
        score(assignment, 5, 6, 7)
    with django_assert_num_queries(7):
        page = ranking(stage)
        shown = [(line.candidate.title, line.decision) for line in page.lines]
        names = [row.member.user.name for row in page.jurors]
    assert len(shown) == len(names) == rows


def test_ranking_before_anything_happened(stage: Stage) -> None:
    page = ranking(stage)
    assert (page.lines, page.jurors, page.safe_places) == ((), (), 0)


def test_separate_groups_are_named(stage: Stage, office: User) -> None:
    for name in "ab":
        make_juror(stage, office, f"{name}@example.org", name=name)
    make_candidates(stage, office, 2)
    for assignment in assign_all(stage, office):
        if (assignment.candidate.number, assignment.member.user.name) in {(1, "a"), (2, "b")}:
            score(assignment, 5, 5, 5)
    evaluation = ranking(stage).evaluation
    assert not evaluation.is_adjusted
    assert [group.candidates for group in evaluation.groups] == [("K001",), ("K002",)]
    assert [pair[0] for pair in evaluation.gaps] == ["K001", "K002"]


def test_public_reads_final_awards_only(stage: Stage, office: User, juror: PanelMember) -> None:
    first, second, third = make_candidates(stage, office, 3)
    for assignment in assign_all(stage, office):
        score(assignment, 5, 5, 5)
    close_stage(stage=stage, by=office, now=DELIBERATING)
    prize = make_awards(stage)[0]
    decide = {"by": office, "now": DELIBERATING}
    propose_decision(candidate=second, verdict=Verdict.AWARD, place=1, award=prize, reason="Wirkt.", **decide)
    propose_decision(candidate=first, verdict=Verdict.RESERVE, **decide)
    propose_decision(candidate=third, verdict=Verdict.NONE, **decide)
    assert list(winners(stage)) == []
    commit_decisions(stage=stage, **decide)
    (winner,) = winners(stage)
    assert (winner.candidate, winner.award, winner.reason) == (second, prize, "Wirkt.")
