"""Who would be assigned to what, before anything is stored: the preview and the action use the same plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from competitions.domain import Pair, assign, find_conflict
from competitions.enums import ConflictKind
from competitions.models import Assignment, Candidate, PanelMember, Stage


@dataclass(frozen=True)
class AssignmentPlan:
    """New pairs of candidate and juror by their keys, and the conflicts that the system found among all pairs.

    `blocked` are the conflicts that are not on record yet.
    """

    candidates: Mapping[str, Candidate]
    members: Mapping[str, PanelMember]
    pairs: tuple[Pair, ...]
    conflicts: Mapping[Pair, ConflictKind]
    blocked: tuple[Pair, ...]

    @property
    def named_conflicts(self) -> list[tuple[Candidate, PanelMember, ConflictKind]]:
        return [(self.candidates[name], self.members[juror], kind) for (name, juror), kind in self.conflicts.items()]

    def load(self) -> dict[PanelMember, int]:
        """How many new candidates each juror would get."""
        return {member: sum(juror == key for _name, juror in self.pairs) for key, member in self.members.items()}


def assignment_plan(stage: Stage) -> AssignmentPlan:
    """What assigning would add now; the same panel and candidates always give the same plan."""
    members = {
        str(member.pk): member
        for member in PanelMember.objects.active().filter(panel__stage=stage).select_related("user")
    }
    candidates = {
        str(candidate.pk): candidate
        for candidate in stage.candidates.select_related("application").prefetch_related("application__editors")
    }
    conflicts = _conflicts(candidates, members)
    stored = Assignment.objects.filter(candidate__stage=stage)
    known = {pair_of(assignment) for assignment in stored}
    counting = {pair_of(assignment) for assignment in stored.counting()}
    pairs = assign(
        candidates,
        members,
        conflicts=conflicts.keys() | (known - counting),
        existing=counting,
        per_candidate=stage.reviews_per_candidate,
        seed=stage.pk,
    )
    blocked = tuple(pair for pair in conflicts if pair not in known)
    return AssignmentPlan(candidates, members, pairs, conflicts, blocked)


def pair_of(assignment: Assignment) -> Pair:
    return str(assignment.candidate_id), str(assignment.member_id)


def _conflicts(candidates: Mapping[str, Candidate], members: Mapping[str, PanelMember]) -> dict[Pair, ConflictKind]:
    found = {}
    for name, candidate in candidates.items():
        for juror, member in members.items():
            kind = find_conflict(candidate.ties, member.ties)
            if kind is not None:
                found[name, juror] = kind
    return found
