"""Who would be assigned to what, before anything is stored: the preview and the action use the same plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from competitions.domain import Pair, Wish, assign, find_conflict, fingerprint, groups_of
from competitions.enums import ConflictKind, ReviewState
from competitions.models import Assignment, Candidate, Panel, PanelMember, Stage


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
    existing: frozenset[Pair]
    aside: frozenset[Pair]
    """Pairs on record that do not count: recused, or taken away."""

    @property
    def fingerprint(self) -> str:
        """Tells whether a preview is still what would be stored."""
        return fingerprint([self.pairs, self.blocked])

    @property
    def matrix(self) -> list[tuple[PanelMember, list[str], int]]:
        """Per juror a mark per candidate (old, new, conflict, aside or "") and how many it would be altogether."""
        return [
            (member, [self._mark((name, juror)) for name in self.candidates], self.loads[juror])
            for juror, member in self.members.items()
        ]

    def _mark(self, pair: Pair) -> str:
        if pair in self.existing:
            return "old"
        if pair in self.pairs:
            return "new"
        return "conflict" if pair in self.conflicts else "aside" if pair in self.aside else ""

    @property
    def loads(self) -> Counter[str]:
        load = Counter(dict.fromkeys(self.members, 0))
        load.update(juror for _name, juror in [*self.pairs, *self.existing] if juror in self.members)
        return load

    @property
    def reviews(self) -> list[int]:
        """How many jurors each candidate would have, in the candidates' order."""
        counted = Counter(name for name, _juror in [*self.pairs, *self.existing])
        return [counted[name] for name in self.candidates]

    @property
    def groups(self) -> list[list[PanelMember]]:
        """Jurors who share candidates, directly or through others. More than one group can't be compared."""
        found = groups_of(self.candidates, self.members, {*self.pairs, *self.existing})
        return [[m for key, m in self.members.items() if f"j:{key}" in group] for group in found]

    @property
    def named_conflicts(self) -> list[tuple[Candidate, PanelMember, ConflictKind]]:
        return [(self.candidates[name], self.members[juror], kind) for (name, juror), kind in self.conflicts.items()]


def assignment_plan(stage: Stage) -> AssignmentPlan:
    """What assigning would add now; the same panel and candidates always give the same plan."""
    panel = Panel.objects.filter(stage=stage).first()
    members = {
        str(member.pk): member for member in PanelMember.objects.judging().filter(panel=panel).select_related("user")
    }
    candidates = {
        str(candidate.pk): candidate
        for candidate in stage.candidates.order_by("number")
        .select_related("application")
        .prefetch_related("application__editors")
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
        wish=Wish(stage.reviews_per_candidate, panel.linking if panel else 0, seed=stage.pk),
    )
    blocked = tuple(pair for pair in conflicts if pair not in known)
    return AssignmentPlan(
        candidates, members, pairs, conflicts, blocked, frozenset(counting), frozenset(known - counting)
    )


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


@dataclass(frozen=True)
class LateJuror:
    """Somebody with open reviews, or without an answer to the invitation."""

    member: PanelMember
    open: int


def late_jurors(stage: Stage, now: datetime) -> list[LateJuror]:
    """Whom to remind: open reviews while the jury is at work, or an invitation without an answer."""
    rows = Assignment.objects.counting().filter(candidate__stage=stage).exclude(review__state=ReviewState.COMPLETE)
    waiting: Counter[int] = Counter(rows.values_list("member_id", flat=True))
    if not stage.jury_opens_at <= now < stage.jury_closes_at:
        waiting.clear()
    members = (
        PanelMember.objects.active().filter(panel__stage=stage).select_related("user", "panel__stage__competition")
    )
    return [LateJuror(m, waiting[m.pk]) for m in members if waiting[m.pk] or not m.is_bound]
