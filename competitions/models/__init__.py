"""What is stored of a competition."""

from __future__ import annotations

from .application import Application, ApplicationEditor, ApplicationFile
from .candidate import Candidate, CandidateFile
from .competition import Competition
from .decision import Award, Decision, Snapshot
from .form import Criterion, FormVersion
from .handing_in import FormalCheck, Submission
from .panel import Panel, PanelMember
from .review import Assignment, Recusal, Review, Score
from .stage import Stage

__all__ = [
    "Application",
    "ApplicationEditor",
    "ApplicationFile",
    "Assignment",
    "Award",
    "Candidate",
    "CandidateFile",
    "Competition",
    "Criterion",
    "Decision",
    "FormVersion",
    "FormalCheck",
    "Panel",
    "PanelMember",
    "Recusal",
    "Review",
    "Score",
    "Snapshot",
    "Stage",
    "Submission",
]
