"""What the panel's meeting shows: to the chair all of it, to a member nothing of a candidate they are tied to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from competitions import permissions
from competitions.domain import fingerprint
from competitions.enums import AgendaOrder, Verdict, VoteChoice
from competitions.models import Award, Candidate, Decision, Meeting, MeetingComment, Motion, PanelMember, Stage

from .office import awards_with_use
from .results import Ranking, RankingLine


@dataclass(frozen=True)
class Budget:
    """Prizes with how often they are given, and the money: what there is, what is planned so far."""

    awards: Sequence[Award]
    total: Decimal
    planned: Decimal

    @property
    def left(self) -> Decimal:
        return self.total - self.planned


@dataclass(frozen=True)
class Tally:
    """One motion with its count; the choices stay hidden until it is closed."""

    motion: Motion
    given: int
    entitled: int
    counts: Sequence[tuple[str, int]]
    choice: str = ""
    """The label of one's own vote, where a member looks."""


@dataclass(frozen=True)
class Table:
    """What lies on the table of an open meeting."""

    meeting: Meeting
    line: RankingLine | None
    recused: Sequence[PanelMember]
    comments: Sequence[MeetingComment]
    motions: Sequence[Tally]
    is_recused: bool = False

    @property
    def open_motion(self) -> Tally | None:
        return next((tally for tally in self.motions if tally.motion.closed_at is None), None)

    @property
    def stand(self) -> str:
        """Changes whenever something on the table changes, for screens that follow."""
        decision = self.line.decision if self.line else None
        parts = (
            self.meeting.current_id,
            self.meeting.ended_at,
            len(self.comments),
            [(tally.motion.pk, tally.given, tally.motion.closed_at is None) for tally in self.motions],
            decision and decision.proposed_at,
        )
        return fingerprint([str(part) for part in parts])[:16]


def meeting_of(stage: Stage) -> Meeting | None:
    return Meeting.objects.filter(stage=stage).select_related("current", "stage__competition").first()


def budget(stage: Stage) -> Budget:
    """From the competition's budget, or from the prizes where none is named."""
    awards = list(awards_with_use(stage))
    prizes = sum(((award.amount or Decimal(0)) * award.quantity for award in awards), Decimal(0))
    planned = sum(((award.amount or Decimal(0)) * award.given for award in awards), Decimal(0))
    return Budget(awards, stage.competition.budget or prizes, planned)


def agenda(ranking: Ranking, order: str) -> list[tuple[str, list[RankingLine]]]:
    """Groups of lines with their headings: all by rank, or one group per size class."""
    if order == AgendaOrder.RANK:
        return [("", list(ranking.lines))]
    competition = ranking.stage.competition
    groups: dict[str, list[RankingLine]] = {}
    for line in sorted(ranking.lines, key=lambda line: (line.candidate.size_class is None, line.candidate.size_class)):
        groups.setdefault(competition.size_label(line.candidate.size_class), []).append(line)
    return list(groups.items())


def table(meeting: Meeting, ranking: Ranking, member: PanelMember | None = None) -> Table:
    """What is on the table now. A member who is tied to the candidate gets nothing of it."""
    current = meeting.current
    if current is None:
        return Table(meeting, None, [], [], [])
    if member is not None and permissions.is_recused(member, current):
        return Table(meeting, None, [], [], [], is_recused=True)
    line = next((line for line in ranking.lines if line.candidate.pk == current.pk), None)
    recused = recused_members(current)
    comments = list(current.comments.select_related("member__user"))
    return Table(meeting, line, recused, comments, tallies(current, member))


def recused_members(candidate: Candidate) -> list[PanelMember]:
    """Who leaves the room for this candidate."""
    members = PanelMember.objects.bound().judging().filter(panel__stage=candidate.stage_id).select_related("user")
    return [member for member in members if permissions.is_recused(member, candidate)]


def tallies(candidate: Candidate, member: PanelMember | None = None) -> list[Tally]:
    """All motions on a candidate, in their order."""
    motions = list(candidate.motions.prefetch_related("votes"))
    everybody = PanelMember.objects.bound().judging().filter(panel__stage=candidate.stage_id).count() if motions else 0
    entitled = everybody - len(recused_members(candidate)) if motions else 0
    return [_tally(motion, entitled, member) for motion in motions]


def _tally(motion: Motion, entitled: int, member: PanelMember | None) -> Tally:
    votes = list(motion.votes.all())
    counted = Counter(vote.choice for vote in votes)
    counts = [(str(choice.label), counted[choice.value]) for choice in VoteChoice] if motion.closed_at else []
    own = next((vote.get_choice_display() for vote in votes if member and vote.member_id == member.pk), "")
    return Tally(motion, len(votes), entitled, counts, own)


def pending(stage: Stage) -> dict[str, int]:
    """How many decisions of each kind are noted, and how many are missing (key "")."""
    rows = Counter(Decision.objects.filter(candidate__stage=stage).values_list("verdict", flat=True))
    found = {verdict.label: rows[verdict.value] for verdict in Verdict}
    return {**found, "": stage.candidates.count() - sum(rows.values())}
