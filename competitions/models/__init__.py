"""What is stored of a competition."""

from __future__ import annotations

from .application import Application, ApplicationEditor, ApplicationFile
from .candidate import Candidate, CandidateFile
from .competition import Competition
from .decision import Award, Decision, Snapshot
from .enquiry import Enquiry
from .follow_up import FollowUp
from .form import Criterion, FormVersion
from .handing_in import FormalCheck, Submission
from .juror_question import JurorQuestion
from .letter import Letter, LetterTemplate, Minutes
from .meeting import Meeting, MeetingComment, Motion, MotionVote
from .office import InternalNote, SavedView
from .panel import Panel, PanelMember
from .reminder import Reminder
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
    "Enquiry",
    "FollowUp",
    "FormVersion",
    "FormalCheck",
    "InternalNote",
    "JurorQuestion",
    "Letter",
    "LetterTemplate",
    "Meeting",
    "MeetingComment",
    "Minutes",
    "Motion",
    "MotionVote",
    "Panel",
    "PanelMember",
    "Recusal",
    "Reminder",
    "Review",
    "SavedView",
    "Score",
    "Snapshot",
    "Stage",
    "Submission",
]
